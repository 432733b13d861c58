import { html, nothing } from 'lit'
import type { ChallengeJson } from '../../../server/sessions/json.ts'
import { Problem, post } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { passkeysPossible, signInByPasskey } from '../../passkeys.ts'
import { signInWay } from '../../preferences.ts'
import { signedIn } from '../../session.ts'
import { icon, iconKey } from '../icons.ts'
import './sign-in-factor.ts'
import './sign-in-password.ts'
import { type SignInAnswer, SignInStep, stepStyles } from './sign_in_step.ts'

/** The token of `#link=…`, taken out of the address bar and the history at once. */
function takeLink(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('link') ?? ''
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/**
 * Signs a staff member in (`email` fills the field in where it is known): a button posts the link's token, so that
 * a mail scanner that follows links spends nothing; or a code of six digits, bound to this browser; or a password.
 * Where the account has a second factor, that is asked for after each.
 */
export class SignInForm extends SignInStep {
  static override properties = {
    link: { state: true },
    email: {},
    challenge: { state: true },
    factor: { state: true },
    way: { state: true },
    spent: { state: true },
  }
  static override styles = sheets(stepStyles)

  declare link: string
  declare email: string
  declare challenge: ChallengeJson | null
  /** The secret that goes with the second factor, once the first was right. */
  declare factor: string
  declare way: 'code' | 'password'
  /** What is wrong is the link, not what is typed below it. */
  declare spent: boolean

  constructor() {
    super()
    this.link = takeLink()
    this.email = ''
    this.challenge = null
    this.factor = ''
    this.way = signInWay.value
    this.spent = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#onHash)
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#onHash)
    super.disconnectedCallback()
  }

  // A link pasted into this very tab changes the fragment alone.
  readonly #onHash = (): void => {
    const link = takeLink()
    if (!link) return
    this.link = link
    this.wrong = ''
    this.spent = false
  }

  protected override explained(problem: Problem): string {
    const { signIn } = this.words
    if (problem.code === 'code_refused') return signIn.codeWrong
    if (problem.code === 'link_refused') return signIn.linkSpent
    if (problem.code === 'invalid_input') return this.challenge ? signIn.codeShort : signIn.emailWrong
    return super.explained(problem)
  }

  /** Goes in, or on to the second factor. */
  protected override answered(answer: SignInAnswer): void {
    if ('member' in answer) {
      signInWay.value = this.way
      signedIn(answer)
      return
    }
    this.factor = answer.secondFactor
    this.link = ''
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('sign-in-factor')?.focus())
  }

  readonly #onAnswer = (event: CustomEvent<SignInAnswer>): void => this.answered(event.detail)

  #onOver(event: CustomEvent<string>): void {
    this.factor = ''
    this.challenge = null
    this.wrong = event.detail
  }

  #take(way: 'code' | 'password', email: string): void {
    this.email = email
    this.way = way
    this.wrong = ''
    this.spent = false
  }

  #useLink(event: Event): void {
    event.preventDefault()
    const token = this.link
    void this.attempt(async () => {
      try {
        this.answered(await post<SignInAnswer>('staff-sessions/link', { token }))
      } catch (error) {
        // A link that was refused never works again; one that did not arrive still may.
        this.spent = error instanceof Problem && error.status > 0 && error.status < 500
        if (this.spent) this.link = ''
        if (error instanceof Problem && error.status === 401) throw new Problem(401, 'link_refused')
        throw error
      }
    })
  }

  #ask(event?: Event): void {
    event?.preventDefault()
    const field = this.renderRoot.querySelector<HTMLInputElement>('#email')
    this.spent = false
    if (field) this.email = field.value.trim()
    if (!/^\S+@\S+$/.test(this.email)) {
      this.wrong = this.words.signIn.emailWrong
      field?.focus()
      return
    }
    void this.attempt(async () => {
      this.challenge = await post<ChallengeJson>('staff-sessions/email', { email: this.email })
      await this.updateComplete
      this.renderRoot.querySelector<HTMLInputElement>('#code')?.focus()
    })
  }

  #onCode(event: InputEvent): void {
    const field = event.target as HTMLInputElement
    // A pasted "123 456" or "code: 123456" is as good as six typed digits.
    field.value = field.value.replace(/\D/g, '').slice(0, 6)
    if (field.value.length === 6) this.#prove()
  }

  #prove(event?: Event): void {
    event?.preventDefault()
    if (this.busy || !this.challenge) return
    const { challenge, device } = this.challenge
    const code = this.renderRoot.querySelector<HTMLInputElement>('#code')?.value ?? ''
    if (code.length !== 6) {
      this.wrong = this.words.signIn.codeShort
      return
    }
    void this.attempt(async () => {
      this.answered(await post<SignInAnswer>(`staff-sessions/email/${challenge}`, { code, device }))
    })
  }

  #withLink() {
    const { signIn } = this.words
    return html`<form @submit=${this.#useLink}>
      <p>${signIn.linkReady} <span class="quiet">${signIn.linkOnce}</span></p>
      <button class="button primary" ?disabled=${this.busy}>${signIn.button}</button>
    </form>`
  }

  #withEmail() {
    const { signIn } = this.words
    return html`<form novalidate @submit=${this.#ask}>
      <div class="field">
        <label class="label" for="email">${signIn.email}</label>
        <input class="input" id="email" type="email" autocomplete="username" required .value=${this.email}
          aria-invalid=${this.wrong && !this.spent ? 'true' : nothing} aria-describedby="wrong hint" />
        <p class="hint" id="hint">${signIn.emailHint}</p>
      </div>
      <button class="button primary" ?disabled=${this.busy}>${signIn.send}</button>
      <div class="acts">
        <button type="button" class="link" @click=${() => this.#take('password', this.typed('email').trim())}>${signIn.byPassword}</button>
      </div>
    </form>`
  }

  #withCode() {
    const { signIn } = this.words
    return html`<form novalidate @submit=${this.#prove}>
      <p role="status">${signIn.sent(this.email)}</p>
      <div class="field">
        <label class="label" for="code">${signIn.code}</label>
        <input class="input code" id="code" inputmode="numeric" autocomplete="one-time-code" required
          aria-invalid=${this.wrong ? 'true' : nothing} aria-describedby="wrong" @input=${this.#onCode} />
      </div>
      <button class="button primary" ?disabled=${this.busy}>${signIn.button}</button>
      <div class="acts">
        <button type="button" class="link" @click=${() => this.#ask()}>${signIn.newCode}</button>
        <button type="button" class="link" @click=${this.#otherEmail}>${signIn.otherEmail}</button>
      </div>
    </form>`
  }

  #otherEmail(): void {
    this.challenge = null
    this.wrong = ''
  }

  #withPassword() {
    return html`<sign-in-password email=${this.email} @answered=${this.#onAnswer}
      @other=${(event: CustomEvent<string>) => this.#take('code', event.detail)}></sign-in-password>`
  }

  #usePasskey(): void {
    void this.attempt(async () => {
      try {
        this.answered(await signInByPasskey())
      } catch (error) {
        // What the browser refuses, it has shown; given up is no fault.
        if (error instanceof Problem) throw error
        this.wrong = this.words.errors.passkey_refused
      }
    })
  }

  #step() {
    if (this.link) return this.#withLink()
    if (this.challenge) return this.#withCode()
    return this.way === 'password' ? this.#withPassword() : this.#withEmail()
  }

  override render() {
    if (this.factor) {
      return html`<sign-in-factor secret=${this.factor} @answered=${this.#onAnswer} @over=${this.#onOver}></sign-in-factor>`
    }
    const begun = this.link || this.challenge
    return html`<p class="wrong" id="wrong" role="alert">${this.wrong}</p>
      ${this.#step()}
      ${
        begun || !passkeysPossible()
          ? nothing
          : html`<p class="or"><button class="button" ?disabled=${this.busy} @click=${this.#usePasskey}>${icon(iconKey)}${this.words.signIn.byPasskey}</button></p>`
      }`
  }
}

define('sign-in-form', SignInForm)
