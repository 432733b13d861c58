import { html, LitElement, type PropertyValues } from 'lit'
import type { Locale } from '../../../server/words.ts'
import type { Context, Later } from '../../context.ts'
import { type Community, communityOf } from '../../controllers/community.ts'
import { Journey } from '../../controllers/journey.ts'
import type { ListPlace } from '../../controllers/navigation.ts'
import type { Source } from '../../controllers/session.ts'
import { fitTheme } from '../../controllers/theme.ts'
import { recall, remember } from '../../storage.ts'
import { base } from '../../styles/base.ts'
import { tokens } from '../../styles/tokens.ts'
import type { Core } from '../../translations/en/core.ts'
import { chooseLocale, coreWords } from '../../translations/words.ts'
import { near, pause } from '../../ui/near.ts'
import { meansOf, readOpening } from './opening.ts'
import { boardStyles } from './parvis-board.styles.ts'
import { drawPlace } from './place.ts'

/** Where the server is: this module lies at `{base}widget/{version}/widget.js`. */
const server = new URL(/* @vite-ignore */ '../../', import.meta.url).href
const choice = `parvis:${server}:locale`
/** As the attribute, so the property, and the other way round. */
const text = { reflect: true }
/** How long the first view waits to learn who is there, in milliseconds. */
const patience = 3000

/**
 * A company's community on its own page: boards of ideas and questions, votes, replies,
 * the roadmap, and what became of one's posts.
 *
 * @element parvis-board
 *
 * @attr {string} site - The site's slug. Required.
 * @attr {string} sso-token - A token signed by the host that says who is there. An empty one says that nobody is.
 * @attr {'everywhere'} sign-out - `everywhere`: an empty `sso-token` then ends the person's sessions on all devices, not just here.
 * @attr {string} locale - `en`, `fr` or `de`, with a region if wanted (`de-AT`). Else the page's `lang`, else the browser's.
 * @attr {'light' | 'dark' | 'auto'} theme - `light`, `dark`, or `auto` (the default): as the page is.
 * @attr {string} board - The slug of the board to begin with, or to begin again with. Else the site's first.
 * @attr {string} name - For a second widget on a page: its place is then kept in `?parvis-{name}=`.
 * @attr {'query' | 'hash'} address - Where the place is kept: `query` (the default), or `hash`: `#parvis=/t/12`.
 * @attr {string} view - A path such as `/t/12`. Where set, the host's router decides the place and the address is left alone.
 * @attr {'off'} live - `off`: nothing changes while it is read, until it is loaded again.
 * @attr {boolean} count-in-title - Puts how many notifications wait before the page's title: `(3) Community`.
 * @attr {'ltr' | 'rtl'} dir - `rtl` lays the widget out from right to left. Else from left to right, as its languages are read.
 * @prop {string | undefined} site - The same as the attribute.
 * @prop {string | null | undefined} ssoToken - The same as `sso-token`, and not written back to it.
 * @prop {string | null} locale - The same as the attribute.
 * @prop {string | null} theme - The same as the attribute.
 * @prop {string | undefined} board - The same as the attribute.
 * @prop {string | null} name - The same as the attribute.
 * @prop {string | null} address - The same as the attribute.
 * @prop {string | null} view - The same as the attribute.
 * @prop {(() => Promise<string | null | undefined>) | undefined} tokenProvider - Fetches a fresh token; called at the start and when a session ends.
 * @prop {((path: string) => string) | undefined} hrefOf - The address of a path in the host's router, for the links of the widget; goes with `view`.
 *
 * @fires {CustomEvent<null>} parvis-sign-in - Cancelable. Somebody must sign in. Cancel it to show a sign-in of your own; set `ssoToken` afterwards, and what the person was about to do goes on by itself. Not cancelled, the e-mail code opens.
 * @fires {CustomEvent<{ path: string; href: string; replace: boolean }>} parvis-navigate - Cancelable. A place is about to be left for another, by a click inside. Cancel it to move by `view` instead.
 * @fires {CustomEvent<{ path: string; title: string }>} parvis-arrived - What the path names is on screen.
 * @fires {CustomEvent<{ number: number; voted: boolean; votes: number }>} parvis-vote - A vote was counted or taken back.
 * @fires {CustomEvent<{ number: number; title: string; board: string; kind: string }>} parvis-thread-created - A thread was posted.
 * @fires {CustomEvent<{ id: string; name: string }>} parvis-signed-in - Somebody is signed in, or somebody else than before.
 * @fires {CustomEvent<null>} parvis-signed-out - Nobody is signed in any more.
 *
 * @slot - Shown until the script runs, such as a link to the public pages.
 * @csspart root - The wrapper of everything.
 * @cssprop --parvis-accent - What one can do. Its lightness is bounded so that it reads on the surface.
 * @cssprop --parvis-surface - The ground it stands on. Else the page's background. One that is neither light nor dark is made so, and painted.
 * @cssprop --parvis-text - The text. Else near black, or near white on a dark ground. Its lightness is bounded likewise.
 * @cssprop --parvis-font - The font family. Else the page's.
 * @cssprop [--parvis-scroll-margin=16px] - Room left above when a place is scrolled to, for a sticky header.
 */
export class ParvisBoard extends LitElement {
  /** The address of this version's script. */
  static from = import.meta.url
  static override styles = [tokens, base, boardStyles]
  static override properties = {
    site: text,
    ssoToken: { attribute: 'sso-token' },
    tokenProvider: { attribute: false },
    hrefOf: { attribute: false },
    locale: text,
    theme: text,
    board: text,
    name: text,
    address: text,
    view: text,
    ctx: { state: true },
    failure: { state: true },
    notice: { state: true },
    dialog: { state: true },
    said: { state: true },
  }
  declare site: string | undefined
  declare ssoToken: string | null | undefined
  declare tokenProvider: Source['tokenProvider']
  declare locale: string | null
  declare theme: string | null
  declare board: string | undefined
  declare name: string | null
  declare address: string | null
  /** Vue writes what is not given as undefined. */
  declare view: string | null | undefined
  declare hrefOf: ((path: string) => string) | undefined
  declare ctx: Context | undefined
  /** The words to say it with when the widget could not open. */
  words: Core | undefined
  list: ListPlace | undefined
  /** What kept the widget from opening, in words. */
  declare failure: string | undefined
  declare notice: string
  declare dialog: unknown
  declare said: string

  readonly journey: Journey
  community: Community | undefined
  #opening = 0
  #speaking = 0

  constructor() {
    super()
    this.notice = this.said = ''
    this.theme = this.view = this.locale = this.name = this.address = null
    this.journey = new Journey(this)
  }

  get root(): HTMLElement | null {
    return this.renderRoot?.querySelector('.root') ?? null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#listen('addEventListener')
    this.fit()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#listen('removeEventListener')
  }

  /** First in a task of its own, apart from the script's. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await pause()
    super.scheduleUpdate()
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('site') || changed.has('name') || changed.has('address') || changed.has('board'))
      void this.open()
    else if (changed.has('ssoToken') || changed.has('tokenProvider'))
      void this.community?.session.signOn(this.#source)
    if (changed.has('locale') && this.ctx) void this.speak()
    if (changed.has('theme')) this.fit()
    if (changed.has('view')) this.journey.follow()
  }

  get #source(): Source {
    const { ssoToken, tokenProvider } = this
    return {
      ...(ssoToken !== undefined && { ssoToken }),
      ...(tokenProvider && { tokenProvider }),
      host: this,
    }
  }

  /** Takes light or dark and the ground from the page. */
  readonly fit = (): void => {
    if (this.root) fitTheme(this, this.root, this.theme)
  }

  /**
   * Begins, or begins again: who is there, then everything the first view shows in one answer.
   * @public
   */
  async open(): Promise<void> {
    this.#listen('removeEventListener')
    this.failure = undefined
    this.ctx = undefined
    const run = ++this.#opening
    if (!this.site) {
      // A framework may give it later.
      await pause(1e3)
      if (run !== this.#opening) return
      this.failure = '[parvis] The attribute site is missing.'
      return console.error(this.failure)
    }
    // At once where the address leads into it, a router decides, or the page's title waits for it.
    if (this.view == null && this.journey.path === '/' && !this.hasAttribute('count-in-title'))
      await near(this)
    if (run !== this.#opening) return
    this.community = communityOf(server, this.site)
    // One that was taken out again at once listens when it is put back.
    if (this.isConnected) {
      this.#listen('addEventListener')
      this.journey.hostConnected()
    }
    const { session } = this.community
    const [locale, region] = this.speaks()
    const loading = coreWords[locale]()
    const signing = session.signOn(this.#source)
    try {
      // A session that is kept can read at once; whether it is still the right person's shows meanwhile.
      if (!session.token) await Promise.race([signing, new Promise((done) => setTimeout(done, patience))])
      let token: string | undefined
      let read: Awaited<ReturnType<typeof readOpening>>
      let words: Core
      // Who came meanwhile may be shown other boards.
      do {
        token = session.token
        read = await readOpening(this, this.community.api)
        words = (await loading).default
      } while (token !== session.token)
      if (run === this.#opening)
        this.ctx = { ...this.community, ...meansOf(this, server), ...read, locale, region, words }
    } catch (error) {
      console.error('[parvis]', error)
      // Where the network is gone our words are too, and plain English says the least.
      const why = await import('../../acts.ts').then((later) => later.explain(locale, error)).catch(() => '')
      this.words = await loading.then((words) => words.default).catch(() => undefined)
      if (run === this.#opening) this.failure = why
    }
    await this.updateComplete
    // Without a network it comes with the next try.
    await this.later()
      // What was asked for meanwhile.
      .then(() => (this.ctx?.region === this.speaks()[1] ? undefined : this.speak()))
      .catch(() => undefined)
  }

  /** The rest of the widget, once the first view is painted; with the words of this language. */
  async later(): Promise<Later> {
    const later = await import('../../acts.ts')
    this.journey.travel ??= later.moveIn(this)
    const { ctx } = this
    if (ctx && !ctx.later) {
      const say = (await later.actsWords[ctx.locale]()).default
      if (this.ctx?.locale === ctx.locale) this.ctx = { ...this.ctx, later, say }
    }
    return later
  }

  /** Speaks another language, once all its words are here. */
  async speak(chosen?: Locale): Promise<void> {
    if (chosen) remember(choice, chosen)
    const run = ++this.#speaking
    const [locale, region] = this.speaks()
    const later = await this.later()
    const all = [
      coreWords[locale](),
      later.actsWords[locale](),
      later.prepare(this.journey.path, locale),
    ] as const
    const [words, say] = await Promise.all(all)
    // The latest wish holds, whichever words come last.
    if (this.ctx && run === this.#speaking)
      this.ctx = { ...this.ctx, later, locale, region, words: words.default, say: say.default }
  }

  /** The language and region that it speaks, or is about to. */
  speaks(): [Locale, string] {
    return chooseLocale([this.locale, recall(choice)])
  }

  #listen(act: 'addEventListener' | 'removeEventListener'): void {
    this.community?.votes[act]('change', this.#redraw)
    this.community?.session[act]('update', this.#redraw)
    this.community?.session[act]('change', this.#greet)
  }

  readonly #redraw = (): void => {
    if (this.ctx) this.ctx = { ...this.ctx }
  }

  readonly #greet = (): void => {
    const { ctx } = this
    void this.later().then((later) => later.deeds.greet(this, !!ctx))
  }

  protected override render() {
    const { ctx, notice } = this
    const close = () => {
      this.notice = ''
    }
    return html`<div class="root" part="root" dir=${this.dir || 'ltr'} lang=${ctx?.locale ?? this.speaks()[0]} @click=${this.journey.clicked}>
      ${drawPlace(this)}
      <p class="vh" role="status">${this.said}</p>
      <div role="alert">${notice && html`<div class="notice">${notice}<button class="btn s" type="button" @click=${close}>${ctx?.say?.close}</button></div>`}</div>
      ${this.dialog}
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'parvis-board': ParvisBoard
  }
}
