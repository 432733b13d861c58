import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { held } from '../support/held.ts'
import { ideaAndQuestion } from '../support/idea_and_question.ts'
import { widgetWords } from '../support/widget_views.ts'
import type { TestSite } from '../support/world.ts'

// Whoever leaves the page that shows the widget leaves what they were about to do; a tag that is moved keeps it.

const { signIn, fresh } = await widgetWords('en')

let stage: Stage
let site: TestSite

beforeEach(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

const vote = (page: Page) => page.getByRole('button', { name: /Vote for “Rounds that end/ })
const votes = async () => (await site.get('threads/1')).body.votes
const ben = () => site.token({ sub: 'ben', name: 'Ben' })

/** Votes as a visitor, who is asked to sign in. */
async function asked() {
  const screen = await stage.widget(site)
  await screen.idle()
  await vote(screen.page).click()
  await screen.page.getByRole('dialog', { name: signIn.title }).waitFor()
  return screen
}

/** Takes the tag out of the page, as a single-page application does on the way to another of its pages. */
const takeOut = (page: Page) =>
  page.evaluate(() => {
    const board = document.querySelector('parvis-board')!
    Object.assign(window, { gone: new WeakRef(board) })
    board.remove()
  })

/** Puts a new tag in, with the token of somebody who has signed in meanwhile. */
const putAnother = (page: Page) =>
  page.evaluate(
    ([site, ssoToken]) =>
      document.body.append(Object.assign(document.createElement('parvis-board'), { site, ssoToken })),
    [site.slug, ben()] as const,
  )

test('a vote that waits for a sign-in is given up with its tag, and nobody who signs in later has cast it', async () => {
  const screen = await asked()
  const { page } = screen
  await takeOut(page)
  await putAnother(page)
  await page.getByRole('link', { name: 'My account, Ben' }).waitFor()
  await screen.idle()
  expect(screen.asked().filter((one) => one.startsWith('PUT'))).toEqual([])
  expect(await votes()).toBe(1)
  expect(await vote(page).getAttribute('aria-pressed')).toBe('false')
})

test('so it is where the same tag comes back later than one that is moved', async () => {
  const screen = await asked()
  const { page } = screen
  await page.evaluate(() => {
    const board = document.querySelector('parvis-board')!
    Object.assign(window, { back: () => document.body.append(board), board })
    board.remove()
  })
  const dialog = () =>
    page.evaluate(() => !!(window as unknown as { board: { dialog: unknown } }).board.dialog)
  await eventually(dialog).toBe(false)
  await page.evaluate((token) => {
    const { back, board } = window as unknown as { back(): void; board: HTMLElement }
    back()
    board.setAttribute('sso-token', token)
    Object.assign(window, { back: undefined, board: undefined })
  }, ben())
  await page.getByRole('link', { name: 'My account, Ben' }).waitFor()
  await screen.idle()
  expect(await votes()).toBe(1)
})

test('wid-C05: nothing holds a tag that was taken out while a vote waited in it', async () => {
  const { page, context } = await asked()
  const devtools = await context.newCDPSession(page)
  await takeOut(page)
  const gone = async () => {
    await devtools.send('HeapProfiler.collectGarbage')
    return page.evaluate(() => !(window as unknown as { gone: WeakRef<Element> }).gone.deref())
  }
  await eventually(gone).toBe(true)
})

test.each(['in one turn', 'a moment later'])(
  'wid-C06: a vote that waits in a tag that is moved, %s, is cast by whoever signs in',
  async (when) => {
    const { page } = await asked()
    await page.evaluate(async (later) => {
      const board = document.querySelector('parvis-board')!
      const aside = document.body.appendChild(document.createElement('aside'))
      board.remove()
      if (later) await new Promise((done) => setTimeout(done))
      aside.append(board)
    }, when !== 'in one turn')
    await page.locator('aside parvis-board').evaluate((board, token) => {
      board.setAttribute('sso-token', token)
    }, ben())
    await eventually(votes).toBe(2)
    await eventually(() => vote(page).getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('dialog').count()).toBe(0)
  },
)

test('wid-C08: an answer that comes after the tag was taken out leaves the address and the page alone', async () => {
  const screen = await stage.widget(site, { path: '/new', as: { sub: 'ben', name: 'Ben' } })
  const { page } = screen
  await page.getByRole('textbox', { name: fresh.kinds.idea.title }).fill('A bell that rings twice')
  await page.getByRole('textbox', { name: fresh.kinds.idea.body }).fill('Once for each side.')
  const posting = held(page, /\/threads$/)
  await page.getByRole('button', { name: fresh.kinds.idea.send, exact: true }).click()
  const answer = await posting
  await page.evaluate(() => {
    const told: string[] = []
    const board = document.querySelector('parvis-board')!
    for (const name of ['parvis-thread-created', 'parvis-navigate', 'parvis-arrived'])
      board.addEventListener(name, () => told.push(name))
    board.remove()
    history.pushState('theirs', '', '/pricing')
    Object.assign(window, { told, board })
  })
  const came = page.waitForResponse(/\/threads$/)
  await answer.continue()
  expect((await came).status()).toBe(201)
  // The form is emptied by what follows on the answer.
  const text = () =>
    page.evaluate(() => {
      const { board } = window as unknown as { board: HTMLElement }
      const form = board.shadowRoot!.querySelector('parvis-new')
      return form?.shadowRoot?.querySelector('parvis-composer')?.shadowRoot?.querySelector('textarea')?.value
    })
  await eventually(text).toBeFalsy()
  await screen.idle()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/pricing')
  expect(await page.evaluate(() => [history.state, (window as unknown as { told: string[] }).told])).toEqual([
    'theirs',
    [],
  ])
})
