import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { overflow, violations } from '../support/axe.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import { unzip } from '../support/unzip.ts'
import { widgetWords } from '../support/widget_views.ts'

// Whose sign-in is old shows that it is them before they are given all that is theirs, and then it comes by itself.

const stage: Stage = await openStage()
const { me: words } = await widgetWords('en')

/** Whose file comes after an act. */
async function whoseComes(page: Page, act: () => Promise<unknown>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  return JSON.parse(String(unzip(await readFile(await download.path())).get('data.json'))).profile.id
}

const tokenKept = (page: Page) =>
  page.evaluate(() => {
    const kept = Object.values(localStorage).find((one) => one.includes('"token"'))!
    return JSON.parse(kept).token as string
  })

test('who was signed on by the host a while ago is signed on anew by its token provider, and asked nothing', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  stage.host.file('/token', 'text/plain', () => site.token({ sub: 'anna', name: 'Anna' }))
  const script = `addEventListener('DOMContentLoaded', () => {
    document.querySelector('parvis-board').tokenProvider = async () => (await fetch('/token')).text()
  })`
  const screen = await stage.widget(site, { script, path: '/me/settings' })
  const { page } = screen
  const button = page.getByRole('button', { name: words.data.download })
  await button.waitFor()
  const before = await tokenKept(page)
  stage.clock.move(601)
  expect(await whoseComes(page, () => button.click())).toBe(anna.id)
  expect(await page.getByRole('dialog').count()).toBe(0)
  expect((await focused(page)).name).toBe(words.data.download)
  expect(await tokenKept(page)).not.toBe(before)
  // The session in whose place it came is over.
  const left = { id: anna.id, name: '', headers: { authorization: `Bearer ${before}` } }
  await eventually(async () => (await site.get('me', left)).status).toBe(401)
  // From a fresh sign-in it comes at once.
  const signOns = () => screen.asked().filter((one) => one === 'POST sessions/sso').length
  const then = signOns()
  expect(await whoseComes(page, () => button.click())).toBe(anna.id)
  expect(signOns()).toBe(then)
})

test('whom the host signs on by a token in its page is told to sign in there again, and keeps their session', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  const screen = await stage.widget(site, { as: { sub: 'anna', name: 'Anna' }, path: '/me/settings' })
  const { page } = screen
  const button = page.getByRole('button', { name: words.data.download })
  await button.waitFor()
  stage.clock.move(601)
  await button.click()
  const asked = page.getByRole('dialog', {
    name: words.data.prove,
    description: words.erase.stale((await site.row()).name),
  })
  await asked.waitFor()
  await page.keyboard.press('Enter')
  await asked.waitFor({ state: 'detached' })
  await eventually(async () => (await focused(page)).name).toBe(words.data.download)
  expect(screen.asked()).not.toContain('GET me/export')
  const kept = { id: anna.id, name: '', headers: { authorization: `Bearer ${await tokenKept(page)}` } }
  expect((await site.get('me', kept)).status).toBe(200)
})

test('a guest is their device, and is given their file however long ago they came', async () => {
  const site = await stage.site()
  await site.takeGuests()
  const { page } = await stage.widget(site, { path: '/' })
  const { core, signIn } = await widgetWords('en')
  await page.getByRole('button', { name: core.signIn, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: signIn.guest.offer }).click()
  await page.getByRole('dialog').getByRole('button', { name: signIn.guest.enter }).click()
  await eventually(() =>
    page.evaluate(() => Object.values(localStorage).some((one) => one.includes('"role":"guest"'))),
  ).toBe(true)
  const address = new URL(page.url())
  await page.goto(`${address.origin}${address.pathname}?parvis=/me/settings`)
  const button = page.getByRole('button', { name: words.data.download })
  await button.waitFor()
  stage.clock.move(86_400)
  expect(await whoseComes(page, () => button.click())).toMatch(/^[0-9a-f-]{36}$/)
})

const digits = (code: string, by: number) => String((Number(code) + by) % 1_000_000).padStart(6, '0')

test.each([
  ['en', 1280],
  ['fr', 360],
  ['de', 360],
] as const)(
  'who came by e-mail is asked for a code that is sent there, and the file comes once it is right (%s, %i px)',
  async (lang, width) => {
    const { core, signIn, me } = await widgetWords(lang)
    const site = await stage.site()
    const email = `lea-${lang}-${site.slug}@kurier.example`
    const screen = await stage.widget(
      site,
      { lang, body: (tag) => `<main><h1>A</h1>${tag}</main>` },
      { viewport: { width, height: 780 } },
    )
    const { page } = screen
    screen.expect(/401/)
    await page.getByRole('button', { name: core.signIn, exact: true }).click()
    await page.getByLabel(signIn.email).fill(email)
    await page.getByRole('dialog').getByRole('button', { name: signIn.send }).click()
    await page.getByRole('textbox', { name: signIn.code }).fill(await stage.mails.code(email))
    await page.getByRole('dialog').getByRole('button', { name: signIn.confirm, exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    const address = new URL(page.url())
    await page.goto(`${address.origin}${address.pathname}?parvis=/me/settings`)
    const opener = page.getByRole('button', { name: me.data.download })
    await opener.waitFor()
    stage.clock.move(601)
    await opener.click()
    const asked = page.getByRole('dialog', { name: me.data.prove, description: me.data.proveBy(email) })
    await asked.waitFor()
    const field = asked.getByLabel(me.erase.code, { exact: true })
    await eventually(() => field.evaluate((one) => one.matches(':focus'))).toBe(true)
    const first = await stage.mails.code(email, 2)
    await field.fill('12')
    await page.keyboard.press('Enter')
    await asked.getByRole('alert').filter({ hasText: me.erase.badCode }).waitFor()
    await field.fill(digits(first, 1))
    await page.keyboard.press('Enter')
    await asked.getByRole('alert').filter({ hasText: me.erase.refused }).waitFor()
    await eventually(() => field.evaluate((one) => one.matches(':focus'))).toBe(true)
    expect(await violations(page, true)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(screen.asked()).not.toContain('GET me/export')

    await asked.getByRole('button', { name: me.erase.resend }).click()
    const second = await stage.mails.code(email, 3)
    await field.fill(second)
    expect(await whoseComes(page, () => page.keyboard.press('Enter'))).toMatch(/^[0-9a-f-]{36}$/)
    await asked.waitFor({ state: 'detached' })
    await eventually(async () => (await focused(page)).name).toBe(me.data.download)
  },
)
