import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { CuttingWire } from '../support/cutting_wire.ts'
import { eventually } from '../support/eventually.ts'
import { signedOn } from '../support/kept_session.ts'
import type { Screen } from '../support/screen.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// An answer that is cut off, and one of a network that wants to be signed in to first, are none of the server's.

const { acts, thread, fresh: form } = await widgetWords('en')
const title = 'Rounds that end at the depot'

let stage: Stage
let wire: CuttingWire
let site: TestSite
let number: number

beforeAll(async () => {
  stage = await openStage()
  wire = await CuttingWire.open(stage.url)
})
afterAll(() => wire.close())

beforeEach(async () => {
  wire.mend()
  wire.cut.length = 0
  site = await stage.site()
  number = await site.idea(await site.member('Anna', { sub: 'anna' }), { title })
})

/** Opens a place as Ben, by the way that can be cut, and notes what the page is told of. */
async function opened(path: string): Promise<Screen> {
  const screen = await stage.widget(site, {
    as: { sub: 'ben', name: 'Ben' },
    path,
    csp: '',
    head: `<script type="module" src="${wire.origin}/widget.js"></script>`,
    script: `window.told = []
      for (const name of ['parvis-vote', 'parvis-thread-created'])
        addEventListener(name, ({ detail }) => told.push(detail))`,
  })
  screen.expect(/ERR_CONTENT_LENGTH_MISMATCH|ERR_INCOMPLETE|ERR_FAILED|ERR_CONNECTION|ERR_EMPTY/)
  await signedOn(screen.page, 'Ben')
  await screen.idle()
  return screen
}

/** What a network answers everything with until one has signed in to it. */
const portal = (page: Page, address: RegExp) =>
  page.route(address, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: '<h1>Welcome aboard</h1>',
      headers: { 'access-control-allow-origin': stage.host.origin },
    }),
  )

const said = (page: Page) => page.getByRole('alert').filter({ hasText: acts.problems.offline! }).waitFor()
const told = (page: Page) => page.evaluate(() => (window as unknown as { told: object[] }).told)
const voteOn = (page: Page) => page.getByRole('button', { name: /“Rounds that end/ })
const votes = async () => (await site.get(`threads/${number}`)).body.votes
const replies = async () => (await site.get(`threads/${number}/replies`)).body.items
const counted = [{ number: 1, voted: true, votes: 2 }]

test('wid-C23: a vote whose answer is cut off is sent once more, and counts once', async () => {
  const { page } = await opened('/')
  wire.cutOff(/^PUT .*\/vote$/)
  await voteOn(page).click()
  await eventually(() => told(page)).toEqual(counted)
  expect(wire.cut).toHaveLength(1)
  expect(await voteOn(page).getAttribute('aria-pressed')).toBe('true')
  expect(await votes()).toBe(2)
})

test('wid-C23: where each answer to a vote is cut off, what the server knows of it is read', async () => {
  const { page } = await opened('/')
  wire.cutOff(/^PUT .*\/vote$/, 100)
  await voteOn(page).click()
  await eventually(() => told(page)).toEqual(counted)
  expect(wire.cut.length).toBeGreaterThan(1)
  expect(await voteOn(page).getAttribute('aria-pressed')).toBe('true')
  expect(await page.getByRole('alert').filter({ hasText: acts.problems.offline! }).count()).toBe(0)
  expect(await votes()).toBe(2)
})

test('wid-C23: a vote of which nothing can be read either is looked for until it is known', async () => {
  const { page } = await opened('/')
  const personal = /\/me\/overlay\?/
  wire.cutOff(/^PUT .*\/vote$/, 100)
  await page.route(personal, (route) => route.abort())
  await voteOn(page).click()
  await said(page)
  expect(await voteOn(page).getAttribute('aria-pressed')).toBe('false')
  expect(await told(page)).toEqual([])
  expect(await votes(), 'and yet it counts').toBe(2)
  await page.unroute(personal)
  await eventually(() => told(page)).toEqual(counted)
  expect(await voteOn(page).getAttribute('aria-pressed')).toBe('true')
})

test('wid-C23: a vote that a captive network answers is not counted, is said to have failed, and may be cast again', async () => {
  const { page } = await opened('/')
  await portal(page, /\/vote$/)
  await voteOn(page).click()
  await said(page)
  expect(await told(page)).toEqual([])
  expect(await voteOn(page).getAttribute('aria-pressed')).toBe('false')
  expect(await votes()).toBe(1)
  await page.unroute(/\/vote$/)
  await voteOn(page).click()
  await eventually(() => told(page)).toEqual(counted)
})

const lose: [what: string, lost: (page: Page) => unknown, found: (page: Page) => unknown][] = [
  ['cut off', () => wire.cutOff(/^POST .*\/(replies|threads)$/), () => wire.mend()],
  [
    'that of a captive network',
    (page) => portal(page, /\/(replies|threads)$/),
    (page) => page.unroute(/\/(replies|threads)$/),
  ],
]

test.each(lose)('wid-C23: a reply whose answer is %s stays, and is posted once', async (_, lost, found) => {
  const { page } = await opened(`/t/${number}`)
  const box = page.getByRole('textbox', { name: thread.yourReply })
  await box.fill('We lose an hour each Friday.')
  await lost(page)
  const send = page.getByRole('button', { name: thread.reply, exact: true })
  await send.click()
  await said(page)
  expect(await box.inputValue()).toBe('We lose an hour each Friday.')
  await found(page)
  await send.click()
  await eventually(() => box.inputValue()).toBe('')
  await page.getByRole('listitem').filter({ hasText: 'We lose an hour each Friday.' }).waitFor()
  expect(await replies()).toHaveLength(1)
})

test.each(lose)(
  'wid-C23: a new thread whose answer is %s stays, and is posted once',
  async (_, lost, found) => {
    const { page } = await opened('/new')
    const field = page.getByRole('textbox', { name: form.kinds.idea.title })
    await field.fill('A bell that rings twice')
    await page.getByRole('textbox', { name: form.kinds.idea.body }).fill('Once for each side.')
    await lost(page)
    const send = page.getByRole('button', { name: form.kinds.idea.send, exact: true })
    await send.click()
    await said(page)
    expect(await told(page)).toEqual([])
    expect(await field.inputValue()).toBe('A bell that rings twice')
    await found(page)
    await send.click()
    await page.getByRole('heading', { name: 'A bell that rings twice', level: 2 }).waitFor()
    await eventually(() => told(page)).toMatchObject([{ number: number + 1 }])
    expect((await site.get('threads?board=ideas')).body.items).toHaveLength(2)
  },
)

test('wid-C23: whoever follows a thread on a captive network is not told that they do', async () => {
  const { page } = await opened(`/t/${number}`)
  await portal(page, /\/subscription$/)
  const follow = page.getByRole('button', { name: thread.follow, exact: true })
  await follow.click()
  await said(page)
  expect(await page.getByRole('button', { name: thread.unfollow, exact: true }).count()).toBe(0)
  await page.unroute(/\/subscription$/)
  await follow.click()
  await page.getByRole('button', { name: thread.unfollow, exact: true }).waitFor()
})
