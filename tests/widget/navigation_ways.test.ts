import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { type Embedding, openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { TestSite } from '../support/world.ts'

// Three ways to keep the place, and a walk that is the same in each.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  for (let number = 1; number <= 18; number++) await site.idea(anna, { title: `Wish of the week ${number}` })
  await site.idea(anna, { board: 'help', kind: 'question', title: 'How do I split a round?' })
})

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2, exact: true })
const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true })
const top = (page: Page) => page.evaluate(() => Math.round(scrollY))
const entries = (page: Page) => page.evaluate(() => history.length)
const filler = `<p>${'Text. '.repeat(800)}</p>`

/** A router such as a host has: it knows its own addresses, and gives the widget its place. */
const router = `addEventListener('DOMContentLoaded', () => {
  const board = document.querySelector('parvis-board')
  const follow = () => board.setAttribute('view', new URLSearchParams(location.search).get('at') ?? '/')
  board.hrefOf = (path) => '?' + new URLSearchParams({ at: path })
  board.addEventListener('parvis-navigate', (event) => {
    event.preventDefault()
    const { href, replace } = event.detail
    history[replace ? 'replaceState' : 'pushState']('theirs', '', href)
    follow()
  })
  addEventListener('popstate', follow)
  follow()
})`

const ways: Record<
  string,
  { page: Embedding; address: (path: string) => string; read: (url: URL) => string }
> = {
  query: {
    page: {},
    address: (path) => `?parvis=${path}#part`,
    read: (url) => `${url.searchParams.get('parvis') ?? '/'} ${url.hash}`,
  },
  hash: {
    page: { tag: { address: 'hash' } },
    address: (path) => `?plan=a%20b#part&parvis=${path}`,
    read: (url) => `${new URLSearchParams(url.hash.slice(1)).get('parvis') ?? '/'} ${url.hash.split('&')[0]}`,
  },
  router: {
    page: { script: router },
    address: (path) => `?at=${path}#part`,
    read: (url) => `${url.searchParams.get('at') ?? '/'} #part`,
  },
}

test.each(Object.keys(ways))(
  'wid-C08: with its place in the %s, a deep link opens, a click is one step, and back finds scroll and focus as they were',
  async (name) => {
    const way = ways[name]!
    const screen = await stage.screen()
    const { page } = screen
    const url = stage.embed(site, { ...way.page, body: (tag) => `<h1>A company</h1>${filler}${tag}` })
    const place = () => way.read(new URL(page.url()))

    await page.goto(url + way.address('/t/7'))
    await heading(page, 'Wish of the week 7').waitFor()
    await screen.idle()
    const start = await entries(page)
    expect(await top(page), 'nothing scrolls by itself').toBe(0)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')

    await page.locator('parvis-board').getByRole('link', { name: 'Ideas' }).first().click()
    const wish = link(page, 'Wish of the week 3')
    await wish.waitFor()
    expect(await entries(page)).toBe(start + 1)
    expect(place()).toBe('/ #part')
    await page.getByRole('combobox', { name: 'Status' }).selectOption('Open')
    await eventually(place).toBe('/?status=open #part')
    await screen.settled()
    expect(await entries(page), 'a choice is a step').toBe(start + 2)

    await wish.scrollIntoViewIfNeeded()
    const before = await top(page)
    await wish.click()
    await heading(page, 'Wish of the week 3').waitFor()
    await eventually(async () => (await focused(page)).name).toBe('Wish of the week 3')
    await eventually(place).toMatch(/^\/t\/3.* #part$/)
    expect(await entries(page)).toBe(start + 3)
    await page.goBack()
    await wish.waitFor()
    await eventually(async () => (await focused(page)).name).toBe('Wish of the week 3')
    await eventually(() => top(page)).toBe(before)
    expect(place()).toBe('/?status=open #part')

    await page.goForward()
    await heading(page, 'Wish of the week 3').waitFor()
    await page.reload()
    await heading(page, 'Wish of the week 3').waitFor()
  },
)

test('wid-C07: two widgets in one hash, and a third in the query, keep out of each other’s way', async () => {
  const { page } = await stage.widget(site, {
    body:
      stage.tag(site, { address: 'hash' }) +
      stage.tag(site, { address: 'hash', name: 'help', board: 'help' }) +
      stage.tag(site, { name: 'more' }),
  })
  const board = (index: number) => page.locator('parvis-board').nth(index)
  const there = (index: number, name: string) =>
    board(index).getByRole('heading', { name, level: 2, exact: true }).waitFor()
  await board(1).getByRole('link', { name: 'How do I split a round?' }).click()
  await there(1, 'How do I split a round?')
  await board(0).getByRole('link', { name: 'Wish of the week 17', exact: true }).click()
  await there(0, 'Wish of the week 17')
  await board(2).getByRole('link', { name: 'Wish of the week 18', exact: true }).click()
  await there(2, 'Wish of the week 18')
  const { hash, search } = new URL(page.url())
  expect(hash).toMatch(/^#parvis-help=\/t\/19[^&]*&parvis=\/t\/17[^&]*$/)
  expect(search).toMatch(/^\?parvis-more=\/t\/18[^&]*$/)
  await page.goBack()
  await board(2).getByRole('link', { name: 'Wish of the week 18', exact: true }).waitFor()
  await there(0, 'Wish of the week 17')
  await there(1, 'How do I split a round?')
  await page.goBack()
  await board(0).getByRole('link', { name: 'Wish of the week 17', exact: true }).waitFor()
  await there(1, 'How do I split a round?')
})

test('a link of a mail, which names the place in the query, leads a widget of the hash there and is used up', async () => {
  const { page } = await stage.widget(site, { tag: { address: 'hash' }, path: '/t/5' })
  await heading(page, 'Wish of the week 5').waitFor()
  await page.locator('parvis-board').getByRole('link', { name: 'Ideas' }).first().click()
  await link(page, 'Wish of the week 5').waitFor()
  expect(new URL(page.url()).search + new URL(page.url()).hash).toBe('')
})
