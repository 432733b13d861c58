import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { documentAt } from '../support/pages.ts'

test('a list shows when something last happened where that orders it, and else how old a thread is', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const anna = await site.member('Anna')
  const number = await site.idea(anna, { title: 'A lamp' })
  await sql`update thread_counters set active_at = active_at + interval '90 minutes'
    where site_id = ${(await site.row()).id} and number = ${number}`.execute(stage.world.db)
  stage.world.cache.clear()
  const { activeAt, createdAt } = (await site.get('threads?board=ideas')).body.items[0]
  expect(activeAt).not.toBe(createdAt)
  const { page } = await stage.screen()
  const shown = () => page.locator('parvis-threads time').getAttribute('datetime')
  for (const [query, when] of [
    ['', createdAt],
    ['?sort=active', activeAt],
    ['?sort=new', createdAt],
    ['?q=lamp&sort=active', createdAt],
  ]) {
    await page.goto(`${stage.embed(site)}?parvis=${encodeURIComponent(`/b/ideas${query}`)}`)
    await eventually(shown).toBe(when)
    if (query.includes('q=')) continue
    const row = (await documentAt(site, `/b/ideas${query}`)).querySelector('.rows time')
    expect(row?.getAttribute('datetime'), query).toBe(when)
  }
})
