import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { focused } from '../support/keyboard.ts'
import { around, hiddenStops, markedBy } from '../support/stops.ts'
import { views, widgetWords } from '../support/widget_views.ts'

// Whoever goes by keyboard sees where they are: what has the focus is marked, and nothing lies over it.

const stage: Stage = await openStage()
const community = await stage.furnished()
const words = await widgetWords('en')

async function shown(name: string, css = '') {
  const view = views.find((one) => one.name === name)!
  stage.clock.move(20)
  const embedding = { as: view.as && { sub: view.as }, css, path: view.path(community) }
  const screen = await stage.widget(community.site, embedding)
  await view.act?.(screen.page, words)
  await screen.settled()
  return screen
}

/** How many stops of Tab there are, and those on which one does not see that they have the focus. */
async function unmarked(page: Page) {
  const unseen: string[] = []
  const stops = await around(page, async (stop) => {
    const { tag, name } = await focused(page)
    const marked = await markedBy(page, stop)
    if (marked < 0.9) unseen.push(`${tag} ${name}: ${marked.toFixed(2)}`)
  })
  return { stops, unseen }
}

test.each([
  ['the board of a member', 20],
  ['a thread', 30],
  ['a new idea, with what is alike, and what is missing', 10],
  ['the roadmap', 8],
  ['one’s settings', 15],
  ['what one follows', 15],
  ['what goes and what stays when one is erased', 4],
  ['the question before a reply is deleted', 2],
  ['the report of a post', 4],
  ['the sign-in', 3],
] as const)(
  'wid-B17: each stop of Tab on %s shows that it has the focus, even where the host takes outlines away',
  async (name, least) => {
    const css = '*:focus, *:focus-visible { outline: none !important; box-shadow: none !important }'
    const { page } = await shown(name, css)
    const { stops, unseen } = await unmarked(page)
    expect(unseen).toEqual([])
    expect(stops).toBeGreaterThanOrEqual(least)
  },
)

test.each([
  ['the board of a member', 20],
  ['a thread', 30],
  ['a new idea, with what is alike, and what is missing', 10],
  ['one’s settings', 15],
  ['what goes and what stays when one is erased', 4],
  ['the report of a post', 4],
  ['the sign-in', 3],
] as const)(
  'wid-B31: each stop of Tab on %s shows that it has the focus in colours of the system’s choice',
  async (name, least) => {
    const { page } = await shown(name)
    await page.emulateMedia({ forcedColors: 'active' })
    const { stops, unseen } = await unmarked(page)
    expect(unseen).toEqual([])
    expect(stops).toBeGreaterThanOrEqual(least)
  },
)

const header = 'header { position: sticky; top: 0; height: 120px; background: #fff; z-index: 9 }'
const banner = 'aside { position: fixed; inset: auto 0 0; height: 110px; background: #fff; z-index: 9 }'
const told = 'html { scroll-padding-top: 128px; scroll-padding-bottom: 118px } body { padding-bottom: 118px }'

test('wid-B18: below a header and above a banner that stay, no stop of Tab is wholly hidden where the page says how high they are', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  for (let number = 1; number <= 9; number++) await site.idea(anna, { title: `Wish ${number}` })
  for (let number = 1; number <= 4; number++) await site.reply(anna, 1, `Reply ${number}`)
  const body = (tag: string) => `<header>A company</header>${tag}<aside>We keep a cookie.</aside>`
  const open = async (path: string, css: string) => {
    const embedding = { as: { sub: 'anna', name: 'Anna' }, path, css, body }
    return (await stage.widget(site, embedding, { viewport: { width: 800, height: 500 } })).page
  }
  // The premise: a page that does not say what they cover has some that are.
  expect((await hiddenStops(await open('/', banner), 'Tab')).length, 'by the banner').toBeGreaterThan(0)
  expect((await hiddenStops(await open('/', header), 'Shift+Tab')).length, 'by the header').toBeGreaterThan(0)
  for (const path of ['/', '/t/1', '/new?board=ideas', '/me/settings']) {
    const page = await open(path, `${told} ${header} ${banner}`)
    for (const key of ['Tab', 'Shift+Tab']) expect(await hiddenStops(page, key), path).toEqual([])
  }
})

test('wid-B18: the line at the foot that says what went wrong hides no stop of Tab', async () => {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  for (let number = 1; number <= 9; number++) await site.idea(anna, { title: `Wish ${number}` })
  const screen = await stage.widget(
    site,
    { as: { sub: 'ben', name: 'Ben' } },
    { viewport: { width: 320, height: 500 } },
  )
  screen.expect(/ERR_FAILED/)
  const { page } = screen
  await page.route(/\/vote$/, (route) => route.abort())
  await page.getByRole('button', { name: words.core.vote('Wish 9', 1) }).click()
  const line = page.locator('.notice')
  await line.waitFor()
  for (const key of ['Tab', 'Shift+Tab']) expect(await hiddenStops(page, key)).toEqual([])
  expect(await line.isVisible()).toBe(true)
})
