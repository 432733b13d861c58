import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

test('the list is narrowed and ordered by its filters, as far as they are chosen, and widened again', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('admin', 'Mira')
  expect((await site.post('tags', { name: 'Depots' }, mira)).status).toBe(201)
  const [anna, ben] = [await site.member('Anna'), await site.member('Ben')]
  const lamp = await site.idea(anna, { title: 'A lamp' })
  await site.idea(anna, { title: 'A bell', tags: ['depots'] })
  await site.idea(anna, { title: 'How do I fold it?', board: 'help', kind: 'question' })
  await site.put(`threads/${lamp}/status`, { status: 'planned', note: 'In May.' }, mira)
  await site.put(`threads/${lamp}/vote`, undefined, ben)
  const { page } = await stage.admin(site, mira)
  const { feedback, common } = adminWords.en
  const shown = () =>
    page
      .getByRole('checkbox', { name: /^Select “/ })
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))
  const rows = (...titles: string[]) => titles.map((title) => feedback.select(title))
  const choose = (filter: keyof typeof feedback.filters, option: string) =>
    page.getByRole('combobox', { name: feedback.filters[filter], exact: true }).selectOption(option)
  const clear = (filter: keyof typeof feedback.filters, chosen: string) =>
    page
      .getByRole('button', { name: feedback.clearFilter(common.labelled(feedback.filters[filter], chosen)) })
      .click()

  await choose('board', 'help')
  await eventually(shown).toEqual(rows('How do I fold it?'))
  expect(new URL(page.url()).searchParams.get('board')).toBe('help')
  await choose('board', 'ideas')
  await page.getByRole('button', { name: feedback.sorts.top, exact: true }).click()
  await eventually(shown).toEqual(rows('A lamp', 'A bell'))
  await choose('tag', 'depots')
  await eventually(shown).toEqual(rows('A bell'))
  await clear('tag', 'Depots')
  await choose('status', 'planned')
  await eventually(shown).toEqual(rows('A lamp'))
  await page.reload()
  await eventually(shown).toEqual(rows('A lamp'))
  await choose('status', '')
  await eventually(shown).toEqual(rows('A lamp', 'A bell'))
})

test('ordered by activity, the list shows when something last happened, and else how old a thread is', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const mira = await site.staff('admin', 'Mira')
  const anna = await site.member('Anna')
  const number = await site.idea(anna, { title: 'A lamp' })
  await sql`update thread_counters set active_at = active_at + interval '90 minutes'
    where site_id = ${(await site.row()).id} and number = ${number}`.execute(stage.world.db)
  const { activeAt, createdAt } = (await site.get('threads?board=ideas')).body.items[0]
  const { page } = await stage.admin(site, mira)
  const { feedback } = adminWords.en
  const time = () => page.locator('.row time').getAttribute('datetime')
  const head = (name: string) => page.getByRole('columnheader', { name, exact: true }).count()
  await eventually(time).toBe(activeAt)
  expect([await head(feedback.columns.activity), await head(feedback.columns.age)]).toEqual([1, 0])
  await page.getByRole('button', { name: feedback.sorts.new, exact: true }).click()
  await eventually(time).toBe(createdAt)
  expect([await head(feedback.columns.activity), await head(feedback.columns.age)]).toEqual([0, 1])
})
