import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { Person, TestSite } from '../support/world.ts'

// Settings that stood open for long change what was changed in them, and put nothing back that others saved since.

const { common, settings, limits, signOn } = adminWords.en
const { general, embed } = settings

let stage: Stage
let site: TestSite
let owner: Person

beforeEach(async () => {
  stage = await openStage()
  site = await stage.site({ limits: {} })
  owner = await site.staff('owner', 'Olga')
})

const kept = async () => (await site.get('settings', owner)).body
const save = (page: Page) => page.getByRole('button', { name: common.save, exact: true }).click()

test('the general settings of an old tab leave what another has saved, language by language', async () => {
  const [old, other] = [
    (await stage.admin(site, owner, { path: 'settings/general' })).page,
    (await stage.admin(site, owner, { path: 'settings/general' })).page,
  ]
  const promise = (page: Page, locale: 'en' | 'fr') => page.locator(`#promises-${locale}`)
  await promise(old, 'en').waitFor()
  await other.getByRole('textbox', { name: general.name }).fill('Renamed')
  await promise(other, 'fr').fill('Nous lisons tout.')
  await other.getByRole('checkbox', { name: general.guests }).check()
  await save(other)
  await eventually(async () => (await kept()).name).toBe('Renamed')

  await promise(old, 'en').fill('We read everything.')
  await save(old)
  await eventually(async () => (await kept()).promises).toEqual({
    en: 'We read everything.',
    fr: 'Nous lisons tout.',
  })
  expect(await kept()).toMatchObject({ name: 'Renamed', guests: true })
  // What is saved now is shown.
  await eventually(() => old.getByRole('textbox', { name: general.name }).inputValue()).toBe('Renamed')
  await eventually(() => promise(old, 'fr').inputValue()).toBe('Nous lisons tout.')
  await promise(old, 'fr').fill('')
  await save(old)
  await eventually(async () => (await kept()).promises).toEqual({ en: 'We read everything.' })
})

test('an old tab takes no origin or page of the host away that another has added', async () => {
  const { page } = await stage.admin(site, owner, { path: 'settings/embed' })
  const origin = page.getByRole('textbox', { name: embed.origin })
  await origin.waitFor()
  const before = (await kept()).origins
  const hostPages = { fr: `${before[0]}/fr` }
  await site.patch('settings', { origins: [...before, 'https://one.example'], hostPages }, owner)
  await origin.fill('https://two.example')
  await page.getByRole('button', { name: embed.addOrigin }).click()
  await eventually(async () => (await kept()).origins).toEqual(
    expect.arrayContaining([...before, 'https://one.example', 'https://two.example']),
  )
  await site.patch('settings', { hostPages: { fr: `${before[0]}/forum` } }, owner)
  await page.locator('#host-page').fill(`${before[0]}/board`)
  await page.getByRole('button', { name: embed.saveHostPage }).click()
  await eventually(async () => (await kept()).hostPage).toBe(`${before[0]}/board`)
  expect((await kept()).hostPages).toEqual({ fr: `${before[0]}/forum` })
})

test('an old tab changes its own limit alone', async () => {
  const { page } = await stage.admin(site, owner, { path: 'settings/limits' })
  const replies = page.getByRole('spinbutton', { name: new RegExp(`^${limits.kinds.replies}`) })
  await replies.waitFor()
  await site.patch('settings', { limits: { votes: 42 } }, owner)
  await replies.fill('77')
  await save(page)
  const permits = async (kind: string) =>
    (await kept()).limits.find((one: { kind: string }) => one.kind === kind).permits
  await eventually(() => permits('replies')).toBe(77)
  expect(await permits('votes')).toBe(42)
})

test('a sign-on that stood open keeps the issuer that another has set', async () => {
  const draft = { name: 'Shop', issuer: 'https://old.example', algorithm: 'HS256', emailsVerified: true }
  const { connection } = (await site.post('connections', draft, owner)).body
  const { page } = await stage.admin(site, owner, { path: 'settings/sso' })
  await page.getByRole('button', { name: signOn.editOne('Shop') }).click()
  const name = page.locator('connection-editor #name')
  await name.waitFor()
  const change = { issuer: 'https://new.example', emailsVerified: false }
  expect((await site.patch(`connections/${connection.id}`, change, owner)).status).toBe(200)
  await name.fill('The shop')
  await save(page)
  const saved = async () =>
    (await site.get('connections', owner)).body.items.find((one: { id: string }) => one.id === connection.id)
  await eventually(async () => (await saved()).name).toBe('The shop')
  expect(await saved()).toMatchObject(change)
})
