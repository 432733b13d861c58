import { expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'

const { common, settings } = adminWords.en
const { general } = settings

test('an admin takes guests in and no longer, and reads beside what they wrote that they are guests', async () => {
  const stage = await openStage()
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga')
  const screen = await stage.admin(site, owner, { path: 'settings/general' })
  const { page } = screen
  const box = page.getByRole('checkbox', { name: general.guests })
  const taken = async () => (await site.get('settings', owner)).body.guests
  expect(await box.isChecked()).toBe(false)
  await box.check()
  await page.getByRole('button', { name: common.save }).click()
  await eventually(taken).toBe(true)

  const guest = await site.guest('Gus Adler')
  const idea = await site.idea(guest, { title: 'A wish of a guest' })
  const reply = await site.reply(await site.member('Lea Brandt'), idea)
  await site.post(`posts/${reply}/reports`, { reason: 'spam' }, guest)
  const opened = await stage.admin(site, owner, { path: `feedback/${idea}` })
  const by = (name: string) => opened.page.locator('.by').filter({ hasText: name })
  await eventually(() => by('Gus Adler').innerText()).toContain(common.roles.guest)
  expect(await by('Lea Brandt').innerText()).not.toContain(common.roles.guest)
  const reports = await stage.admin(site, owner, { path: 'reports' })
  await eventually(() => reports.page.locator('.told li').innerText()).toMatch(/Gus Adler\s+Guest/)

  await page.reload()
  await box.uncheck()
  await page.getByRole('button', { name: common.save }).click()
  await eventually(taken).toBe(false)
})
