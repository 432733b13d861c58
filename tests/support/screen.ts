import type { BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'

const isStream = (request: Request) => /\/live(\?|$)/.test(request.url())

/** One person's browser window, and everything that happened in it that they would not see. */
export class Screen {
  readonly context: BrowserContext
  readonly page: Page
  /** Console errors and warnings, uncaught errors, policy violations and dialogs, as they came. */
  readonly trouble: string[] = []
  readonly requests: Request[] = []
  private readonly expected: RegExp[] = []
  private readonly under = new Set<Request>()

  private constructor(context: BrowserContext, page: Page) {
    this.context = context
    this.page = page
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
    return screen
  }

  /** Leaves what is shown in a window that is kept, and forgets what it has stored. */
  async leave(): Promise<void> {
    await this.page.evaluate(() => localStorage.clear()).catch(() => {})
    await this.page.unrouteAll()
    await this.page.goto('about:blank')
  }

  /** Begins anew in a window that is kept: what was said and asked is forgotten. */
  async again({ viewport, colorScheme }: BrowserContextOptions): Promise<void> {
    await this.page.emulateMedia({ colorScheme: colorScheme ?? 'light', reducedMotion: 'reduce' })
    if (viewport) await this.page.setViewportSize(viewport)
    for (const list of [this.trouble, this.requests, this.expected]) list.length = 0
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
