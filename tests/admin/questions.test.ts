import { beforeAll, expect, test } from 'vitest'
import { adminViews, adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Community } from '../support/community.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'

// What asks before somebody is punished or something is gone says at once what becomes of it, and begins where a key
// pressed too early does no harm.

let stage: Stage
let community: Community
const { members, acts, ruling, settings, common } = adminWords.en

beforeAll(async () => {
  stage = await openStage()
  community = await stage.furnished()
})

test.each([
  ['a suspension', members.reads, members.act],
  ['the merge dialog', acts.mergeFinal, acts.mergeAct],
  ['the erasure of a member, of which the reason is missing', members.eraseFinal, members.eraseVerb],
  ['the ruling', ruling.undo, ruling.act],
])('wid-A05: %s is an alert dialog, described, that begins in its form', async (name, told, verb) => {
  const view = adminViews.find((one) => one.name === name)!
  const { page } = await stage.admin(community.site, community.owner, { path: view.path(community) })
  await view.act!(page, adminWords.en)
  const dialog = page.getByRole('alertdialog')
  await dialog.waitFor()
  const described = await dialog.getAttribute('aria-describedby')
  expect(await dialog.locator(`[id="${described}"]`).textContent()).toContain(told)
  const labelled = await dialog.getAttribute('aria-labelledby')
  expect(await dialog.locator(`[id="${labelled}"]`).innerText()).toMatch(/\w/)
  await eventually(async () => (await focused(page)).tag).toMatch(/^(input|textarea)$/)
  expect((await focused(page)).name).not.toContain(verb)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('wid-A05: the question before a tag is deleted is an alert dialog, described, that begins on the button which changes nothing', async () => {
  const { page } = await stage.admin(community.site, community.owner, { path: 'settings/tags' })
  await page.getByRole('button', { name: settings.deleteOne('Rounds') }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.waitFor()
  expect(await dialog.getAttribute('aria-describedby')).toBe('body')
  await page.getByText(settings.lists.tags.deleteWords).waitFor()
  await eventually(async () => (await focused(page)).name).toContain(common.cancel)
})
