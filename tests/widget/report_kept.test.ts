import { expect, test } from 'vitest'
import signIn from '../../widget/translations/en/sign_in.ts'
import words from '../../widget/translations/en/thread.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { endSession, signedOn } from '../support/kept_session.ts'

// A report is typed too, and outlives the session of whoever writes it.

const stage: Stage = await openStage()
const { report } = words

test('a report whose session ended asks to sign in, comes back with what was typed, and is sent after that', async () => {
  const site = await stage.site()
  const number = await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
  const email = `lea@${site.slug}.example`
  const screen = await stage.widget(site, { path: `/t/${number}`, as: { sub: 'ben', name: 'Ben' } })
  const { page } = screen
  screen.expect(/401/)
  await signedOn(page, 'Ben')
  const open = () => page.getByRole('button', { name: words.reportIt, exact: true }).first().click()
  const dialog = page.getByRole('dialog', { name: report.title })
  const note = dialog.getByRole('textbox', { name: report.note })
  await open()
  await note.fill('It names a customer of ours.')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await open()
  expect(await note.inputValue()).toBe('It names a customer of ours.')
  await dialog.getByRole('radio').nth(1).check()
  await endSession(site, page)
  const send = () => dialog.getByRole('button', { name: report.send }).click()
  await send()
  await page.getByRole('dialog', { name: signIn.title }).waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor()
  expect(await dialog.evaluate((one) => one.matches(':modal'))).toBe(true)
  expect(await note.inputValue()).toBe('It names a customer of ours.')
  expect(await dialog.getByRole('radio').nth(1).isChecked()).toBe(true)
  await send()
  await page.getByRole('dialog', { name: signIn.title }).waitFor()
  const away = page.getByRole('dialog', { name: signIn.title })
  await away.getByRole('textbox', { name: signIn.email }).fill(email)
  await away.getByRole('button', { name: signIn.send }).click()
  await page.getByRole('textbox', { name: signIn.code }).fill(await stage.mails.code(email))
  await page.getByRole('dialog').getByRole('button', { name: signIn.confirm, exact: true }).click()
  await page.getByRole('dialog', { name: report.sent }).waitFor()
  const reports = async () => (await site.get('reports', await site.staff('owner'))).body.items
  await eventually(reports).toMatchObject([{ reports: [{ note: 'It names a customer of ours.' }] }])
})
