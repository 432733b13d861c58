import { existsSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { buildFrontEnds } from '../../server/build.ts'
import type { SessionMemberJson } from '../../server/sessions/json.ts'
import { hostAt, largeCommunity, longThread } from './large.ts'
import { type Plan, serverAt } from './targets.ts'

// What the widget costs the page that it stands on, and how soon it answers: the page alone and with it by turns, on a
// phone's processor (a fourth of this one) and network (as Lighthouse has it), each time in a browser that knows nothing.

/** One line of the table: the core web vitals and what the widget adds to them (wid-D01 to wid-D06, wid-D09). */
export interface Vital {
  line: string
  what: string
  value: number
  unit: 'ms' | ''
  target: number
}

const runs = 5
const phone = { latency: 150, downloadThroughput: 1_638_400 / 8, uploadThroughput: 675_000 / 8 }

/** The Chromium to measure in; undefined where there is none. */
export function theChromium(): string | undefined {
  const usual = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/usr/bin/google-chrome']
  return [process.env.PARVIS_CHROMIUM, ...usual].find((path) => path && existsSync(path))
}

/** Measures on a community of 10,000 ideas of its own, on the PostgreSQL given or in a folder. */
export async function measureWidget(
  executablePath: string,
  server: string | undefined,
  folder: string,
  plan: Plan,
): Promise<Vital[]> {
  await buildFrontEnds({})
  const host = `http://localhost:${plan.port + 6}`
  const { env, token } = await largeCommunity(server, folder, host, plan)
  const at = { ...plan, port: plan.port + 4 }
  await serverAt(at, at.port, { ...env, PUBLIC_URL: `http://localhost:${at.port}/` })
  await hostAt(at, plan.port + 6)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  plan.stops.push(() => browser.close())
  plan.say('Warming up the widget’s page…')
  for (const path of ['/alone', '/with']) await loaded(browser, host + path)
  const seen = { alone: [] as Load[], with: [] as Load[] }
  for (let run = 1; run <= runs; run++) {
    plan.say(`The page alone and with the widget, ${run} of ${runs}`)
    for (const way of ['alone', 'with'] as const) seen[way].push(await loaded(browser, `${host}/${way}`))
  }
  plan.say('Votes and scrolling, on the board of 10,000 ideas and in a thread of 1,000 replies')
  const kept = await keptSession(`http://localhost:${at.port}`, token)
  const board = await handled(browser, `${host}/with`, kept)
  const thread = await handled(browser, `${host}/with?parvis=/t/${longThread.number}`, kept)
  const middle = (way: 'alone' | 'with', what: keyof Load) => median(seen[way].map((load) => load[what]))
  const added = (what: keyof Load) => middle('with', what) - middle('alone', what)
  return [
    { line: 'D01', what: 'largest contentful paint', value: middle('with', 'lcp'), unit: 'ms', target: 2500 },
    {
      line: 'D02',
      what: 'slowest of the interactions below',
      value: Math.max(board.inp, thread.inp),
      unit: 'ms',
      target: 200,
    },
    { line: 'D03', what: 'layout shift', value: middle('with', 'cls'), unit: '', target: 0.1 },
    { line: 'D04', what: 'first contentful paint', value: middle('with', 'fcp'), unit: 'ms', target: 1800 },
    {
      line: 'D05',
      what: 'first byte of the opening',
      value: middle('with', 'ttfb'),
      unit: 'ms',
      target: 800,
    },
    {
      line: 'D06',
      what: 'largest contentful paint, added to the page alone',
      value: added('lcp'),
      unit: 'ms',
      target: 100,
    },
    { line: 'D06', what: 'layout shift, added', value: added('cls'), unit: '', target: 0 },
    { line: 'D06', what: 'total blocking time, added', value: added('tbt'), unit: 'ms', target: 100 },
    { line: 'D09', what: 'board of 10,000: a vote', value: board.inp, unit: 'ms', target: 200 },
    {
      line: 'D09',
      what: 'board of 10,000: longest frame of scrolling, where over 50 ms',
      value: board.frame,
      unit: 'ms',
      target: 200,
    },
    { line: 'D09', what: 'thread of 1,000 replies: a vote', value: thread.inp, unit: 'ms', target: 200 },
    {
      line: 'D09',
      what: 'thread of 1,000 replies: longest frame of scrolling, where over 50 ms',
      value: thread.frame,
      unit: 'ms',
      target: 200,
    },
  ]
}

export function tableOfVitals(vitals: Vital[]): string[] {
  const shown = (value: number, unit: string) => (unit ? `${Math.round(value)} ${unit}` : value.toFixed(3))
  return [
    '| line | on a page with the widget | measured | target |',
    '| --- | --- | ---: | ---: |',
    ...vitals.map(({ line, what, value, unit, target }) => {
      const verdict = value > target + 0.0005 ? ' ✗' : ''
      return `| ${line} | ${what} | ${shown(value, unit)}${verdict} | ≤ ${unit ? `${target} ${unit}` : target} |`
    }),
  ]
}

// Measuring

interface Load {
  ttfb: number
  fcp: number
  lcp: number
  cls: number
  tbt: number
}

/** Runs in the page before anything else of it, and keeps what the browser says of its own work. */
function watch(): void {
  const seen = { lcp: 0, cls: 0, tasks: [] as number[], inp: 0, frame: 0 }
  Object.assign(window, { seen })
  const observe = (type: string, note: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({
      type,
      buffered: true,
      ...more,
    })
  observe('largest-contentful-paint', (entry) => {
    seen.lcp = entry.startTime
  })
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) seen.cls += value
  })
  observe('longtask', (entry) => seen.tasks.push(entry.duration))
  observe('long-animation-frame', (entry) => {
    seen.frame = Math.max(seen.frame, entry.duration)
  })
  const note = (entry: PerformanceEntry) => {
    if ((entry as PerformanceEventTiming & { interactionId: number }).interactionId)
      seen.inp = Math.max(seen.inp, entry.duration)
  }
  observe('event', note, { durationThreshold: 16 })
}

interface Seen {
  lcp: number
  cls: number
  tasks: number[]
  inp: number
  frame: number
}

const seenOn = (page: Page) => page.evaluate(() => (window as unknown as { seen: Seen }).seen)

async function onPhone(browser: Browser): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    hasTouch: true,
    isMobile: true,
  })
  await context.addInitScript(watch)
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', { offline: false, ...phone })
  return { context, page }
}

async function loaded(browser: Browser, address: string): Promise<Load> {
  const { context, page } = await onPhone(browser)
  const withWidget = address.includes('/with')
  // Of another origin the page itself is not told when the first byte came.
  const asked = page.waitForResponse(withWidget ? /\/opening/ : address)
  await page.goto(address, { waitUntil: 'load' })
  if (withWidget) await page.locator('parvis-board section').first().waitFor()
  await page.waitForTimeout(3000)
  const { requestStart, responseStart } = (await asked).request().timing()
  const { lcp, cls, tasks } = await seenOn(page)
  const fcp = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
  )
  await context.close()
  const tbt = tasks.reduce((sum, one) => sum + Math.max(0, one - 50), 0)
  return { ttfb: responseStart - requestStart, fcp, lcp, cls, tbt }
}

/** What the widget keeps on the device of somebody who is signed in: under which key, and which words. */
async function keptSession(parvis: string, token: string): Promise<[string, string]> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(`${parvis}/api/v1/sites/bench-1/me`, { headers })
  const { id, name, avatar, locale, role } = (await answer.json()) as SessionMemberJson
  const member = { id, name, avatar, locale, role }
  return [
    `parvis:${parvis}/:bench-1`,
    JSON.stringify({ token, expiresAt: '2100-01-01T00:00:00.000Z', member }),
  ]
}

/** Somebody who is signed in scrolls, and then votes. */
async function handled(
  browser: Browser,
  address: string,
  kept: [string, string],
): Promise<Pick<Seen, 'inp' | 'frame'>> {
  const { context, page } = await onPhone(browser)
  await context.addInitScript(([key, session]) => localStorage.setItem(key, session), kept)
  await page.goto(address, { waitUntil: 'load' })
  const vote = page.locator('parvis-board button.vote').filter({ visible: true }).first()
  await vote.waitFor()
  await page.waitForTimeout(3000)
  await page.evaluate(() => Object.assign((window as unknown as { seen: Seen }).seen, { inp: 0, frame: 0 }))
  for (let turn = 0; turn < 30; turn++) {
    await page.mouse.wheel(0, 600)
    await page.waitForTimeout(100)
  }
  const { frame } = await seenOn(page)
  await vote.tap()
  await page.waitForTimeout(1500)
  const { inp } = await seenOn(page)
  await context.close()
  return { inp, frame }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
