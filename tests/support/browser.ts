import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { makeApp } from '../../server/app.ts'
import type { World } from '../../server/context.ts'
import { type Serving, serve } from '../../server/main.ts'
import { type Community, furnish } from './community.ts'
import { type HostPage, HostPages, strictPolicy } from './host_pages.ts'
import type { MailCatcher } from './mail_catcher.ts'
import { Screen } from './screen.ts'
import { makeSite, openWorld, type Person, type SiteWish, type TestClock, type TestSite } from './world.ts'

// A real Chromium, a real server that it reaches by HTTP, and a host's server of another origin.

/** How long an act in the browser may take before the test fails; what it waits for usually takes no time. */
export const patience = 60_000

const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No page here frames another's, so a process for each origin keeps nothing apart and costs its start.
  '--disable-site-isolation-trials',
]

/** How the widget's tag is written on a host's page, and what stands around it. */
export interface Embedding extends Partial<Omit<HostPage, 'body'>> {
  /** Attributes of the tag besides `site`. */
  tag?: Record<string, string>
  /** A customer whom the host says is signed in, by a token that it signs. */
  as?: { sub: string; name?: string; email?: string; [claim: string]: unknown } | undefined
  /** The page's body, given the tag. */
  body?: string | ((tag: string) => string)
}

/** A window by a name is kept for the tests after this one: opening one costs more than looking through it. */
export type WindowOptions = BrowserContextOptions & { window?: string }

export class Stage {
  readonly world: World
  readonly clock: TestClock
  readonly mails: MailCatcher
  readonly app: ReturnType<typeof makeApp>
  readonly host: HostPages
  readonly browser: Browser
  private readonly serving: Serving
  private screens: Screen[] = []
  private readonly kept = new Map<string, Screen>()
  /** Windows that tests have left as new, by how they were opened. */
  private readonly idle = new Map<string, Screen[]>()
  private community: Promise<Community> | undefined
  /** How windows were opened that have no name. */
  private readonly opened = new WeakMap<Screen, string>()
  private shot = 0

  private constructor(
    { world, clock, mails }: { world: World; clock: TestClock; mails: MailCatcher },
    host: HostPages,
    browser: Browser,
    serving: Serving,
  ) {
    this.serving = serving
    this.world = world
    this.clock = clock
    this.mails = mails
    this.app = makeApp(world)
    this.host = host
    this.browser = browser
  }

  /** Serves a world of its own at a free port; `env` may say under which address it is reached. */
  static async open(env: { PUBLIC_URL?: string } = {}): Promise<Stage> {
    const port = await freePort()
    const [opened, host, browser] = await Promise.all([
      openWorld({ PORT: String(port), PUBLIC_URL: `http://localhost:${port}/`, ...env }),
      HostPages.open(),
      theBrowser(),
    ])
    return new Stage(opened, host, browser, await serve(opened.world))
  }

  /** Ends its servers, and closes what was opened on it. The browser stays: others use it. */
  async close(): Promise<void> {
    const trouble = await this.strike()
    await Promise.all([...this.kept.values(), ...[...this.idle.values()].flat()].map((one) => one.close()))
    await this.host.close()
    await this.serving.stop()
    await this.mails.close()
    if (trouble.length) throw new Error(`The browser complained: ${trouble.join('\n')}`)
  }

  /** Where Parvis is, with a slash at its end. */
  get url(): string {
    return this.world.config.publicUrl.href
  }

  /** A site of a test's own that the host may embed. */
  site(wish: Omit<SiteWish, 'origins'> = {}): Promise<TestSite> {
    return makeSite(this.world, this.app, { ...wish, origins: [this.host.origin] })
  }

  /** A site with one of everything in it, shared by the tests of this worker that only look. */
  furnished(): Promise<Community> {
    this.community ??= this.site({ slug: `community-${process.pid}-${this.host.origin.slice(-5)}` }).then(
      furnish,
    )
    return this.community
  }

  /**
   * Somebody's browser: nothing of it is shared with another's, unless it is a window that is kept. One that an
   * earlier test has left as new may be given again, which has the widget's files in its cache.
   */
  async screen({ window, ...options }: WindowOptions = {}): Promise<Screen> {
    const how = JSON.stringify(options)
    const before = window ? this.kept.get(window) : this.idle.get(how)?.pop()
    const screen = before ?? (await this.open(options))
    screen.again()
    if (window && before) await screen.fit(options)
    if (window) this.kept.set(window, screen)
    else this.opened.set(screen, how)
    this.screens.push(screen)
    return screen
  }

  private async open(options: BrowserContextOptions): Promise<Screen> {
    const context = await this.browser.newContext({
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      reducedMotion: 'reduce',
      ...options,
    })
    context.setDefaultTimeout(patience)
    return Screen.open(context)
  }

  private async putAway(screen: Screen): Promise<void> {
    const how = this.opened.get(screen)
    if (how !== undefined && !screen.asNew) return screen.close()
    // No stream of it is open during the tests after this one.
    await screen.leave()
    if (how !== undefined) this.idle.set(how, [...(this.idle.get(how) ?? []), screen])
  }

  /** The address of a page of the host on which the widget is pasted as the documentation says. */
  embed(site: TestSite, embedding: Embedding = {}): string {
    const { as, tag = {}, body = (tag: string) => `<h1>A company</h1>\n${tag}`, head, ...page } = embedding
    const attributes = { ...(as ? { 'sso-token': site.token(as) } : {}), ...tag }
    return this.host.page({
      csp: strictPolicy(this.url),
      head: head ?? this.script,
      body: typeof body === 'string' ? body : body(this.tag(site, attributes)),
      ...page,
    })
  }

  get script(): string {
    return `<script type="module" src="${this.url}widget.js"></script>`
  }

  tag(site: TestSite, attributes: Record<string, string> = {}): string {
    const written = Object.entries({ site: site.slug, ...attributes }).map(
      ([name, value]) => `${name}="${value}"`,
    )
    return `<parvis-board ${written.join(' ')}></parvis-board>`
  }

  /** Opens a page of the host with the widget, and waits until there is something to read. */
  async widget(site: TestSite, embedding: Embedding & { path?: string } = {}, options: WindowOptions = {}) {
    const { path, ...rest } = embedding
    const screen = await this.screen(options)
    const query = path ? `?${new URLSearchParams({ parvis: path })}` : ''
    await screen.page.goto(this.embed(site, rest) + query)
    await screen.page.locator('parvis-board section').first().waitFor()
    await screen.settled()
    return screen
  }

  /** Opens the admin as somebody of the team who is signed in. */
  async admin(site: TestSite, as: Person, options: WindowOptions & { path?: string } = {}): Promise<Screen> {
    const { path = 'feedback', ...rest } = options
    const screen = await this.screen(rest)
    await screen.carry(as.headers.cookie!)
    await screen.page.goto(`${this.url}admin/${site.slug}/${path}`)
    await screen.page.getByRole('main').waitFor()
    await screen.settled()
    return screen
  }

  /** Closes what a test opened, and says what went wrong there without being expected. */
  async strike(): Promise<string[]> {
    this.clock.reset()
    const screens = this.screens.splice(0)
    const trouble = screens.flatMap((screen) => screen.unexpected())
    // PARVIS_SHOTS=/some/folder keeps a picture of each window as its test left it.
    const shots = process.env.PARVIS_SHOTS
    for (const [index, { page }] of shots ? screens.entries() : [])
      await page
        .screenshot({ path: `${shots}/${process.pid}-${++this.shot}-${index}.png`, fullPage: true })
        .catch(() => {})
    await Promise.all(screens.map((one) => this.putAway(one)))
    return trouble
  }
}

const shared = globalThis as { parvisStage?: Promise<Stage>; parvisBrowser?: Promise<Browser> }

/** The stage of this worker, shared by its files. Opened once. */
export function openStage(): Promise<Stage> {
  shared.parvisStage ??= Stage.open()
  return shared.parvisStage
}

function theBrowser(): Promise<Browser> {
  shared.parvisBrowser ??= chromium.launch({
    executablePath: process.env.PARVIS_CHROMIUM ?? '/usr/bin/chromium',
    args: chromiumArguments,
  })
  return shared.parvisBrowser
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
