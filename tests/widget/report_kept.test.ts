import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import signIn from '../../widget/translations/en/sign_in.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { endSession } from '../support/kept_session.ts'
import { widgetWords } from '../support/widget_views.ts'

// A report is typed too, and outlives the session of whoever writes it.

const stage: Stage = await openStage()
const { report } = words

/** Signs in by the code of the first mail to an address, or a later one; the report's dialog may be there at once. */
async function signInAs(page: Page, email: string, mail = 1): Promise<void> {
  const dialog = page.getByRole('dialog', { name: signIn.title })
  await dialog.getByRole('textbox', { name: signIn.email }).fill(email)
  await dialog.getByRole('button', { name: signIn.send }).click()
  await page.getByRole('textbox', { name: signIn.code }).fill(await stage.mails.code(email, mail))
  await page.getByRole('dialog').getByRole('button', { name: signIn.confirm, exact: true }).click()
}

/** A report of a thread, by somebody who signed in for it by an e-mail code and has written a note. */
async function begun() {
  const site = await stage.site()
  const number = await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
  const email = `lea@${site.slug}.example`
  const screen = await stage.widget(site, { path: `/t/${number}` })
  const { page } = screen
  screen.expect(/401/)
  const open = () => page.getByRole('button', { name: words.reportIt, exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: report.title })
  const note = dialog.getByRole('textbox', { name: report.note })
  await open()
  await signInAs(page, email)
  await note.fill('It names a customer of ours.')
  const send = () => dialog.getByRole('button', { name: report.send }).click()
  const reports = async () => (await site.get('reports', await site.staff('owner'))).body.items
  return { site, page, email, open, dialog, note, send, reports }
}

test('a report whose session ended asks to sign in, comes back with what was typed, and is sent after that', async () => {
  const { site, page, email, open, dialog, note, send, reports } = await begun()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await open()
  expect(await note.inputValue()).toBe('It names a customer of ours.')
  await dialog.getByRole('radio').nth(1).check()
  await endSession(site, page)
  await send()
  await page.getByRole('dialog', { name: signIn.title }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor()
  expect(await dialog.evaluate((one) => one.matches(':modal'))).toBe(true)
  expect(await note.inputValue()).toBe('It names a customer of ours.')
  expect(await dialog.getByRole('radio').nth(1).isChecked()).toBe(true)
  await send()
  await signInAs(page, email, 2)
  await page.getByRole('dialog', { name: report.sent }).waitFor()
  await eventually(reports).toMatchObject([{ reports: [{ note: 'It names a customer of ours.' }] }])
})

test('a report is neither shown to the member who signs in instead, nor sent as theirs', async () => {
  const { acts } = await widgetWords('en')
  const { site, page, open, dialog, note, send, reports } = await begun()
  await dialog.getByRole('radio').nth(1).check()
  await endSession(site, page)
  await send()
  await signInAs(page, `marit@${site.slug}.example`)
  const [before, after] = acts.otherWriter('|').split('|')
  await page.getByText(new RegExp(`^${before}.+${after}`)).waitFor()
  expect(await page.getByRole('dialog').count()).toBe(0)
  await open()
  await dialog.waitFor()
  expect(await note.inputValue()).toBe('')
  expect(await reports()).toEqual([])
})
