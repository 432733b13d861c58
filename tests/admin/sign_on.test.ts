import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { makeHostKey } from '../support/host_keys.ts'
import type { Screen } from '../support/screen.ts'
import { signJwt, type TestSite } from '../support/world.ts'

// How an admin sets single sign-on up, on the screen.

const { signOn: words, common } = adminWords.en

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})

async function open(): Promise<{ site: TestSite; page: Page; screen: Screen }> {
  const site = await stage.site()
  const screen = await stage.admin(site, await site.staff('owner', 'Olga'), { path: 'settings/sso' })
  const { page } = screen
  await page.getByRole('heading', { name: 'Host sign-on' }).waitFor()
  return { site, page, screen }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()

const tokenFor = (site: TestSite, secret: string, claims: Record<string, unknown> = {}) => {
  const now = Math.floor(Date.now() / 1000)
  return signJwt({ sub: 'lea', aud: site.slug, iat: now, exp: now + 300, ...claims }, secret)
}

const shownSecret = (page: Page) => page.locator('once-shown pre').innerText()

test('a connection is made, its secret shown once, and gone when the page is opened again', async () => {
  const { site, page } = await open()
  await press(page, words.add)
  await press(page, words.addAct)
  await page.getByText(common.required).waitFor()
  await page.getByRole('textbox', { name: words.name }).fill('Customer portal')
  await press(page, words.addAct)
  await page.getByRole('heading', { name: 'Customer portal' }).waitFor()
  const secret = await shownSecret(page)
  expect((await site.post('sessions/sso', { token: tokenFor(site, secret) })).status).toBe(201)
  await page.reload()
  await page.getByRole('heading', { name: 'Customer portal' }).waitFor()
  expect(await page.locator('once-shown').count()).toBe(0)
  expect(await page.content()).not.toContain(secret)
})

test('a new secret tells until when the old one holds, and the old one can be ended', async () => {
  const { site, page } = await open()
  await press(page, words.rotateOne('Host sign-on'))
  await page.getByText(words.rotateWords).waitFor()
  await press(page, words.rotateAct)
  await page.getByText(/The old secrets hold until/).waitFor()
  const fresh = await shownSecret(page)
  const status = async (secret: string) =>
    (await site.post('sessions/sso', { token: tokenFor(site, secret) })).status
  expect([await status(site.secret), await status(fresh)]).toEqual([201, 201])
  await page.getByRole('button', { name: /^End the secret made/ }).click()
  await press(page, words.end)
  await page.getByText(words.oldSecret, { exact: true }).waitFor({ state: 'hidden' })
  expect([await status(site.secret), await status(fresh)]).toEqual([401, 201])
})

test('a private key that is pasted is refused in words, with what was typed still there', async () => {
  const { page, screen } = await open()
  const key = makeHostKey('EdDSA')
  await press(page, words.add)
  await page.getByRole('textbox', { name: words.name }).fill('Dealers')
  await page.getByRole('radio', { name: 'EdDSA' }).check()
  const field = page.getByRole('textbox', { name: words.key })
  await field.fill(key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  screen.expect(/422/)
  await press(page, words.addAct)
  await page.getByText(words.keyWrong).waitFor()
  expect(await page.getByRole('textbox', { name: words.name }).inputValue()).toBe('Dealers')
  await field.fill(key.pem)
  await press(page, words.addAct)
  await page.getByRole('heading', { name: 'Dealers' }).waitFor()
  expect(await page.locator('once-shown').count()).toBe(0)
})

test('a connection that is removed goes, and the secret shown stays under its own', async () => {
  const { page } = await open()
  await press(page, words.add)
  await page.getByRole('textbox', { name: words.name }).fill('Portal')
  await press(page, words.addAct)
  const secret = await shownSecret(page)
  await press(page, words.removeOne('Host sign-on'))
  await page.getByText(words.removeWords).waitFor()
  await press(page, common.remove)
  await page.getByRole('heading', { name: 'Host sign-on', exact: true }).waitFor({ state: 'hidden' })
  expect(await shownSecret(page)).toBe(secret)
  expect(await page.getByRole('heading', { level: 3 }).first().innerText()).toBe('Portal')
})

test('a pasted token is explained as it is pasted, and no answer or field holds what it should have been', async () => {
  const { site, page } = await open()
  const field = page.getByRole('textbox', { name: words.test.label })
  await field.fill(tokenFor(site, site.secret))
  await page.getByText(words.test.good).waitFor()
  await field.fill(tokenFor(site, 'another', { aud: 'elsewhere' }))
  await page.getByText(words.test.bad(2)).waitFor()
  await page.getByText(words.test.findings.aud_other({ value: 'elsewhere', expected: site.slug })).waitFor()
  const right = tokenFor(site, site.secret, { aud: 'elsewhere' }).split('.')[2]!
  expect(await page.content()).not.toContain(right)
  await field.fill('')
  await page.getByText(words.test.bad(2)).waitFor({ state: 'hidden' })
})

test('who is no admin reads that it is not theirs, and nothing is asked', async () => {
  const site = await stage.site()
  const screen = await stage.admin(site, await site.staff('moderator'), { path: 'settings/sso' })
  await screen.page.getByText(words.adminsOnly).waitFor()
  expect(screen.asked().filter((path) => path.includes('connections'))).toEqual([])
})
