import { html, nothing } from 'lit'
import type { OpenIdChoiceJson } from '../../../server/openid/json.ts'
import { Problem, post } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { leaveForProvider } from '../../openid.ts'
import { passkeysPossible, signInByPasskey } from '../../passkeys.ts'
import { signInWay } from '../../preferences.ts'
import { signedIn } from '../../session.ts'
import { icon, iconKey } from '../icons.ts'
import './sign-in-code.ts'
import './sign-in-factor.ts'
import './sign-in-password.ts'
import { type SignInAnswer, SignInStep, stepStyles } from './sign_in_step.ts'

/** The secret of `#link=…` or `#factor=…`, taken out of the address bar and the history at once. */
function takeSecret(name: 'link' | 'factor'): string {
  const secret = new URLSearchParams(location.hash.slice(1)).get(name) ?? ''
  if (secret) history.replaceState(history.state, '', location.pathname + location.search)
  return secret
}

/**
 * Signs a staff member in (`email` fills the field in where it is known): a button posts the link's token, so that
 * a mail scanner that follows links spends nothing; or a code of six digits, bound to this browser; or a password; or
 * one of the `providers`. Where the account has a second factor, that is asked for after each.
 */
export class SignInForm extends SignInStep {
  static override properties = {
    link: { state: true },
    email: {},
    providers: { attribute: false },
    factor: { state: true },
    way: { state: true },
  }
  static override styles = sheets(stepStyles)

  declare link: string
  declare email: string
  /** OpenID providers of this site; none where what they open would not do. */
  declare providers: OpenIdChoiceJson[]
  /** The secret that goes with the second factor, once the first was right. */
  declare factor: string
  declare way: 'code' | 'password'

  constructor() {
    super()
    this.link = takeSecret('link')
    this.email = ''
    this.providers = []
    // A provider has sent somebody back who has a second factor.
    this.factor = takeSecret('factor')
    this.way = signInWay.value
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#onHash)
  }

  /** Its first field gets the focus, once that is drawn: a dialog asks for it before. */
  override async focus(): Promise<void> {
    await this.updateComplete
    await this.renderRoot.querySelector<SignInStep>('sign-in-code, sign-in-password, sign-in-factor')
      ?.updateComplete
    super.focus()
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#onHash)
    super.disconnectedCallback()
  }

  // A link pasted into this very tab changes the fragment alone.
  readonly #onHash = (): void => {
    const link = takeSecret('link')
    if (!link) return
    this.link = link
    this.wrong = ''
  }

  protected override explained(problem: Problem): string {
    return problem.code === 'link_refused' ? this.words.signIn.linkSpent : super.explained(problem)
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
    this.wrong = event.detail
  }

  #take(way: 'code' | 'password', email: string): void {
    this.email = email
    this.way = way
    this.wrong = ''
  }

  #useLink(event: Event): void {
    event.preventDefault()
    const token = this.link
    void this.attempt(async () => {
      try {
        this.answered(await post<SignInAnswer>('staff-sessions/link', { token }))
      } catch (error) {
        // A link that was refused never works again; one that did not arrive still may.
        if (error instanceof Problem && error.status > 0 && error.status < 500) this.link = ''
        if (error instanceof Problem && error.status === 401) throw new Problem(401, 'link_refused')
        throw error
      }
    })
  }

  #withLink() {
    const { signIn } = this.words
    return html`<form @submit=${this.#useLink}>
      <p>${signIn.linkReady} <span class="quiet">${signIn.linkOnce}</span></p>
      <button class="button primary" aria-disabled=${this.busy}>${signIn.button}</button>
    </form>`
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

  #others() {
    const { signIn, openId } = this.words
    const leave = (id: string) => () => void this.attempt(() => leaveForProvider(id))
    const provider = ({ id, name }: OpenIdChoiceJson) =>
      html`<button class="button" aria-disabled=${this.busy} @click=${leave(id)}>${openId.continueWith(name)}</button>`
    const passkey = passkeysPossible()
      ? html`<button class="button" aria-disabled=${this.busy} @click=${this.#usePasskey}>${icon(iconKey)}${signIn.byPasskey}</button>`
      : nothing
    if (passkey === nothing && !this.providers.length) return nothing
    return html`<p class="or">${this.providers.map(provider)}${passkey}</p>`
  }

  #step() {
    if (this.link) return this.#withLink()
    const take = (way: 'code' | 'password') => (event: CustomEvent<string>) => this.#take(way, event.detail)
    return this.way === 'password'
      ? html`<sign-in-password email=${this.email} @answered=${this.#onAnswer} @other=${take('code')}>${this.#others()}</sign-in-password>`
      : html`<sign-in-code email=${this.email} @answered=${this.#onAnswer} @other=${take('password')}>${this.#others()}</sign-in-code>`
  }

  override render() {
    if (this.factor) {
      return html`<sign-in-factor secret=${this.factor} @answered=${this.#onAnswer} @over=${this.#onOver}></sign-in-factor>`
    }
    // What was wrong before is no matter any more to who begins to type.
    const clear = () => {
      this.wrong = ''
    }
    return html`<p class="wrong" role="alert">${this.wrong}</p>
      <div @input=${clear}>${this.#step()}</div>`
  }
}

define('sign-in-form', SignInForm)
