import { readdir, readFile } from 'node:fs/promises'
import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { strictPolicy } from '../support/host_pages.ts'
import type { TestSite } from '../support/world.ts'

// Two versions of the script, shadow roots around the tag, tags that come and go, and no network.

let stage: Stage
let site: TestSite

beforeAll(async () => {
  stage = await openStage()
  site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  await site.idea(anna, { title: 'Rounds that end at the depot' })
  await site.idea(anna, { board: 'help', kind: 'question', title: 'How do I split a round?' })
})

const idea = (page: Page) => page.getByRole('link', { name: 'Rounds that end at the depot' })
const heading = (page: Page) =>
  page.getByRole('heading', { name: 'Rounds that end at the depot', level: 2, exact: true })

/** The built widget once more, as another server of another version would have it. */
async function otherVersion(): Promise<string> {
  const dist = new URL('../../dist/widget/', import.meta.url)
  const { version } = JSON.parse(await readFile(new URL('manifest.json', dist), 'utf8')) as {
    version: string
  }
  const files = new URL(`files/${version}/`, dist)
  for (const file of await readdir(files)) {
    const text = await readFile(new URL(file, files), 'utf8')
    stage.host.file(`/parvis/widget/0ther0version/${file}`, 'text/javascript', text)
  }
  stage.host.file('/parvis/widget.js', 'text/javascript', 'import "./widget/0ther0version/widget.js"')
  return '<script type="module" src="/parvis/widget.js"></script>'
}

test('wid-C02: of two versions from two origins the first draws both tags, and the console says which was not used', async () => {
  const other = await otherVersion()
  const screen = await stage.screen()
  screen.expect(/was here first/)
  const { page } = screen
  await page.goto(
    stage.embed(site, {
      head: stage.script + other,
      body: stage.tag(site) + stage.tag(site, { name: 'help', board: 'help' }),
    }),
  )
  await idea(page).click()
  await heading(page).waitFor()
  await page.getByRole('link', { name: 'How do I split a round?' }).click()
  await page.getByRole('heading', { name: 'How do I split a round?', level: 2 }).waitFor()
  await eventually(() => screen.trouble.length).toBe(1)
  expect(screen.trouble[0]).toMatch(
    new RegExp(
      `\\[parvis\\] ${stage.url}widget/\\w+/widget.js was here first; not used: ${stage.host.origin}/parvis/`,
    ),
  )
})

test('wid-C02, wid-C15: a page that allows one Trusted Types policy of ours may load two versions', async () => {
  const csp = strictPolicy(stage.url, ["require-trusted-types-for 'script'", 'trusted-types parvis'])
  const screen = await stage.screen()
  screen.expect(/was here first/)
  const { page } = screen
  await page.goto(stage.embed(site, { csp, head: stage.script + (await otherVersion()) }))
  await eventually(() => screen.trouble.join()).toContain('was here first')
  await idea(page).click()
  await heading(page).waitFor()
  expect(screen.trouble).toHaveLength(1)
})

test.each(['open', 'closed'] as const)(
  'wid-C16: within %s shadow roots, one in another, one goes to a thread and back, and the focus follows',
  async (mode) => {
    const script = `const box = class extends HTMLElement {
      connectedCallback() {
        if (this.done) return
        this.done = true
        const root = this.attachShadow({ mode: '${mode}' })
        if (this.localName === 'outer-box') return root.append(document.createElement('inner-box'))
        window.board = document.createElement('parvis-board')
        board.setAttribute('site', '${site.slug}')
        root.append(board)
      }
    }
    customElements.define('inner-box', class extends box {})
    customElements.define('outer-box', class extends box {})`
    const screen = await stage.screen()
    const { page } = screen
    await page.goto(stage.embed(site, { body: '<outer-box></outer-box>', script }))
    // What is in a closed root no locator finds, and so the page itself is asked.
    type Asked = 'there' | 'focus' | 'click'
    const asked = (what: Asked, words: string) =>
      page.evaluate(
        ([what, words]) => {
          const all = (root: ShadowRoot | null): Element[] =>
            [...(root?.querySelectorAll('*') ?? [])].flatMap((one) => [one, ...all(one.shadowRoot)])
          const { board } = window as unknown as { board: HTMLElement }
          const one = all(board.shadowRoot)
            .filter((node) => /^(A|H2)$/.test(node.tagName))
            .findLast((node) => node.textContent?.trim() === words && node.checkVisibility())
          if (what === 'click') (one as HTMLElement).click()
          const active = (one?.getRootNode() as ShadowRoot | undefined)?.activeElement
          return one ? (what === 'focus' ? active === one : true) && one.tagName : ''
        },
        [what, words] as const,
      )
    const title = 'Rounds that end at the depot'
    await eventually(() => asked('there', title)).toBe('A')
    await screen.idle()
    await asked('click', title)
    await eventually(() => asked('focus', title)).toBe('H2')
    expect(new URL(page.url()).search).toContain('/t/1')
    await page.goBack()
    await eventually(() => asked('there', title)).toBe('A')
  },
)

interface Held {
  nodes: number
  jsEventListeners: number
}

/** What the page still holds once everything that nobody needs is thrown away. */
async function held(devtools: CDPSession): Promise<Held> {
  for (let turn = 0; turn < 3; turn++) await devtools.send('HeapProfiler.collectGarbage')
  return devtools.send('Memory.getDOMCounters')
}

test('wid-C05: put in and taken out a hundred times, and made anew a dozen, it leaves no node, listener or stream behind', async () => {
  stage.clock.move(60)
  const screen = await stage.widget(site)
  const { page, context } = screen
  const devtools = await context.newCDPSession(page)
  /** Makes a widget and takes it out again, at once or once all of it is there. */
  const comeAndGo = (times: number, wait: boolean) =>
    page.evaluate(
      async ([slug, times, wait]) => {
        for (let turn = 0; turn < times; turn++) {
          const board = document.createElement('parvis-board')
          board.setAttribute('site', slug)
          board.setAttribute('name', 'more')
          const arrived = new Promise((done) => board.addEventListener('parvis-arrived', done))
          document.body.append(board)
          if (wait) await arrived
          board.remove()
        }
      },
      [site.slug, times, wait] as const,
    )
  await comeAndGo(3, true)
  await comeAndGo(3, false)
  await screen.idle()
  const before = await held(devtools)
  const streams = screen.streams().length

  await comeAndGo(12, true)
  await comeAndGo(12, false)
  await page.evaluate(() => {
    const board = document.querySelector('parvis-board')!
    for (let turn = 0; turn < 100; turn++) {
      const { parentElement } = board
      board.remove()
      parentElement!.append(board)
    }
  })
  await screen.idle()
  // One widget has some 150 nodes and 25 listeners; of 24 none may be left.
  const leftOver = async () => {
    const after = await held(devtools)
    return [
      after.nodes - before.nodes > 60 && `${after.nodes - before.nodes} nodes`,
      after.jsEventListeners - before.jsEventListeners > 6 &&
        `${after.jsEventListeners - before.jsEventListeners} listeners`,
    ].filter(Boolean)
  }
  await eventually(leftOver).toEqual([])
  expect(screen.streams().length - streams).toBeLessThanOrEqual(1)
  await idea(page).click()
  await heading(page).waitFor()
})

test('wid-C23: slow, it shows that it is coming; without a network it says so, and goes on from where one was', async () => {
  const screen = await stage.screen()
  screen.expect(/ERR_INTERNET_DISCONNECTED/, /\[parvis\]/)
  const { page, context } = screen
  let answer = () => {}
  const asked = new Promise<void>((done) => {
    answer = done
  })
  await page.route(/\/opening/, async (route) => {
    await asked
    await route.continue()
  })
  await page.goto(stage.embed(site, { as: { sub: 'ben', name: 'Ben' } }))
  const waiting = page.locator('parvis-board [aria-busy="true"]').first()
  await waiting.waitFor()
  const { height } = (await page.locator('parvis-board').boundingBox())!
  expect(height, 'room is kept').toBeGreaterThan(300)
  answer()
  await idea(page).waitFor()
  await waiting.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: 'My account, Ben' }).waitFor()
  await screen.idle()

  await context.setOffline(true)
  await idea(page).click()
  const failed = page.getByRole('alert').filter({ has: page.getByRole('button', { name: 'Try again' }) })
  await failed.waitFor()
  await context.setOffline(false)
  await failed.getByRole('button', { name: 'Try again' }).click()
  await heading(page).waitFor()
})
