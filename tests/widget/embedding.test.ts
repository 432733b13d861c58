import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { idea, ideaAndQuestion, ideaOpened, question, questionOpened } from '../support/idea_and_question.ts'
import type { TestSite } from '../support/world.ts'

// The tag in pages of every making, and what it leaves alone there.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await ideaAndQuestion(stage)
})

test('wid-C02: the script may stand before the tag, after it, or there twice', async () => {
  const tag = () => stage.tag(site)
  for (const [head, body] of [
    [stage.script, tag()],
    ['', tag() + stage.script],
    [stage.script, `${tag()}<script type="module" src="${stage.url}widget.js?again"></script>`],
  ] as const) {
    const { page } = await stage.widget(site, { head, body })
    await idea(page).waitFor()
    expect(await page.locator('parvis-board section').count()).toBe(1)
  }
})

test('wid-C12: what stands inside the tag is shown while the script loads, where there is none, and where it is blocked', async () => {
  const inside = '<a href="/community">Our community</a>'
  const embedded = stage.embed(site, { body: stage.tag(site).replace('></', `>${inside}</`) })
  const shown = (page: Page) => page.getByRole('link', { name: 'Our community' })
  const { page } = await stage.screen()
  let go = () => {}
  const held = new Promise<void>((done) => {
    go = done
  })
  await page.route(/widget\.js$/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(embedded, { waitUntil: 'commit' })
  await shown(page).waitFor()
  expect(await page.locator('parvis-board section').count()).toBe(0)
  go()
  await idea(page).waitFor()
  expect(await shown(page).isVisible()).toBe(false)
  const plain = await stage.screen({ javaScriptEnabled: false })
  await plain.page.goto(embedded)
  await shown(plain.page).waitFor()
  const blocked = await stage.screen()
  blocked.expect(/ERR_FAILED/)
  await blocked.page.route(/widget\.js$/, (route) => route.abort())
  await blocked.page.goto(embedded)
  await blocked.idle()
  expect(await shown(blocked.page).isVisible()).toBe(true)
})

test('wid-C04: the element may be made before or after the script has come, with its properties set before', async () => {
  const script = (attach: string) => `addEventListener('DOMContentLoaded', () => {
    const board = document.createElement('parvis-board')
    board.site = '${site.slug}'
    board.tokenProvider = async () => '${site.token({ sub: 'anna', name: 'Anna' })}'
    ${attach}
  })`
  for (const attach of [
    'document.body.append(board)',
    'customElements.whenDefined("parvis-board").then(() => document.body.append(board))',
  ]) {
    const { page } = await stage.widget(site, { body: '<h1>A company</h1>', script: script(attach) })
    await idea(page).waitFor()
    await page.getByRole('link', { name: 'My account, Anna' }).waitFor()
  }
})

test('wid-C07: two widgets on one page keep their own places in the address', async () => {
  const screen = await stage.widget(site, {
    body: stage.tag(site) + stage.tag(site, { name: 'help', board: 'help' }),
  })
  const { page } = screen
  const [first, second] = [page.locator('parvis-board').nth(0), page.locator('parvis-board').nth(1)]
  await question(second).click()
  await questionOpened(second).waitFor()
  const query = () => new URL(page.url()).searchParams
  expect(query().get('parvis-help')).toMatch(/^\/t\/2/)
  expect(query().get('parvis')).toBe(null)
  await idea(first).click()
  await ideaOpened(first).waitFor()
  expect(query().get('parvis')).toMatch(/^\/t\/1/)
  expect(query().get('parvis-help')).toMatch(/^\/t\/2/)
  await page.goBack()
  await idea(first).waitFor()
  expect(await questionOpened(second).isVisible()).toBe(true)
})

test('it works inside the shadow root of another element', async () => {
  const script = `customElements.define('company-box', class extends HTMLElement {
    constructor() {
      super()
      this.inner = this.attachShadow({ mode: 'open' })
      const board = document.createElement('parvis-board')
      board.setAttribute('site', '${site.slug}')
      this.inner.append(board)
    }
  })`
  const { page } = await stage.widget(site, { body: '<company-box></company-box>', script })
  await idea(page).click()
  await ideaOpened(page).waitFor()
  await page.goBack()
  await idea(page).waitFor()
})

test('wid-C05: removed and put back it works on, without asking or listening twice', async () => {
  // What happened just before one came is looked for once more, and here it is long ago.
  stage.clock.move(60)
  const screen = await stage.widget(site)
  const { page } = screen
  await idea(page).waitFor()
  await screen.idle()
  const said = () => [screen.asked().length, screen.streams().length]
  const before = said()
  await page.evaluate(() => {
    const board = document.querySelector('parvis-board')!
    const box = document.body.appendChild(document.createElement('div'))
    for (let turn = 0; turn < 100; turn++) {
      board.remove()
      ;(turn % 2 ? document.body : box).append(board)
    }
  })
  await screen.idle()
  expect(said()).toEqual(before)
  await question(page).waitFor({ state: 'hidden' })
  await idea(page).click()
  await ideaOpened(page).waitFor()
  expect(screen.asked().filter((one) => one === 'GET threads/1')).toHaveLength(1)
  await page.goBack()
  await idea(page).waitFor()
  expect(await page.evaluate(() => history.length)).toBe(3)
})

test('wid-C16: where localStorage throws, one can read and sign in all the same', async () => {
  const script = `Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })`
  // Somebody who has no vote yet, which a click would take back.
  const screen = await stage.widget(site, { script, as: { sub: 'without-storage', name: 'Bert' } })
  const { page } = screen
  expect(
    await page.evaluate(() => {
      try {
        return Boolean(localStorage)
      } catch {
        return 'throws'
      }
    }),
  ).toBe('throws')
  await page.getByRole('link', { name: 'My account, Bert' }).waitFor()
  await page.getByRole('button', { name: /Vote for “Rounds that end/ }).click()
  await page.getByRole('button', { name: /Vote for “Rounds that end/, pressed: true }).waitFor()
})

test('wid-C01: a forgotten attribute is said on the page and in the console, and does not throw', async () => {
  const screen = await stage.screen()
  screen.expect(/The attribute site is missing/)
  await screen.page.goto(stage.embed(site, { body: '<parvis-board></parvis-board>' }))
  await screen.page.getByText(/The attribute site is missing/).waitFor()
  expect(screen.trouble.join()).toContain('The attribute site is missing')
})

test('a site that there is not is said, with a way to try again', async () => {
  const screen = await stage.screen()
  screen.expect(/blocked by CORS policy/, /ERR_FAILED/, /\[parvis\]/)
  await screen.page.goto(stage.embed(site, { body: '<parvis-board site="nowhere"></parvis-board>' }))
  await screen.page.getByRole('alert').filter({ hasText: 'This could not be loaded' }).waitFor()
  await screen.page.getByRole('button', { name: 'Try again' }).waitFor()
  // The browser does not say which it is, to the page or to us.
  const said = screen.trouble.find((one) => one.includes('did not answer this page'))
  expect(said).toContain(`is ${stage.host.origin} among the origins`)
  expect(said).toMatch(/slug.*connect-src/)
})

/** What a host would notice: its markup, its globals and built-ins, its history, scroll, title, storage. */
const whatTheHostSees = () => {
  const builtIns = [Object, Array, Element, HTMLElement, Node, Document, Event, History, Promise, String]
  return {
    head: document.head.innerHTML,
    body: document.body.outerHTML,
    root: [...document.documentElement.attributes].map((one) => `${one.name}=${one.value}`),
    globals: Object.getOwnPropertyNames(window).sort(),
    builtIns: builtIns.map((one) => [
      Object.getOwnPropertyNames(one),
      Object.getOwnPropertyNames(one.prototype),
    ]),
    sheets: document.adoptedStyleSheets.length,
    title: document.title,
    address: location.href,
    history: [history.length, JSON.stringify(history.state)],
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.tagName,
    cookies: document.cookie,
    storage: [
      Object.keys(localStorage).filter((key) => !key.startsWith('parvis:')),
      Object.keys(sessionStorage),
    ],
  }
}

test('wid-C08: nothing of the host’s page is changed but the inside of the tag', async () => {
  const body = `<h1>A company</h1><p id="end">${'Text. '.repeat(2000)}</p>${stage.tag(site)}`
  // The same page with a script that does nothing.
  stage.host.file('/nothing.js', 'text/javascript', '')
  const nothing = `<script type="module" src="/nothing.js"></script>`
  const plain = await stage.screen()
  await plain.page.goto(stage.embed(site, { body, head: nothing }))
  const screen = await stage.screen()
  await screen.page.goto(stage.embed(site, { body }))
  await idea(screen.page).waitFor()
  await screen.idle()
  const before = await plain.page.evaluate(whatTheHostSees)
  const after = await screen.page.evaluate(whatTheHostSees)
  expect(after.globals.filter((name) => !before.globals.includes(name))).toEqual([])
  const own = (seen: typeof before) => ({
    ...seen,
    globals: undefined,
    head: seen.head.replace(nothing, stage.script),
    address: seen.address.replace(/page-\d+/, ''),
  })
  expect(own(after)).toEqual(own(before))
})

test('wid-C10: events tell the host what happened, and a cancelled move is the host’s to make', async () => {
  const script = `
    window.told = []
    for (const name of ['parvis-navigate', 'parvis-vote', 'parvis-signed-in'])
      addEventListener(name, (event) => {
        told.push([name, event.detail, event.composed && event.bubbles])
        if (name === 'parvis-navigate' && window.routes) event.preventDefault()
      })`
  const { page } = await stage.widget(site, { script, as: { sub: 'anna', name: 'Anna' } })
  const told = () =>
    page.evaluate(
      () => (window as unknown as { told: [string, { path?: string; voted?: boolean }, boolean][] }).told,
    )
  await page.getByRole('button', { name: /Vote for “Rounds that end/ }).click()
  await eventually(async () => (await told()).map(([name]) => name)).toContain('parvis-vote')
  await page.evaluate(() => Object.assign(window, { routes: true }))
  await idea(page).click()
  await eventually(async () => (await told()).map(([name]) => name)).toContain('parvis-navigate')
  const [, detail, passes] = (await told()).find(([name]) => name === 'parvis-navigate')!
  expect(detail.path).toMatch(/^\/t\/1/)
  expect(passes).toBe(true)
  expect(await idea(page).isVisible()).toBe(true)
  expect(new URL(page.url()).search).toBe('')
  await page.evaluate(
    (path) => document.querySelector('parvis-board')!.setAttribute('view', path!),
    detail.path,
  )
  await ideaOpened(page).waitFor()
  expect(new URL(page.url()).search).toBe('')
})
