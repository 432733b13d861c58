import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import fresh from '../../widget/translations/en/new.ts'
import { type Embedding, openStage, type Stage } from '../support/browser.ts'
import { eventually } from '../support/eventually.ts'
import { focused } from '../support/keyboard.ts'
import type { Screen } from '../support/screen.ts'
import type { TestSite } from '../support/world.ts'

// What the first view costs: one answer for a visitor, two for a returning member, three at a fresh sign-on,
// and little script. Counted on the wire.

const stage: Stage = await openStage()

async function siteWithIdea(): Promise<TestSite> {
  const site = await stage.site()
  const anna = await site.member('Anna', { sub: 'anna' })
  const number = await site.idea(anna, { title: 'Rounds that end at the depot' })
  await site.put(`threads/${number}/vote`, undefined, anna)
  // What happened just before one came is looked for once more, and here it is long ago.
  stage.clock.move(60)
  return site
}

const asked = (screen: Screen) => screen.asked().map((one) => one.replace(/\?.*/, ''))
const vote = (page: Page) =>
  page.getByRole('button', { name: 'Vote for “Rounds that end at the depot”, 1 vote' })

test('wid-D08: a visitor reads the board with one request', async () => {
  const screen = await stage.widget(await siteWithIdea())
  await screen.idle()
  expect(await vote(screen.page).getAttribute('aria-pressed')).toBe('false')
  expect(asked(screen)).toEqual(['GET opening'])
})

test('a member who is signed on afresh reads it with three, one who comes back with two', async () => {
  const site = await siteWithIdea()
  const screen = await stage.widget(site, { as: { sub: 'anna' } })
  const pressed = () => vote(screen.page).getAttribute('aria-pressed')
  await eventually(pressed).toBe('true')
  await screen.idle()
  expect(asked(screen)).toEqual(['POST sessions/sso', 'GET opening', 'GET me/overlay'])

  screen.requests.length = 0
  await screen.page.reload()
  await eventually(pressed).toBe('true')
  await screen.idle()
  expect(asked(screen)).toEqual(['GET opening', 'GET me/overlay'])
})

/** Holds back what comes after the first view, until it is let go. */
async function holdBack(page: Page): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/\/acts(-\w\w)?\.js$/, async (route) => {
    await promise
    await route.continue()
  })
  return resolve
}

test('so it is where the rest of the widget comes long after the first view', async () => {
  const screen = await stage.screen()
  const { page } = screen
  const letGo = await holdBack(page)
  await page.goto(stage.embed(await siteWithIdea(), { as: { sub: 'anna' } }))
  await vote(page).waitFor()
  letGo()
  await eventually(() => vote(page).getAttribute('aria-pressed')).toBe('true')
  await screen.idle()
  expect(asked(screen)).toEqual(['POST sessions/sso', 'GET opening', 'GET me/overlay'])
})

test('whom the host signs out while the first view is on its way is shown what is open to a visitor', async () => {
  const site = await siteWithIdea()
  const inner = { slug: 'inner', name: 'Inner circle', kinds: ['idea'], visibility: 'members' }
  expect((await site.post('boards', inner, await site.staff('admin'))).status).toBe(201)
  const screen = await stage.widget(site, { as: { sub: 'anna' } })
  // Of what was asked with the session that is over.
  screen.expect(/401.*opening/)
  const { page } = screen
  const board = page.getByRole('link', { name: 'Inner circle' })
  await board.waitFor()

  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route(/\/opening(\?|$)/, async (route) => {
    const response = await route.fetch()
    await promise
    await route.fulfill({ response })
  })
  const signedOut = page.waitForResponse(/sessions\/current/)
  await page.goto(stage.embed(site, { tag: { 'sso-token': '' } }))
  await signedOut
  resolve()
  await vote(page).waitFor()
  await screen.idle()
  expect(await board.count()).toBe(0)
})

test('whoever is quicker than the rest of the widget has the focus where they went', async () => {
  const { page } = await stage.screen()
  const letGo = await holdBack(page)
  await page.goto(stage.embed(await siteWithIdea()))
  const { heading } = fresh.kinds.idea
  await page.getByRole('link', { name: 'New idea', exact: true }).press('Enter')
  letGo()
  await page.getByRole('heading', { name: heading }).waitFor()
  await eventually(() => focused(page)).toMatchObject({ name: heading })
})

test('wid-D07: a tag far below asks for nothing until one comes near it, unless the address leads into it', async () => {
  const site = await siteWithIdea()
  const far = (tag: string) => `<h1>A company</h1>${'<p>What we do.</p>'.repeat(200)}${tag}`
  const address = stage.embed(site, { body: far })
  const screen = await stage.screen()
  const { page } = screen
  await page.goto(address)
  await page.waitForFunction(() => customElements.get('parvis-board'))
  await screen.idle()
  expect(asked(screen)).toEqual([])
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await vote(page).waitFor()
  expect(asked(screen)).toEqual(['GET opening'])

  const number = (await site.get('threads')).body.items[0].number as number
  await page.goto(`${address}?${new URLSearchParams({ parvis: `/t/${number}` })}`)
  await page.getByRole('heading', { name: 'Rounds that end at the depot' }).waitFor()
  // The script holds up nothing: it is a module, which waits for the page and not the page for it.
  expect(
    await page.locator('script[src]').evaluateAll((all) => all.map((one) => (one as HTMLScriptElement).type)),
  ).toEqual(['module'])
})

test('wid-D10: nothing of it keeps a page from being shown again at once when one comes back', async () => {
  const site = await siteWithIdea()
  const screen = await stage.screen()
  const { page, context } = screen
  await context.addInitScript(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    const listen = EventTarget.prototype.addEventListener
    EventTarget.prototype.addEventListener = function (this: EventTarget | undefined, ...given) {
      heard.push(given[0])
      return listen.apply(this ?? window, given)
    }
  })
  await page.goto(stage.embed(site))
  await vote(page).waitFor()
  await screen.idle()
  const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  expect(heard).toContain('pagehide')
  expect(heard.filter((name) => /^(?:before)?unload$/.test(name))).toEqual([])
  const answers = [`${stage.url}s/${site.slug}/`, `${stage.url}widget.js`]
  for (const one of answers) expect((await fetch(one)).headers.get('cache-control')).not.toMatch(/no-store/)
})

test('a vote stays, though what was asked before it is answered after it', async () => {
  const site = await stage.site()
  const number = await site.idea(await site.member('Anna'), { title: 'Rounds that end at the depot' })
  await site.put(`threads/${number}/vote`, undefined, await site.member('Cleo'))
  const screen = await stage.screen()
  const { page } = screen
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  let answered = () => {}
  const known = new Promise<void>((done) => {
    answered = done
  })
  await page.route(/\/me\/overlay/, async (route) => {
    const response = await route.fetch()
    answered()
    await released
    await route.fulfill({ response })
  })
  await page.goto(stage.embed(site, { as: { sub: 'ben' } }))
  await known
  const mine = page.getByRole('button', { name: /^Vote for “Rounds that end at the depot”/ })
  const kept = page.waitForResponse(
    (answer) => answer.request().method() === 'PUT' && /\/vote$/.test(answer.url()),
  )
  await mine.click()
  await kept
  await eventually(() => mine.getAttribute('aria-pressed')).toBe('true')
  const told = page.waitForResponse(/\/me\/overlay/)
  release()
  await told
  await screen.idle()
  expect(await mine.getAttribute('aria-pressed')).toBe('true')
})

test('two widgets of one site share the sign-on', async () => {
  const site = await siteWithIdea()
  const token = site.token({ sub: 'anna' })
  const screen = await stage.widget(site, {
    body:
      stage.tag(site, { 'sso-token': token }) +
      stage.tag(site, { 'sso-token': token, name: 'help', board: 'help' }),
  })
  await eventually(() => vote(screen.page).getAttribute('aria-pressed')).toBe('true')
  await screen.idle()
  expect(asked(screen).filter((one) => one === 'POST sessions/sso')).toHaveLength(1)
})

/** What of our script comes before the first view, by name, and its bytes on the wire: what comes later is held back. */
async function firstScripts(embedding: Embedding): Promise<{ names: string[]; bytes: number }> {
  const site = await siteWithIdea()
  const screen = await stage.screen()
  const { page } = screen
  const release = await holdBack(page)
  await page.goto(stage.embed(site, embedding))
  await page.getByRole('link', { name: 'Rounds that end at the depot' }).waitFor()
  const scripts = screen.requests.filter(
    (request) => request.url().includes('/widget') && !request.url().includes('/acts'),
  )
  let bytes = 0
  for (const request of scripts) {
    const answer = (await request.response())!
    expect(await answer.headerValue('content-encoding')).toBe('br')
    await answer.finished()
    bytes += (await request.sizes()).responseBodySize
  }
  release()
  await screen.idle()
  return { names: scripts.map((request) => request.url().split('/').at(-1)!), bytes }
}

test.each(['en', 'fr', 'de'])(
  'wid-C22: the script of the first view is at most 16 kB on the wire in %s',
  async (lang) => {
    const { names, bytes } = await firstScripts({ lang })
    expect(names).toContain(`core-${lang}.js`)
    expect(bytes).toBeGreaterThan(5000)
    expect(bytes).toBeLessThanOrEqual(16_384)
  },
)

test('wid-C22: so it is for a visitor of a host that signs people in, and one kilobyte more where it does', async () => {
  const visitor = await firstScripts({ lang: 'fr', tag: { 'sso-token': '' } })
  expect(visitor.bytes).toBeLessThanOrEqual(16_384)
  const member = await firstScripts({ lang: 'fr', as: { sub: 'anna', name: 'Anna' } })
  expect(member.names).toContain('sign_on.js')
  expect(member.bytes).toBeLessThanOrEqual(16_384 + 1024)
})

test('wid-C03, wid-C18: nothing but scripts, our answers and pictures is asked for, and all of it from our origin', async () => {
  const screen = await stage.widget(await siteWithIdea())
  await screen.idle()
  const foreign = screen.requests.filter(
    (request) => ![stage.host.origin, new URL(stage.url).origin].includes(new URL(request.url()).origin),
  )
  expect(foreign.map((request) => request.url())).toEqual([])
  const ours = screen.requests.filter((request) => request.url().startsWith(stage.url))
  expect(ours.length).toBeGreaterThan(3)
  expect([...new Set(ours.map((request) => request.resourceType()))].sort()).toEqual(['fetch', 'script'])
})

interface Watched {
  /** Where our code asked how large or where something is, which makes the browser lay the page out at once. */
  measured: string[]
  /** Whether something of ours was on the page when its style was asked for. */
  styled: boolean[]
  shifts: number[]
}

test('wid-C14, wid-C13: the first paint is laid out once: nothing is measured before it, and nothing moves after', async () => {
  const site = await siteWithIdea()
  const screen = await stage.screen()
  const { page, context } = screen
  await context.addInitScript(() => {
    const watched: Watched = { measured: [], styled: [], shifts: [] }
    Object.assign(window, { watched })
    const drawn = () => !!document.querySelector('parvis-board')?.shadowRoot?.querySelector('section')
    const ours = () => new Error().stack?.split('\n').find((line) => /\/widget\//.test(line))
    const watch = (owner: object, names: string, note: (line: string, name: string) => void) => {
      for (const name of names.split(' ')) {
        const was = Object.getOwnPropertyDescriptor(owner, name)!
        const part = was.get ? 'get' : 'value'
        const asked = was[part] as (...given: unknown[]) => unknown
        Object.defineProperty(owner, name, {
          ...was,
          [part](this: unknown, ...given: unknown[]) {
            const line = ours()
            if (line) note(line, name)
            return asked.apply(this, given)
          },
        })
      }
    }
    const measure = (line: string, name: string) => watched.measured.push(`${name}${line}`)
    const boxes =
      'scrollTop scrollLeft scrollHeight scrollWidth clientWidth clientHeight clientTop clientLeft'
    watch(Element.prototype, `getBoundingClientRect getClientRects checkVisibility ${boxes}`, measure)
    watch(
      HTMLElement.prototype,
      'offsetTop offsetLeft offsetWidth offsetHeight offsetParent innerText',
      measure,
    )
    watch(window, 'getComputedStyle', () => watched.styled.push(drawn()))
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        watched.shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  const number = (await site.get('threads')).body.items[0].number as number
  const address = stage.embed(site)
  for (const path of ['/', `/t/${number}`, '/new', '/roadmap']) {
    await page.goto(`${address}?${new URLSearchParams({ parvis: path })}`)
    await page.locator('parvis-board section').first().waitFor()
    await screen.settled()
    await screen.idle()
    const seen = await page.evaluate(() => (window as unknown as { watched: Watched }).watched)
    expect(seen.styled.length, `${path}: the page’s colours are looked at`).toBeGreaterThan(0)
    expect(seen.styled, `${path}: before anything stands there`).not.toContain(true)
    // Once a view of its own has arrived, its tab is brought into view; the list is there at first, and needs nothing.
    if (path === '/') expect(seen.measured).toEqual([])
    else
      expect(
        seen.measured.every((line) => /\/acts\.js/.test(line)),
        seen.measured.join(),
      ).toBe(true)
    expect(seen.shifts, `${path}: nothing moves`).toEqual([])
  }
})

interface Started {
  /** What was drawn of the list after each change to it. */
  drawn: { rows: number; ghosts: number }[]
  /** How many rows stood there when the browser was asked to write a number or a date. */
  written: number[]
  shifts: number[]
}

test('wid-C14, wid-D06: a full list is drawn a screen at a time, moves nothing, and asks for no number or date before it', async () => {
  const site = await stage.site()
  for (const name of ['Anna', 'Ben']) {
    const member = await site.member(name)
    for (let day = 1; day <= 8; day++) await site.idea(member, { title: `${name}’s rounds of day ${day}` })
  }
  const screen = await stage.screen()
  const { page, context } = screen
  await context.addInitScript(() => {
    const started: Started = { drawn: [], written: [], shifts: [] }
    Object.assign(window, { started })
    let list: ShadowRoot | undefined
    const count = (what: string) => list?.querySelectorAll(what).length ?? 0
    const attach = Element.prototype.attachShadow
    Element.prototype.attachShadow = function (...given) {
      const root = attach.apply(this, given)
      if (this.localName === 'parvis-threads') {
        list = root
        const note = () => started.drawn.push({ rows: count('.row'), ghosts: count('.ghost') })
        new MutationObserver(note).observe(root, { childList: true, subtree: true })
      }
      return root
    }
    const written = () => started.written.push(count('.row'))
    for (const name of ['NumberFormat', 'DateTimeFormat', 'PluralRules', 'RelativeTimeFormat'] as const) {
      const construct = (made: typeof Intl.NumberFormat, given: []) => {
        written()
        return Reflect.construct(made, given) as Intl.NumberFormat
      }
      Object.assign(Intl, { [name]: new Proxy(Intl[name] as typeof Intl.NumberFormat, { construct }) })
    }
    for (const owner of [Number.prototype, Date.prototype]) {
      const was = owner.toLocaleString as (...given: unknown[]) => string
      owner.toLocaleString = function (this: unknown, ...given: unknown[]) {
        written()
        return was.apply(this, given)
      }
    }
    new PerformanceObserver((entries) => {
      for (const entry of entries.getEntries())
        started.shifts.push((entry as PerformanceEntry & { value: number }).value)
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(stage.embed(site))
  const times = page.locator('parvis-threads time')
  await eventually(() => times.count()).toBe(16)
  await eventually(() => times.last().getAttribute('title')).toMatch(/ \d{4} at \d\d:\d\d$/)
  await screen.idle()
  const { drawn, written, shifts } = await page.evaluate(
    () => (window as unknown as { started: Started }).started,
  )
  const steps = drawn.filter(({ rows }) => rows)
  expect(steps[0]!.rows).toBeLessThan(12)
  for (const { rows, ghosts } of steps) expect(rows + ghosts).toBe(16)
  expect(steps.at(-1)).toEqual({ rows: 16, ghosts: 0 })
  expect(written.length, 'the full dates are written').toBeGreaterThan(0)
  expect(Math.min(...written), 'and nothing before the list').toBe(16)
  expect(shifts).toEqual([])
})
