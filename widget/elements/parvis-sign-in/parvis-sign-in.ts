import { css, html, LitElement, nothing } from 'lit'
import type { ChallengeJson, GuestSessionJson, SessionJson } from '../../../server/sessions/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import { canProve } from '../../controllers/guest.ts'
import { Modal } from '../../controllers/modal.ts'
import { whyOf } from '../../controllers/speech.ts'
import { base } from '../../styles/base.ts'
import { dialogStyles, viewStyles } from '../../styles/views.ts'
import type { SignInWords } from '../../translations/en/sign_in.ts'
import { icon } from '../../ui/icons.ts'
import { iconX } from '../../ui/view_icons.ts'
import { caretIn } from './caret.ts'
import './parvis-guest.ts'

/**
 * Signs in by e-mail: an address, then the six digits that were sent there. Where the site
 * has no sign-in by e-mail it says to sign in with the host. Where the site takes guests, a visitor may be one instead.
 * Part of `<parvis-board>`.
 *
 * @element parvis-sign-in
 * @prop ctx - What every view is given.
 * @prop words - Its words.
 * @prop done - Called with whether somebody is signed in, when the dialog closes.
 */
export class ParvisSignIn extends LitElement {
  static override styles = [
    base,
    viewStyles,
    dialogStyles,
    css`
      .code { font-size: var(--t-2xl); letter-spacing: .3em; font-variant-numeric: tabular-nums; text-align: center; min-height: 48px; }
      label .input { margin-block-start: 6px; font-weight: 400; font-size: var(--t-lg); }
      .or { display: flex; align-items: center; gap: var(--s3); margin-block: var(--s5) var(--s4); color: var(--text-2); font-size: var(--t-sm); }
      .or::before, .or::after { content: ''; flex: 1; border-block-start: 1px solid var(--line); }
      .ended { margin-block-end: var(--s2); }
      .offer { width: 100%; margin-block-start: var(--s3); }
      dialog .row { justify-content: space-between; align-items: center; }
    `,
  ]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    done: { attribute: false },
    challenge: { state: true },
    guest: { state: true },
    problem: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare words: SignInWords
  declare done: (signedIn: boolean) => void
  declare challenge: ChallengeJson | undefined
  declare guest: boolean
  declare problem: string
  declare busy: boolean
  readonly #modal = new Modal(this)
  #email = ''
  #signedIn = false
  #toCaret = () => {}

  constructor() {
    super()
    this.problem = ''
    this.busy = this.guest = false
  }

  protected override firstUpdated(): void {
    this.#toCaret = caretIn(this.getRootNode() as ShadowRoot)
  }

  get #field(): HTMLInputElement {
    return this.renderRoot.querySelector('input')!
  }

  async #sendEmail(event?: Event): Promise<void> {
    event?.preventDefault()
    if (this.busy) return
    if (!this.challenge) {
      this.#email = this.#field.value.trim()
      if (!/^\S+@\S+\.\S+$/.test(this.#email)) return this.#wrong(this.words.badEmail)
    }
    await this.#try(async () => {
      const again = !!this.challenge
      this.challenge = await this.ctx.api.ask<ChallengeJson>('sessions/email', {
        method: 'POST',
        body: { email: this.#email, locale: this.ctx.locale },
      })
      if (again) this.ctx.act('announce', this.words.sentAgain)
    })
    if (this.challenge) this.#field.value = ''
    this.#field.focus()
  }

  async #sendCode(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const code = this.#field.value.replace(/\D/g, '')
    if (code.length !== 6) return this.#wrong(this.words.badCode)
    const { challenge, device } = this.challenge!
    await this.#try(async () => {
      const session = await this.ctx.api.ask<SessionJson>(`sessions/email/${challenge}`, {
        method: 'POST',
        body: { code, device, locale: this.ctx.locale, guest: this.ctx.session.device },
      })
      await this.#enter(session)
    })
    if (!this.#signedIn) this.#field.select()
  }

  /** With a device, as its guest; else as a member, who has what the guest had. */
  async #enter(session: SessionJson, device?: string): Promise<void> {
    this.#signedIn = true
    // The dialog gives the focus back to what was pressed before it goes.
    this.#modal.close()
    this.#toCaret()
    const root = this.getRootNode() as ShadowRoot
    const pressed = root.activeElement
    this.ctx.session.device = device
    this.ctx.session.accept(session)
    // The button that asks to sign in goes then; the way to oneself takes its place.
    await (root.host as LitElement).updateComplete
    const place =
      root.querySelector<HTMLElement>('.me a:last-of-type') ?? root.querySelector<HTMLElement>('#title')
    if (pressed && !pressed.isConnected) place?.focus()
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true
    this.problem = ''
    try {
      await work()
    } catch (error) {
      const code = codeOf(error)
      const own: Record<string, string> = {
        code_refused: this.words.refused,
        invalid_input: this.words.badEmail,
      }
      this.problem = own[code] ?? whyOf(this.ctx.say, error)
    } finally {
      this.busy = false
      await this.updateComplete
    }
  }

  #wrong(problem: string): void {
    this.problem = problem
    this.#field.focus()
  }

  #closed(): void {
    this.#toCaret()
    if (!this.#signedIn) this.done(false)
  }

  protected override render() {
    const { words, ctx, challenge } = this
    const { site } = ctx.opening
    const title = this.guest
      ? words.guest.title
      : !site.emailSignIn
        ? words.elsewhere
        : challenge
          ? words.codeTitle
          : words.title
    const form = this.guest
      ? this.#guestForm()
      : !site.emailSignIn
        ? html`<p class="q">${words.elsewhereHint(site.name)}</p>`
        : challenge
          ? this.#codeForm()
          : this.#emailForm()
    const { lapsed, member } = ctx.session
    const ended = !member && lapsed && words.ended(!!ctx.later?.hasDrafts(ctx))
    return html`<dialog aria-labelledby="title" aria-describedby=${ended ? 'ended' : nothing} @close=${this.#closed}>
      <h2 id="title">${title}</h2>
      <button class="ico close" type="button" aria-label=${words.close} @click=${() => this.#modal.close()}>${icon(iconX)}</button>
      ${ended ? html`<p class="ended" id="ended">${ended}</p>` : nothing}
      ${form} ${this.#offer()}
    </dialog>`
  }

  /** Instead of signing in, where the site takes guests and nobody is one yet. */
  #offer() {
    const { guest } = this.words
    const { site } = this.ctx.opening
    if (!site.guests || this.guest || this.challenge || this.ctx.session.member || !canProve()) return nothing
    const choose = () => {
      this.guest = true
      this.problem = ''
    }
    return html`<p class="or">${guest.or}</p>
      <p class="q">${guest.offerHint}</p>
      <button class="btn offer" type="button" @click=${choose}>${guest.offer}</button>`
  }

  #guestForm() {
    const done = ({ device, ...session }: GuestSessionJson) => this.#enter(session, device)
    const back = async () => {
      this.guest = false
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('.offer')?.focus()
    }
    return html`<parvis-guest .ctx=${this.ctx} .words=${this.words} .done=${done} .back=${back}></parvis-guest>`
  }

  #emailForm() {
    const { words } = this
    return html`<p class="q">${words.intro}</p>
      <form novalidate @submit=${this.#sendEmail}>
        <label>${words.email}<input class="input" type="email" name="email" autocomplete="email" autofocus dir="ltr" maxlength="254" aria-describedby="problem" aria-invalid=${this.problem ? 'true' : nothing} /></label>
        ${this.#problemLine()}
        <button class="btn pri" aria-disabled=${this.busy}>${words.send}</button>
      </form>`
  }

  #codeForm() {
    const { words } = this
    const back = () => {
      this.challenge = undefined
      this.problem = ''
      void this.updateComplete.then(() => this.#field.focus())
    }
    return html`<p class="q">${words.codeIntro(this.#email)}</p>
      <form novalidate @submit=${this.#sendCode}>
        <label>${words.code}<input class="input code" name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr" maxlength="60" aria-describedby="problem" aria-invalid=${this.problem ? 'true' : nothing} /></label>
        ${this.#problemLine()}
        <button class="btn pri" aria-disabled=${this.busy}>${words.confirm}</button>
        <div class="row">
          <button class="txt" type="button" @click=${back}>${words.other}</button>
          <button class="txt" type="button" aria-disabled=${this.busy} @click=${() => this.#sendEmail()}>${words.again}</button>
        </div>
      </form>`
  }

  #problemLine() {
    return html`<p class="wrong-text" id="problem" role="alert">${this.problem || nothing}</p>`
  }
}

if (!customElements.get('parvis-sign-in')) customElements.define('parvis-sign-in', ParvisSignIn)
