import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { password } from '../support/account.ts'
import { adminWords } from '../support/admin_views.ts'
import { asKey, makeKey } from '../support/api_key.ts'
import { openStage, type Stage } from '../support/browser.ts'
import type { Person, TestSite } from '../support/world.ts'

// How an admin makes and ends API keys, on the screen.

const { keys: words, account } = adminWords.en

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})

async function open(site: TestSite, role: 'owner' | 'admin' | 'moderator' = 'admin') {
  const person = await site.staff(role, 'Ada')
  const screen = await stage.admin(site, person, { path: 'settings/keys' })
  await screen.page.getByRole('heading', { name: 'API keys', exact: true }).waitFor()
  return { person, screen, page: screen.page }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).last().click()
const field = (page: Page) => page.getByRole('textbox', { name: words.name })
const tick = (page: Page, name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
const rows = (page: Page, name: string) => page.getByRole('list', { name }).getByRole('listitem')

test('a key is made for what is ticked, shown once, opens that, and is gone when the page is opened again', async () => {
  const site = await stage.site()
  const { page } = await open(site)
  await page.getByRole('heading', { name: words.emptyHeading }).waitFor()
  expect(await page.getByRole('link', { name: words.reference }).getAttribute('href')).toBe('/api')
  await press(page, words.add)
  await press(page, words.addAct)
  await page.getByText(words.nameMissing).waitFor()
  await field(page).fill('Issue tracker')
  await tick(page, 'Read').uncheck()
  await press(page, words.addAct)
  await page.getByText(words.noScope).waitFor()
  await tick(page, 'Read').check()
  await tick(page, 'Handle feedback').check()
  await page.getByRole('combobox', { name: words.holds }).selectOption('365')
  await press(page, words.addAct)
  await page.getByRole('heading', { name: words.madeTitle('Issue tracker') }).waitFor()
  const key = await page.locator('once-shown pre').first().innerText()
  expect((await site.request('GET', 'threads', { headers: asKey(key) })).status).toBe(200)
  expect((await site.request('GET', 'audit', { headers: asKey(key) })).status).toBe(403)
  expect(await page.locator('once-shown pre').last().innerText()).not.toContain(key)
  await press(page, words.done)
  const row = rows(page, words.list)
  expect(await row.count()).toBe(1)
  const said = await row.innerText()
  expect(said).toContain('Issue tracker')
  expect(said).toContain('Read · Handle feedback')
  expect(said).toContain(`…${key.slice(-4)}`)
  await page.reload()
  await row.getByText(/last used/).waitFor()
  expect(await page.locator('once-shown').count()).toBe(0)
  expect(await page.content()).not.toContain(key.slice(4, 20))
})

test('ending a key says what stops, is refused by Escape, and stands below then, with who and when', async () => {
  const site = await stage.site()
  const owner = await site.staff('owner')
  const key = await makeKey(site, owner, { name: 'Export' })
  const { page } = await open(site)
  await press(page, words.endOne('Export'))
  await page.getByText(words.endWords(words.unused)).waitFor()
  await page.keyboard.press('Escape')
  expect((await site.get('threads', key)).status).toBe(200)
  await press(page, words.endOne('Export'))
  await press(page, words.endAct)
  await rows(page, words.past)
    .getByText(/ended on .* by Ada/)
    .waitFor()
  expect((await site.get('threads', key)).status).toBe(401)
  expect(await page.getByRole('button', { name: words.endOne('Export') }).count()).toBe(0)
})

test('a key that expires within 14 days is warned of, and one that has expired says when', async () => {
  const site = await stage.site()
  const owner = await site.staff('owner')
  await makeKey(site, owner, { name: 'Soon', days: 10 })
  await makeKey(site, owner, { name: 'Later', days: 30 })
  const { page } = await open(site)
  const chip = (name: string) => rows(page, words.list).filter({ hasText: name }).locator('.chip').innerText()
  expect(await chip('Soon')).toMatch(/^Expires in (9|10) days$/)
  expect(await chip('Later')).toMatch(/^until \d+ \w+ \d{4}$/)
})

/** As if the sign-in were of an hour ago; of this person's sessions alone. */
async function leaveOpen(person: Person): Promise<void> {
  await stage.world.db
    .updateTable('account_sessions')
    .set({ proved_at: new Date(Date.now() - 3_600_000) })
    .where('account_id', 'in', (pick) =>
      pick
        .selectFrom('members')
        .select((row) => row.ref('account_id').$notNull().as('account_id'))
        .where('id', '=', person.id),
    )
    .execute()
}

test('a desk left open for long is asked to sign in again, and the key is made then as it was typed', async () => {
  const site = await stage.site()
  const { person, page, screen } = await open(site)
  await site.put('account/password', { password }, person)
  await press(page, words.add)
  await field(page).fill('Nightly export')
  await leaveOpen(person)
  screen.expect(/403/)
  const { common, errors, signIn } = adminWords.en
  await press(page, words.addAct)
  await page.getByText(words.again).waitFor()
  await page.getByRole('button', { name: common.cancel }).last().click()
  await page.getByText(errors.proof_required).waitFor()
  expect(await field(page).inputValue()).toBe('Nightly export')
  await press(page, words.addAct)
  await page.getByRole('heading', { name: account.again }).waitFor()
  await press(page, signIn.byPassword)
  await page.getByLabel(signIn.password).fill(password)
  await press(page, signIn.button)
  await page.getByRole('heading', { name: words.madeTitle('Nightly export') }).waitFor()
  const key = await page.locator('once-shown pre').first().innerText()
  expect((await site.request('GET', 'threads', { headers: asKey(key) })).status).toBe(200)
})

test('who does not run the community reads whose matter keys are, and asks for none', async () => {
  const site = await stage.site()
  const { page, screen } = await open(site, 'moderator')
  await page.getByText(words.adminsOnly).waitFor()
  expect(screen.asked().filter((one) => one.includes('api-keys'))).toEqual([])
  expect(await page.getByRole('button', { name: words.add }).count()).toBe(0)
})

test('where somebody else signs in at a desk left open, what was begun there is not done as them', async () => {
  const site = await stage.site()
  const { person, page, screen } = await open(site)
  const email = `${crypto.randomUUID()}@example.org`
  await site.post('team', { email, name: 'Bela', role: 'admin' }, person)
  await press(page, words.add)
  await field(page).fill('Nightly export')
  await leaveOpen(person)
  screen.expect(/403/)
  const { errors, signIn } = adminWords.en
  await press(page, words.addAct)
  await page.getByRole('heading', { name: account.again }).waitFor()
  await page.getByRole('textbox', { name: signIn.email }).fill(email)
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: signIn.code }).fill(await stage.mails.code(email))
  await page.getByText(errors.proof_required).waitFor()
  const keys = await stage.world.db
    .selectFrom('api_keys')
    .select('id')
    .where('site_id', '=', (await site.row()).id)
    .execute()
  expect(keys).toEqual([])
})
