import type { BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'

const isStream = (request: Request) => /\/live(\?|$)/.test(request.url())

/** What a test does with a page that outlives what the page shows. */
const lasting = [
  'addInitScript',
  'context',
  'emulateMedia',
  'exposeBinding',
  'exposeFunction',
  'on',
  'once',
  'setExtraHTTPHeaders',
  'setViewportSize',
] as const

/** One person's browser window, and everything that happened in it that they would not see. */
export class Screen {
  readonly page: Page
  /** Console errors and warnings, uncaught errors, policy violations and dialogs, as they came. */
  readonly trouble: string[] = []
  readonly requests: Request[] = []
  private readonly expected: RegExp[] = []
  private readonly under = new Set<Request>()
  private readonly window: BrowserContext
  private readonly origins = new Set<string>()
  private changed = false

  private constructor(context: BrowserContext, page: Page) {
    this.window = context
    this.page = page
  }

  /** The window itself. A test that asked for it may have done anything with it, so it is its last. */
  get context(): BrowserContext {
    this.changed = true
    return this.window
  }

  static async open(context: BrowserContext): Promise<Screen> {
    await context.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
        console.error(`Policy violated: ${effectiveDirective} ${blockedURI} ${sample}`),
      ),
    )
    const page = await context.newPage()
    const screen = new Screen(context, page)
    const { trouble } = screen
    page.on('console', (said) => {
      if (['error', 'warning'].includes(said.type()))
        trouble.push(`${said.text()} (${said.location().url ?? ''})`)
    })
    page.on('pageerror', (error) => trouble.push(String(error.stack)))
    page.on('dialog', (dialog) => {
      trouble.push(`A dialog opened: ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('request', (request) => {
      screen.requests.push(request)
      screen.under.add(request)
    })
    page.on('requestfinished', (request) => screen.under.delete(request))
    page.on('requestfailed', (request) => screen.under.delete(request))
    // A live stream goes on for as long as the page is open: once it has begun, nothing is waited for.
    page.on('response', (response) => {
      if (isStream(response.request())) screen.under.delete(response.request())
    })
    page.on('framenavigated', (frame) => {
      const { origin } = new URL(frame.url())
      if (origin !== 'null') screen.origins.add(origin)
    })
    screen.watch()
    return screen
  }

  /** Takes note of what would still be there for the test after this one. */
  private watch(): void {
    for (const name of lasting) {
      const act = (this.page[name] as (...given: unknown[]) => unknown).bind(this.page)
      Object.assign(this.page, {
        [name]: (...given: unknown[]) => {
          this.changed = true
          return act(...given)
        },
      })
    }
    const { clock } = this.page
    Object.defineProperty(this.page, 'clock', {
      get: () => {
        this.changed = true
        return clock
      },
    })
  }

  /** Whether it is as new to the test after this one, once it was left. */
  get asNew(): boolean {
    const alone = this.window.pages().length === 1 && this.page.frames().length === 1
    return !this.changed && alone && this.origins.size < 2 && !this.page.isClosed()
  }

  /** Leaves what is shown in a window that is kept, and forgets what it has stored. */
  async leave(): Promise<void> {
    const forget = () => {
      localStorage.clear()
      sessionStorage.clear()
    }
    await this.page.evaluate(forget).catch(() => {})
    await this.page.unrouteAll()
    await this.page.goto('about:blank')
    await this.window.clearCookies()
    this.origins.clear()
  }

  /** Closes the window. */
  close(): Promise<void> {
    return this.window.close()
  }

  /** Gives the window a cookie of `localhost`, as `name=value`. */
  async carry(cookie: string): Promise<void> {
    const [name, ...value] = cookie.split('=')
    const ours = { domain: 'localhost', path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
    await this.window.addCookies([{ name: name!, value: value.join('='), ...ours }])
  }

  /** Begins anew in a window that was left: what was said and asked is forgotten. */
  again(): void {
    for (const list of [this.trouble, this.requests, this.expected]) list.length = 0
    this.under.clear()
  }

  /** Fits a window that is kept to what the next test looks at. */
  async fit({ viewport, colorScheme }: BrowserContextOptions): Promise<void> {
    await this.page.emulateMedia({ colorScheme: colorScheme ?? 'light', reducedMotion: 'reduce' })
    if (viewport) await this.page.setViewportSize(viewport)
  }

  /** Says that the console will tell of this, such as a refused request. */
  expect(...patterns: RegExp[]): void {
    this.expected.push(...patterns)
  }

  /** What was not expected. */
  unexpected(): string[] {
    return this.trouble.filter((one) => !this.expected.some((pattern) => pattern.test(one)))
  }

  /** The live streams that were opened so far, as `asked()` has the other requests. */
  streams(): string[] {
    return this.pathsOf(this.requests.filter(isStream))
  }

  /**
   * The requests to the API so far: `GET opening?board=ideas`. Preflights are the browser's, not ours; streams come
   * after everything is shown.
   */
  asked(): string[] {
    return this.pathsOf(this.requests.filter((request) => !isStream(request)))
  }

  private pathsOf(requests: Request[]): string[] {
    return requests.flatMap((request) => {
      const path = /\/api\/v1\/sites\/[^/]+\/(.*)$/.exec(request.url())?.[1]
      return path === undefined || request.method() === 'OPTIONS' ? [] : [`${request.method()} ${path}`]
    })
  }

  /** Resolves once nothing on the screen is being loaded. */
  async settled(): Promise<void> {
    await this.page
      .locator('[aria-busy="true"]')
      .filter({ visible: true })
      .first()
      .waitFor({ state: 'hidden' })
  }

  /** Resolves once no request is under way, and the page has nothing left to do from which one could come. */
  async idle(): Promise<void> {
    for (let before = -1; before !== this.requests.length || this.under.size > 0; ) {
      before = this.requests.length
      await this.page.evaluate(async () => {
        for (let turn = 0; turn < 3; turn++)
          await new Promise((done) => requestIdleCallback(done, { timeout: 100 }))
      })
    }
  }
}
