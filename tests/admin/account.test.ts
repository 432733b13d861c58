import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { appCode, password } from '../support/account.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// Somebody of the team sets up how they sign in, and signs in by it, in a real browser.

const words = adminWords.en
let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})

interface Desk {
  site: TestSite
  email: string
  screen: Screen
  page: Page
}

/** Somebody at their account, signed in by a link in this very browser. */
async function atAccount(): Promise<Desk> {
  const site = await stage.site()
  const { email, token } = await site.staffLink('owner', 'Olga Petrova')
  const screen = await stage.screen()
  screen.expect(/40[13]/)
  const { page } = screen
  await page.goto(`${stage.url}admin/${site.slug}/sign-in#link=${token}`)
  // By the name that the team gave it, not by the short one of its addresses.
  await page.getByRole('heading', { name: words.signIn.title(`Site ${site.slug}`) }).waitFor()
  await page.getByRole('button', { name: words.signIn.button, exact: true }).click()
  await inside(page)
  await page.getByText('Olga Petrova').first().click()
  await page.getByRole('link', { name: words.shell.myAccount }).filter({ visible: true }).click()
  await page.getByRole('heading', { name: words.account.title, level: 1 }).waitFor()
  return { site, email, screen, page }
}

const inside = (page: Page) => page.getByRole('heading', { name: words.feedback.title, level: 1 }).waitFor()
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).filter({ visible: true }).last().click()
const closed = (page: Page) => page.getByRole('dialog').waitFor({ state: 'hidden' })

async function setPassword({ page }: Desk): Promise<void> {
  await press(page, words.account.password.set)
  await page.getByLabel(words.account.password.fresh).fill(password)
  await press(page, new RegExp(words.account.password.act))
  await page.getByText(/^Set on/).waitFor()
}

async function signOut({ page }: Desk): Promise<void> {
  await page.getByText('Olga Petrova').first().click()
  await page.getByRole('button', { name: words.shell.signOut }).filter({ visible: true }).click()
  await page.getByLabel(words.signIn.email).waitFor()
}

async function typePassword({ page, email }: Desk): Promise<void> {
  await page.getByRole('button', { name: words.signIn.byPassword }).click()
  await page.getByLabel(words.signIn.email).fill(email)
  await page.getByLabel(words.signIn.password).fill(password)
  await press(page, words.signIn.button)
}

test('a password is set, refused where it is too common, and signs in; a password manager finds its fields', async () => {
  const desk = await atAccount()
  const { page, email } = desk
  desk.screen.expect(/422/)
  await press(page, words.account.password.set)
  const field = page.getByLabel(words.account.password.fresh)
  expect(await field.getAttribute('autocomplete')).toBe('new-password')
  expect(await page.locator('[autocomplete=username]').inputValue()).toBe(email)
  await field.fill('password')
  await press(page, new RegExp(words.account.password.act))
  await page.getByText(words.errors.weak_password).waitFor()
  expect(await field.inputValue()).toBe('password')
  await page.keyboard.press('Escape')
  await closed(page)
  await setPassword(desk)
  await signOut(desk)
  await page.getByRole('button', { name: words.signIn.byPassword }).click()
  expect(await page.getByLabel(words.signIn.email).getAttribute('autocomplete')).toBe('username')
  expect(await page.getByLabel(words.signIn.password).getAttribute('autocomplete')).toBe('current-password')
  await page.getByLabel(words.signIn.email).fill(email)
  await page.getByLabel(words.signIn.password).fill('not this one')
  await press(page, words.signIn.button)
  await page.getByRole('alert').filter({ hasText: words.errors.sign_in_refused }).waitFor()
  await page.getByLabel(words.signIn.password).fill(password)
  await press(page, words.signIn.button)
  await inside(page)
})

test('an authenticator is set up by what the QR code holds, and asked for after the password; a recovery code does as well', async () => {
  const desk = await atAccount()
  const { page, site } = desk
  await setPassword(desk)
  await press(page, words.account.authenticator.set)
  await page.getByRole('img', { name: words.account.authenticator.qr }).waitFor()
  const secret = (await page.locator('once-shown pre').innerText()).replaceAll(' ', '')
  const uri = `otpauth://totp/x?secret=${secret}`
  await page.getByLabel(words.signIn.factor).fill(appCode(site, uri))
  await press(page, new RegExp(words.account.authenticator.acts.add))
  await page.getByText(words.account.authenticator.keep).waitFor()
  const codes = (await page.locator('once-shown pre').innerText()).split('\n')
  expect(codes).toHaveLength(10)
  await press(page, words.account.authenticator.kept)
  await closed(page)
  expect(await page.content()).not.toContain(secret)

  await signOut(desk)
  await typePassword(desk)
  const field = page.getByLabel(words.signIn.factor)
  await field.waitFor()
  expect(await field.getAttribute('autocomplete')).toBe('one-time-code')
  await field.fill('000000')
  await page.getByRole('alert').filter({ hasText: words.signIn.factorWrong }).waitFor()
  // Six digits, also pasted with a space, are sent at once.
  await field.fill(appCode(site, uri, 1).replace(/(?<=^...)/, ' '))
  await inside(page)

  await page.goto(`${stage.url}admin/${site.slug}/account`)
  await page.getByText(words.account.sessions.current).waitFor()
  await signOut(desk)
  await page.getByLabel(words.signIn.email).fill(desk.email)
  await page.getByLabel(words.signIn.password).fill(password)
  await press(page, words.signIn.button)
  await press(page, words.signIn.byRecovery)
  await page.getByLabel(words.signIn.recovery).fill(codes[0]!)
  await press(page, words.signIn.button)
  await inside(page)
})

test('a passkey is made under a name, and signs in by itself, past the second factor; removed, it does not', async () => {
  const desk = await atAccount()
  const { page, site } = desk
  const device = await page.context().newCDPSession(page)
  await device.send('WebAuthn.enable')
  const { authenticatorId } = await device.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  const { passkeys } = words.account
  await press(page, passkeys.add)
  await page.getByLabel(passkeys.name).fill('Laptop')
  await press(page, new RegExp(passkeys.go))
  await page.getByRole('button', { name: passkeys.remove('Laptop') }).waitFor()
  await press(page, passkeys.add)
  await page.getByLabel(passkeys.name).fill('Laptop again')
  await press(page, new RegExp(passkeys.go))
  await page.getByText(passkeys.there).waitFor()
  await page.keyboard.press('Escape')
  await closed(page)

  await signOut(desk)
  // One that does not know who holds it is no second factor, and does not sign in.
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
  await press(page, words.signIn.byPasskey)
  await page.getByRole('alert').filter({ hasText: words.errors.passkey_refused }).waitFor()
  await device.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true })
  await press(page, words.signIn.byPasskey)
  await inside(page)

  await page.goto(`${stage.url}admin/${site.slug}/account`)
  await page.getByText(words.account.sessions.ways.passkey).waitFor()
  await page.getByRole('button', { name: passkeys.remove('Laptop') }).click()
  await press(page, new RegExp(passkeys.removeAct))
  await page.getByText(passkeys.none).waitFor()
  await signOut(desk)
  await press(page, words.signIn.byPasskey)
  await page.getByRole('alert').filter({ hasText: words.errors.passkey_refused }).waitFor()
})

test('a change that takes a fresh sign-in asks for one in place, and then goes on', async () => {
  const desk = await atAccount()
  const { page, email } = desk
  await setPassword(desk)
  stage.clock.move(601)
  await press(page, words.account.authenticator.set)
  await page.getByText(words.account.againWords).waitFor()
  await press(page, words.signIn.byPassword)
  expect(await page.getByLabel(words.signIn.email).inputValue()).toBe(email)
  await page.getByLabel(words.signIn.password).fill(password)
  await press(page, words.signIn.button)
  await page.getByRole('img', { name: words.account.authenticator.qr }).waitFor()
})

test('one chooses how often mails come, those of threads that are assigned apart from mentions', async () => {
  const { page, site } = await atAccount()
  const { mail } = words.account
  const field = (kind: keyof typeof mail.kinds) => page.getByRole('combobox', { name: mail.kinds[kind] })
  await field('assignments').selectOption(mail.cadences.none)
  await page.getByText(mail.saved).first().waitFor()
  await page.goto(`${stage.url}admin/${site.slug}/notifications`)
  await page.getByRole('link', { name: words.news.byMail }).click()
  await field('assignments').waitFor()
  expect(await field('assignments').inputValue()).toBe('none')
  expect(await field('mentions').inputValue()).toBe('soon')
})

test('sessions elsewhere are seen by their device, and ended', async () => {
  const desk = await atAccount()
  const { page, site } = desk
  const { sessions } = words.account
  await setPassword(desk)
  const other = await stage.screen({
    userAgent: 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
  })
  other.expect(/401/)
  await other.page.goto(`${stage.url}admin/${site.slug}/`)
  await typePassword({ ...desk, page: other.page })
  await inside(other.page)
  await page.reload()
  await page.getByRole('button', { name: sessions.endOne('Firefox, Windows') }).click()
  await page.getByText(sessions.ended('Firefox, Windows')).first().waitFor()
  await page.getByRole('button', { name: sessions.endOne('Firefox, Windows') }).waitFor({ state: 'hidden' })
  await other.page.reload()
  await other.page.getByRole('button', { name: words.signIn.button }).waitFor()
})
