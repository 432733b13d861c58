import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import acts from '../../widget/translations/en/acts.ts'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import type { TestSite } from '../support/world.ts'

// The page's title is the host's. What is put before it is taken off again, and nothing else is.

let stage: Stage
const as = { sub: 'lea', name: 'Lea' }
const tag = { 'count-in-title': '' }

beforeAll(async () => {
  stage = await openStage()
})

/** A site in which one notification waits for Lea. */
async function waiting(): Promise<TestSite> {
  const site = await stage.site()
  const lea = await site.member('Lea', as)
  const number = await site.idea(lea, { title: 'Rounds that end at the depot' })
  await site.reply(await site.member('Anna', { sub: 'anna' }), number, 'And in the rain.')
  await eventually(async () => (await site.get('me/notifications', lea)).body.unread).toBe(1)
  return site
}

/** Takes the tag out of the page or puts it in again, as a page that draws itself does. */
const takeOut = (page: Page) =>
  page.evaluate(() => {
    const board = document.querySelector('parvis-board')!
    Object.assign(window, { putBack: () => document.body.append(board) })
    board.remove()
  })
const putBack = (page: Page) => page.evaluate(() => (window as unknown as { putBack(): void }).putBack())

test('where the tag is taken out the title is as it was, and where it is put back it counts again', async () => {
  const screen = await stage.widget(await waiting(), { as, tag })
  const { page } = screen
  await eventually(() => page.title()).toBe("(1) A company's page")
  await screen.idle()
  await takeOut(page)
  expect(await page.title()).toBe("A company's page")
  await page.evaluate(() => {
    document.title = 'Prices'
  })
  await putBack(page)
  expect(await page.title()).toBe('(1) Prices')
  await takeOut(page)
  expect(await page.title()).toBe('Prices')
})

test('two widgets of a page count what waits in their site once, until the last of them is gone', async () => {
  const site = await waiting()
  const body = (one: string) => one + one.replace('<parvis-board', '<parvis-board name="second"')
  const screen = await stage.widget(site, { as, tag, body })
  const { page } = screen
  await page.locator('parvis-board section').nth(1).waitFor()
  await eventually(() => page.title()).toBe("(1) A company's page")
  await screen.idle()
  await takeOut(page)
  expect(await page.title()).toBe("(1) A company's page")
  await page.evaluate(() => document.querySelector('parvis-board')!.remove())
  expect(await page.title()).toBe("A company's page")
})

test('two widgets of two sites count what waits in both', async () => {
  const [one, two] = [await waiting(), await waiting()]
  const attributes = (site: TestSite) => ({ ...tag, 'sso-token': site.token(as) })
  const body = stage.tag(one, attributes(one)) + stage.tag(two, { ...attributes(two), name: 'second' })
  const screen = await stage.widget(one, { body })
  const { page } = screen
  await eventually(() => page.title()).toBe("(2) A company's page")
  await screen.idle()
  await takeOut(page)
  expect(await page.title()).toBe("(1) A company's page")
})

test('a figure in brackets that the page itself has before its title stays, with and without a count', async () => {
  const site = await waiting()
  const script = `addEventListener('DOMContentLoaded', () => { document.title = '(2024) Report' })`
  const screen = await stage.widget(site, { as, tag, script })
  const { page } = screen
  await eventually(() => page.title()).toBe('(1) (2024) Report')
  // The page's router writes a title of its own meanwhile, with the same figure.
  await page.evaluate(() => {
    document.title = '(1) Basket'
  })
  await screen.idle()
  await takeOut(page)
  expect(await page.title()).toBe('(1) Basket')
  await putBack(page)
  expect(await page.title()).toBe('(1) (1) Basket')
  await page.locator('parvis-board').evaluate((board) => board.setAttribute('sso-token', ''))
  await eventually(() => page.title()).toBe('(1) Basket')
})

test('the count comes and goes with its attribute, and is put before each title that the page writes', async () => {
  const screen = await stage.widget(await waiting(), { as })
  const { page } = screen
  await page.getByRole('link', { name: acts.notifications(1) }).waitFor()
  await screen.idle()
  expect(await page.title()).toBe("A company's page")
  await page.locator('parvis-board').evaluate((board) => board.setAttribute('count-in-title', ''))
  await eventually(() => page.title()).toBe("(1) A company's page")
  const write = (title: string) =>
    page.evaluate((title) => {
      document.title = title
    }, title)
  await write('Prices')
  await eventually(() => page.title()).toBe('(1) Prices')
  // As a framework does that keeps its own head.
  await page.evaluate(() => {
    document.querySelector('title')!.remove()
    document.head.append(Object.assign(document.createElement('title'), { textContent: 'Contact' }))
  })
  await eventually(() => page.title()).toBe('(1) Contact')
  await page.locator('parvis-board').evaluate((board) => board.removeAttribute('count-in-title'))
  await eventually(() => page.title()).toBe('Contact')
  await write('Basket')
  await screen.idle()
  expect(await page.title()).toBe('Basket')
})
