import { html, nothing } from 'lit'
import type { ChallengeJson } from '../../../server/sessions/json.ts'
import { type Problem, post } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { catalog } from '../../translations/index.ts'
import { type SignInAnswer, SignInStep, stepStyles } from './sign_in_step.ts'

/**
 * Signs in by a code of six digits, sent to an address and bound to this browser: two steps, one field each.
 * Property `email`. Slot: other ways, beside the address. Events `answered`, and `other`, with the address as
 * typed, for the password.
 */
export class SignInCode extends SignInStep {
  static override properties = { email: {}, challenge: { state: true } }
  static override styles = sheets(stepStyles)

  declare email: string
  declare challenge: ChallengeJson | null

  constructor() {
    super()
    this.email = ''
    this.challenge = null
  }

  protected override explained(problem: Problem): string {
    const { signIn } = this.words
    if (problem.code === 'code_refused') return signIn.codeWrong
    if (problem.code === 'invalid_input') return this.challenge ? signIn.codeShort : signIn.emailWrong
    return super.explained(problem)
  }

  #ask(event?: Event): void {
    event?.preventDefault()
    const field = this.renderRoot.querySelector<HTMLInputElement>('#email')
    if (field) this.email = field.value.trim()
    if (!/^\S+@\S+$/.test(this.email)) {
      this.wrong = this.words.signIn.emailWrong
      field?.focus()
      return
    }
    void this.attempt(async () => {
      // The mail is in the language that one reads here.
      const { locale } = catalog.value
      this.challenge = await post<ChallengeJson>('staff-sessions/email', { email: this.email, locale })
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
    const code = this.typed('code')
    if (code.length !== 6) {
      this.wrong = this.words.signIn.codeShort
      return
    }
    void this.attempt(async () => {
      this.answered(await post<SignInAnswer>(`staff-sessions/email/${challenge}`, { code, device }))
    })
  }

  #other(): void {
    this.dispatchEvent(new CustomEvent('other', { detail: this.typed('email').trim() }))
  }

  #otherEmail(): void {
    this.challenge = null
    this.wrong = ''
  }

  #withEmail() {
    const { signIn } = this.words
    return html`<form novalidate @submit=${this.#ask}>
        <div class="field">
          <label class="label" for="email">${signIn.email}</label>
          <input class="input" id="email" type="email" autocomplete="username" required .value=${this.email}
            aria-invalid=${this.wrong ? 'true' : nothing} aria-describedby="wrong hint" />
          <p class="hint" id="hint">${signIn.emailHint}</p>
        </div>
        <button class="button primary" aria-disabled=${this.busy}>${signIn.send}</button>
        <div class="acts">
          <button type="button" class="link" @click=${this.#other}>${signIn.byPassword}</button>
        </div>
      </form>
      <slot></slot>`
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
      <button class="button primary" aria-disabled=${this.busy}>${signIn.button}</button>
      <div class="acts">
        <button type="button" class="link" @click=${() => this.#ask()}>${signIn.newCode}</button>
        <button type="button" class="link" @click=${this.#otherEmail}>${signIn.otherEmail}</button>
      </div>
    </form>`
  }

  override render() {
    return html`<p class="wrong" id="wrong" role="alert">${this.wrong}</p>
      ${this.challenge ? this.#withCode() : this.#withEmail()}`
  }
}

define('sign-in-code', SignInCode)
