import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appCode, colleague, withAuthenticator } from '../support/account.ts'
import { adminWords } from '../support/admin_views.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { clientId, clientSecret, RealProvider } from '../support/openid_provider.ts'
import { fromTheProvider, through } from '../support/openid_visitor.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// An admin sets a provider up, and the team signs in by it: on our screens and on the provider's own.

const { openId: words, signIn, common, account } = adminWords.en

let stage: Stage
let provider: RealProvider
beforeAll(async () => {
  stage = await openStage()
  provider = await RealProvider.open()
})
afterAll(() => provider.close())

const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).filter({ visible: true }).last().click()

/** Somebody at a sign-in page who was on the way to a view. */
async function atSignIn(site: TestSite, view = ''): Promise<Screen> {
  const screen = await stage.screen()
  screen.expect(/40[13]/, ...fromTheProvider)
  await screen.page.goto(`${stage.url}admin/${site.slug}/${view}`)
  return screen
}

test('a provider is added, checked, given its client by the screen, and lets somebody in to the view they wanted', async () => {
  const site = await stage.site()
  const owner = await site.staff('owner', 'Olga Petrova')
  const { page } = await stage.admin(site, owner, { path: 'settings/team-sign-in' })
  await page.getByText(words.emptyHeading).waitFor()
  await press(page, words.add)
  await page.getByRole('textbox', { name: words.name }).fill('Acme ID')
  await page.getByRole('textbox', { name: words.issuer }).fill(provider.issuer)
  await press(page, words.addAct)
  await page.getByText(words.unreadyWords).waitFor()
  const redirectUri = await page.locator('once-shown pre').innerText()
  expect(redirectUri).toMatch(
    new RegExp(`^${stage.url}api/v1/sites/${site.slug}/openid-providers/[0-9a-f-]{36}/callback$`),
  )
  // Its client is not there yet, and it is checked all the same.
  await page.getByText(/One thing is wrong|This provider is fit/).waitFor()
  provider.admit(redirectUri)
  await press(page, words.checkOne('Acme ID'))
  await page.getByText(words.good).waitFor()
  await press(page, words.enterClient)
  await page.getByRole('textbox', { name: words.clientId }).fill(clientId)
  await press(page, common.save)
  await page.getByText(words.clientMissing).waitFor()
  await page.getByLabel(words.clientSecret).fill(clientSecret)
  await press(page, common.save)
  await page.getByText(words.ready).waitFor()
  expect(await page.content()).not.toContain(clientSecret)

  const sanne = await colleague(site)
  provider.accounts.set('sanne', { email: sanne.email, email_verified: true })
  const number = await site.idea(owner, { title: 'Let a round end at another depot' })
  const screen = await atSignIn(site, `feedback/${number}`)
  const theirs = screen.page
  await press(theirs, words.continueWith('Acme ID'))
  await through(theirs, 'sanne')
  await theirs.getByRole('heading', { name: 'Let a round end at another depot' }).first().waitFor()
  expect(theirs.url()).toBe(`${stage.url}admin/${site.slug}/feedback/${number}`)
  expect(await theirs.evaluate(() => document.referrer)).not.toMatch(/code=|state=/)

  await theirs.goto(`${stage.url}admin/${site.slug}/account`)
  await theirs.getByText(words.account.ofSite).waitFor()
  await theirs.getByText('Acme ID').waitFor()
  expect(await theirs.getByRole('heading', { name: account.password.title }).count()).toBe(0)

  await page.reload()
  await page.getByText(words.people(1)).waitFor()
  await press(page, words.removeOne('Acme ID'))
  await page.getByText(words.removeWords(1)).waitFor()
  await press(page, common.remove)
  await page.getByText(words.emptyHeading).waitFor()
  await theirs.goto(`${stage.url}admin/${site.slug}/feedback`)
  await theirs.getByLabel(signIn.email).waitFor()
  expect(await theirs.getByRole('button', { name: words.continueWith('Acme ID') }).count()).toBe(0)
})

test('the second factor is asked for on our own page, and a link is seen and removed in one’s account', async () => {
  const site = await stage.site()
  await provider.setUp(site, await site.staff('owner'))
  const sanne = await colleague(site)
  provider.accounts.set('sanne-2', { email: sanne.email, email_verified: true })
  const { uri } = await withAuthenticator(site, sanne)
  stage.clock.move(60)
  const { page } = await atSignIn(site, 'roadmap')
  await press(page, words.continueWith('Acme ID'))
  await through(page, 'sanne-2')
  await page.getByLabel(signIn.factor).waitFor()
  expect(page.url()).not.toContain('pv2_')
  await page.getByLabel(signIn.factor).fill(appCode(site, uri))
  await page.getByRole('heading', { name: adminWords.en.roadmap.title, level: 1 }).waitFor()

  const own = await stage.admin(site, sanne, { path: 'account' })
  own.expect(/403/, ...fromTheProvider)
  await own.page.getByRole('button', { name: words.account.remove('Acme ID') }).click()
  await own.page.getByText(words.account.removeWords).waitFor()
  await press(own.page, words.account.removeAct)
  await own.page.getByText(words.account.none).waitFor()
  await press(own.page, words.account.link('Acme ID'))
  await through(own.page, 'sanne-again')
  await own.page.getByRole('button', { name: words.account.remove('Acme ID') }).waitFor()
  expect(own.page.url()).toBe(`${stage.url}admin/${site.slug}/account`)
  expect(await own.page.getByRole('button', { name: words.account.link('Acme ID') }).count()).toBe(0)
  await page.goto(`${stage.url}admin/${site.slug}/feedback`)
  await page.getByLabel(signIn.email).waitFor()
})

test('who is not on the team is told so on a readable page, and is back at the sign-in by its link', async () => {
  const site = await stage.site({ locale: 'de' })
  await provider.setUp(site, await site.staff('owner'))
  provider.accounts.set('stranger', { email: 'stranger@x.example', email_verified: true })
  const screen = await atSignIn(site, 'settings/team')
  const { page } = screen
  await press(page, words.continueWith('Acme ID'))
  await through(page, 'stranger')
  await page.getByRole('heading', { name: 'You are not signed in' }).waitFor()
  await page.getByText('This account of Acme ID does not open this community.').waitFor()
  await page.getByRole('link', { name: 'Back to the sign-in page' }).click()
  await page.getByLabel(signIn.email).waitFor()
  expect(new URL(page.url()).searchParams.get('back')).toBe('settings/team')
})
