import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { makeKey } from '../support/api_key.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { item } from '../support/steps.ts'
import type { Person, TestSite } from '../support/world.ts'

// The longest words of the three languages, where there is least room.

let stage: Stage
let site: TestSite
let owner: Person
const words = adminWords.de
const small = { viewport: { width: 320, height: 700 }, locale: 'de-DE' }

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site()
  owner = await site.staff('owner')
})

test('no category of a status is cut off, and what names them begins where the fields do', async () => {
  const { page } = await stage.admin(site, owner, { path: 'settings/statuses', ...small })
  await page.getByRole('button', { name: words.settings.lists.statuses.add }).click()
  await page.getByRole('radio', { name: words.common.categories.closed }).waitFor()
  const cut = await page
    .locator('list-editor .choice')
    .evaluateAll((all) =>
      all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent),
    )
  expect(cut).toEqual([])
  const begins = (one: Element) => {
    const words = document.createRange()
    words.selectNodeContents(one)
    return words.getBoundingClientRect().x
  }
  const legend = await page.locator('list-editor legend').first().evaluate(begins)
  expect(legend).toBe(await page.locator('list-editor label .label').first().evaluate(begins))
})

test('the roadmap item of an idea stands beside its mark', async () => {
  const idea = await site.idea(owner)
  const number = await item(site, owner, { title: 'Reichweite, die das Wetter und die Ladung kennt' })
  expect((await site.put(`roadmap/items/${number}/ideas/${idea}`, undefined, owner)).status).toBeLessThan(300)
  const { page } = await stage.admin(site, owner, { path: `feedback/${idea}`, ...small })
  const link = (await page.locator('thread-pane .facts .link').first().boundingBox())!
  const mark = (await page.locator('thread-pane .facts dd .i').first().boundingBox())!
  expect(link.height).toBeGreaterThan(mark.height * 2)
  expect(mark.y).toBeGreaterThanOrEqual(link.y)
  expect(mark.x + mark.width).toBeLessThanOrEqual(link.x)
})

test('the dot between two facts of a key never stands alone on a line', async () => {
  await makeKey(site, owner)
  const { page } = await stage.admin(site, owner, { path: 'settings/keys', ...small })
  expect(await page.locator('settings-keys .others > span').first().textContent()).toMatch(/\S\u00a0·\u00a0$/)
})

test('what is empty in a part of the mail page is a heading below that of the part', async () => {
  const { page } = await stage.admin(site, owner, { path: 'settings/mail', ...small })
  const { headings, empty } = words.outbox
  await page.getByRole('heading', { name: headings.failed, exact: true, level: 3 }).waitFor()
  await page.getByRole('heading', { name: empty.failed[0], exact: true, level: 4 }).waitFor()
})

test.each(['en', 'fr', 'de'] as const)('the verbs of a promotion share a line in %s', async (locale) => {
  const idea = await site.idea(owner)
  const { page } = await stage.admin(site, owner, { path: `feedback/${idea}`, locale })
  await page.locator('thread-pane h2').first().waitFor()
  // The key acts on the row of the list that stands open.
  await page.locator(`[data-number="${idea}"]`).waitFor()
  await page.keyboard.press('p')
  const buttons = page.locator('act-promote [slot=footer].button')
  await buttons.first().waitFor()
  const lines = await buttons.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().y))
  expect(lines.length).toBe(3)
  expect(new Set(lines).size).toBe(1)
})

test('who is on the team stands with the whole address, and what can be done with them on one line below', async () => {
  await site.staff('moderator', 'Wilhelmina Oberhuber-Schimmelpfennig')
  const { page } = await stage.admin(site, owner, { path: 'settings/team', ...small })
  const row = page.locator('settings-team li', { hasText: 'Wilhelmina' })
  const role = (await row.getByRole('combobox').boundingBox())!
  const remove = (await row.getByRole('button').boundingBox())!
  const line = (await row.boundingBox())!
  expect(Math.abs(role.y + role.height / 2 - remove.y - remove.height / 2)).toBeLessThan(3)
  expect(line.x + line.width - remove.x - remove.width).toBeLessThan(12)
})

test('number and votes of threads to merge are whole beside the longest titles', async () => {
  const title = 'Reichweite, die das Wetter, die Ladung und die Steigung einer ganzen Runde kennt'
  for (const one of ['A', 'B']) await site.idea(owner, { title: `${title} ${one}` })
  const { page } = await stage.admin(site, owner, { path: 'feedback', ...small })
  for (const one of ['A', 'B'])
    await page.getByRole('checkbox', { name: words.feedback.select(`${title} ${one}`) }).check()
  await page
    .getByRole('toolbar', { name: words.feedback.bulk })
    .getByRole('button', { name: words.acts.merge })
    .click()
  const figures = page.locator('act-merge .choice .figures')
  await figures.first().waitFor()
  const cut = await figures.evaluateAll(
    (all) => all.filter((one) => one.scrollWidth > one.clientWidth).length,
  )
  expect(cut).toBe(0)
  expect(await figures.count()).toBe(4)
})
