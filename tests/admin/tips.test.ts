import { expect, test } from 'vitest'
import { adminWords, dialog } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused, tabTo } from '../support/keyboard.ts'
import { tipShown } from '../support/tips.ts'

// The team reads what a sign means as customers do: beside it, by pointer and by keyboard.

const { feedback, thread, common, shortcuts } = adminWords.en

test('Tab brings up the name of a sign in the thread beside the list, and Escape takes it away without closing the thread', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const idea = await site.idea(await site.member('Lea'))
  const { page } = await stage.admin(site, await site.staff('moderator', 'Mo'), { path: `feedback/${idea}` })
  const pane = page.locator('thread-pane')
  await pane.getByRole('button', { name: thread.close }).waitFor()
  await tabTo(page, thread.close)
  expect(await tipShown(page)).toBe(thread.close)
  await page.keyboard.press('Escape')
  expect(await tipShown(page)).toBeUndefined()
  expect((await focused(page)).name).toBe(thread.close)
  await pane.getByRole('button', { name: thread.close }).hover()
  await page.mouse.move(2, 2)
  await page.getByRole('button', { name: feedback.announce.open }).hover()
  await page.evaluate(() => new Promise((done) => setTimeout(done, 700)))
  expect(await tipShown(page), 'its words are written on it').toBeUndefined()
})

test('in a dialog of the team Escape takes a tip first, and the dialog next', async () => {
  const stage = await openStage()
  const site = await stage.site()
  await site.idea(await site.member('Lea'))
  const { page } = await stage.admin(site, await site.staff('moderator', 'Mo'), { path: 'feedback' })
  await page.getByRole('row').getByRole('link').first().waitFor()
  await page.keyboard.press('?')
  const list = dialog(page).filter({ hasText: shortcuts.title })
  const close = list.getByRole('button', { name: common.close })
  await close.hover()
  await eventually(() => tipShown(page)).toBe(common.close)
  await page.keyboard.press('Escape')
  expect(await tipShown(page)).toBeUndefined()
  await close.waitFor()
  await page.keyboard.press('Escape')
  await close.waitFor({ state: 'hidden' })
})
