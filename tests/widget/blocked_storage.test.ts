import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import compose from '../../widget/translations/en/compose.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { Customer } from '../support/customer.ts'
import { eventually } from '../support/eventually.ts'
import { makeSite, type TestSite } from '../support/world.ts'

// Browsers that keep no cookies of third parties, or nothing at all.

let stage: Stage
let site: TestSite
/** The host as another site than the server, which is at `localhost`: cookies know no ports. */
let elsewhere: string

beforeAll(async () => {
  stage = await openStage()
  elsewhere = stage.host.origin.replace('localhost', '127.0.0.1')
  site = await makeSite(stage.world, stage.app, { origins: [stage.host.origin, elsewhere] })
  await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
})

/** A window that keeps no cookie of a third party, on a page of the host. */
async function withoutThirdParties(embedding: Parameters<Stage['embed']>[1] = {}) {
  const screen = await stage.screen()
  const devtools = await screen.context.newCDPSession(screen.page)
  await devtools.send('Network.enable')
  await devtools.send('Network.setCookieControls', { enableThirdPartyCookieRestriction: true })
  const address = stage.embed(site, { csp: '', ...embedding }).replace(stage.host.origin, elsewhere)
  await screen.page.goto(address)
  return { screen, page: screen.page, customer: new Customer(screen, address) }
}

test('wid-C18: where no cookie of a third party is kept, one signs in by the host’s token, votes, and is still there after a reload', async () => {
  const token = site.token({ sub: 'ben', name: 'Ben' })
  const before = (await site.get('threads/1')).body.votes
  const { screen, page } = await withoutThirdParties({ tag: { 'sso-token': token } })
  expect(await cookieHeld(page), 'the browser does block').toBe('none')
  await page.getByRole('link', { name: 'My account, Ben' }).waitFor()
  await page.getByRole('button', { name: /Vote for “Rounds that end/ }).click()
  await eventually(async () => (await site.get('threads/1')).body.votes).toBe(before + 1)
  await page.reload()
  await page.getByRole('link', { name: 'My account, Ben' }).waitFor()
  await page.getByRole('button', { name: /Vote for “Rounds that end/, pressed: true }).waitFor()
  await screen.idle()
  expect(screen.asked().filter((one) => one.includes('sso'))).toHaveLength(1)
  expect(await screen.context.cookies()).toEqual([])
})

test('wid-C18: there one signs in by e-mail code as well, and what one was about to do goes on by itself', async () => {
  const { screen, page, customer } = await withoutThirdParties()
  const email = `carla@${site.slug}.example`
  const before = (await site.get('threads/1')).body.votes
  await page.getByRole('button', { name: /Vote for “Rounds that end/ }).click()
  await customer.signInByCode(email, () => stage.mails.code(email))
  await eventually(async () => (await site.get('threads/1')).body.votes).toBe(before + 1)
  await page.reload()
  await page.getByRole('button', { name: /Vote for “Rounds that end/, pressed: true }).waitFor()
  expect(await screen.context.cookies()).toEqual([])
  expect(screen.context.pages(), 'no window pops up').toHaveLength(1)
  expect(page.frames()).toHaveLength(1)
})

/** What a server of a third party gets back of the cookie that it has set, asked from a page. */
async function cookieHeld(page: Page): Promise<string> {
  const third = createServer((request, answer) =>
    answer
      .writeHead(200, {
        'set-cookie': 'held=yes; SameSite=None; Secure; Path=/',
        'access-control-allow-origin': elsewhere,
        'access-control-allow-credentials': 'true',
      })
      .end(request.headers.cookie ?? 'none'),
  )
  await new Promise<void>((listening) => third.listen(0, '127.0.0.1', listening))
  const address = `http://localhost:${(third.address() as AddressInfo).port}/`
  try {
    return await page.evaluate(async (address) => {
      const ask = async () => (await fetch(address, { credentials: 'include' })).text()
      await ask()
      return ask()
    }, address)
  } finally {
    third.close()
  }
}

const refuses = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`

test('wid-C18: where nothing can be stored, a code signs in, what was typed is there afterwards, and it says that a draft is not kept', async () => {
  const screen = await stage.widget(site, { script: refuses, path: '/t/1' })
  const { page } = screen
  const box = page.getByRole('textbox', { name: 'Your reply' })
  await box.fill('We lose an hour each Friday.')
  await page.getByText(compose.draftFleeting).waitFor()
  expect(await page.getByText(/^Draft saved/).count()).toBe(0)
  await page.locator('.crumb').click()
  await page.getByRole('link', { name: 'Rounds that end at the depot' }).click()
  await eventually(() => box.inputValue()).toBe('We lose an hour each Friday.')

  // Whoever goes is asked first.
  const asked = new Promise<string>((done) => page.once('dialog', (dialog) => done(dialog.type())))
  screen.expect(/A dialog opened/)
  await page.evaluate(() => location.reload())
  expect(await asked).toBe('beforeunload')
  expect(await box.inputValue()).toBe('We lose an hour each Friday.')

  const email = `dora@${site.slug}.example`
  await page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await new Customer(screen, page.url()).signInByCode(email, () => stage.mails.code(email))
  await page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' }).waitFor()
  await eventually(() => box.inputValue()).toBe('')
  await page.reload()
  await page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2 }).waitFor()
  expect(screen.trouble, 'nothing is lost any more, and nobody is asked').toHaveLength(1)
})

test('wid-C18: a frame that hides whose page it is, and has no storage, is told what is the matter', async () => {
  const screen = await stage.screen()
  screen.expect(/blocked by CORS policy/, /ERR_FAILED/, /\[parvis\]/)
  const { page } = screen
  await page.goto(
    stage.embed(site, {
      csp: 'sandbox allow-scripts allow-forms',
      tag: { 'sso-token': site.token({ sub: 'ben', name: 'Ben' }) },
    }),
  )
  const said = page.getByRole('alert').filter({ hasText: 'This could not be loaded' })
  await said.getByText(acts.problems.framed!).waitFor()
  const storage = () => {
    try {
      return String(localStorage)
    } catch (error) {
      return (error as Error).name
    }
  }
  expect(await page.evaluate(storage)).toBe('SecurityError')
})
