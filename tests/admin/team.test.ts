import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

// A team of more people than a page of the list holds.

test.each(['admin', 'product'] as const)(
  'a %s sees the whole team, and gives a thread to its last',
  async (role) => {
    const stage = await openStage()
    const site = await stage.site()
    const { id } = await site.row()
    const number = await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
    const zora = await site.staff('moderator', 'Zora Abendroth')
    await sql`insert into members (site_id, id, name, role)
    select ${id}, gen_random_uuid(), 'Person ' || n, 'moderator' from generate_series(1, 120) n`.execute(
      stage.world.db,
    )
    const { page } = await stage.admin(site, await site.staff(role, 'Bela Yilmaz'), {
      path: `settings/team?member=${zora.id}`,
    })
    const rows = page.locator('settings-team li')
    await eventually(() => rows.count()).toBe(123)
    expect(await rows.last().innerText()).toContain('Zora Abendroth')
    await eventually(() => rows.last().evaluate((row) => row.matches(':focus'))).toBe(true)

    await page.goto(page.url().replace(/settings\/team.*/, `feedback/${number}`))
    await page.getByRole('heading', { name: 'Rounds that end at the depot' }).waitFor()
    // The key acts on the row of the list that stands open.
    await page.locator(`[data-number="${number}"]`).waitFor()
    await page.keyboard.press('a')
    await dialog(page).waitFor()
    await page.getByRole('radio', { name: 'Zora Abendroth' }).check()
    await page
      .getByRole('button', { name: adminWords.en.acts.assign })
      .filter({ visible: true })
      .last()
      .click()
    await eventually(async () => (await site.get(`threads/${number}/file`, zora)).body.assignee?.name).toBe(
      'Zora Abendroth',
    )
  },
)
