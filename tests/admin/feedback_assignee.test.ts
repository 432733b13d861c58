import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// Who has a thread is seen in its row.

let stage: Stage
let site: TestSite
let mira: Person
let hers: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  mira = await site.staff('moderator', 'Mira Castellanos')
  const anna = await site.member('Anna')
  hers = await site.idea(anna, { title: 'Rounds that end at the depot' })
  await site.idea(anna, { title: 'Rounds at night' })
  await site.put(`threads/${hers}/assignment`, { member: mira.id }, mira)
})

const words = adminWords.en
const row = (page: Page, title: string) => page.getByRole('row').filter({ hasText: title })
const who = (page: Page, title: string) => row(page, title).getByRole('cell').last()

test('each row names who has the thread, by picture and by word, and opens from there too', async () => {
  const { page } = await stage.admin(site, mira)
  await page
    .getByRole('columnheader', { name: words.feedback.filters.assignee })
    .waitFor({ state: 'attached' })
  const cell = who(page, 'Rounds that end at the depot')
  expect((await cell.innerText()).replace(/\s+/g, ' ')).toContain('Mira Castellanos')
  await cell.getByTitle('Mira Castellanos').waitFor()
  expect(await who(page, 'Rounds at night').innerText()).toContain(words.common.nobody)
  await cell.locator('.av').click()
  await eventually(() => new URL(page.url()).pathname).toContain(`/feedback/${hers}`)
})

test('assigning shows in the row at once', async () => {
  const { page } = await stage.admin(site, mira)
  await row(page, 'Rounds at night').getByRole('link').focus()
  await page.keyboard.press('a')
  await dialog(page).waitFor()
  await page.getByRole('radio', { name: 'Mira Castellanos' }).check()
  await page.getByRole('button', { name: words.acts.assign }).filter({ visible: true }).last().click()
  await eventually(() => who(page, 'Rounds at night').innerText()).toContain('Mira Castellanos')
})

test.each([360, 768])('at a width of %i the column gives its room to the title', async (width) => {
  const { page } = await stage.admin(site, mira, { viewport: { width, height: 800 } })
  await row(page, 'Rounds at night').waitFor()
  expect(await page.locator('.assignee-cell').filter({ visible: true }).count()).toBe(0)
  expect(await page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth)).toBe(0)
})
