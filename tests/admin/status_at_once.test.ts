import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { statusOf } from '../support/steps.ts'
import type { Person, TestSite } from '../support/world.ts'

// Two of the team decide about the same idea at once.

const { acts, common } = adminWords.en

let stage: Stage
let site: TestSite
let mo: Person
let pia: Person
let idea: number

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  mo = await site.staff('moderator', 'Mo Castellanos')
  pia = await site.staff('product', 'Pia Reinholt')
  idea = await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
})

const choose = async (page: Page, status: string) => {
  await page.getByRole('button', { name: acts.status }).first().click()
  await dialog(page).waitFor()
  await page.locator(`act-status input[value=${status}]`).check()
}
const confirm = (page: Page) => page.getByRole('button', { name: acts.statusAct, exact: true }).last().click()

test('a status that a colleague set meanwhile is told with their name, and is set over only by choosing again', async () => {
  const screen = await stage.admin(site, mo, { path: `feedback/${idea}` })
  screen.expect(/412/)
  const { page } = screen
  await choose(page, 'building')
  expect((await site.put(`threads/${idea}/status`, { status: 'planned' }, pia)).status).toBe(200)
  await confirm(page)
  await page.locator('act-status').getByText(acts.statusMeanwhile('Pia Reinholt', 'Planned')).waitFor()
  expect(await statusOf(site, idea)).toBe('planned')
  expect(await page.getByRole('button', { name: common.undo }).count()).toBe(0)
  await confirm(page)
  await dialog(page).waitFor({ state: 'detached' })
  expect(await statusOf(site, idea)).toBe('building')
})

test('an undo that comes after a colleague’s decision says so in plain words, and changes nothing', async () => {
  const screen = await stage.admin(site, mo, { path: `feedback/${idea}` })
  screen.expect(/409/)
  const { page } = screen
  await choose(page, 'planned')
  await confirm(page)
  await page.getByRole('button', { name: common.undo }).waitFor()
  expect((await site.put(`threads/${idea}/status`, { status: 'building' }, pia)).status).toBe(200)
  await page.getByRole('button', { name: common.undo }).click()
  await page.getByText(acts.undoOvertaken).last().waitFor()
  expect(await statusOf(site, idea)).toBe('building')
})
