import { html, nothing } from 'lit'
import { type Problem, post } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { type SignInAnswer, SignInStep, stepStyles } from './sign_in_step.ts'

/**
 * Signs in by address and password, in one form, as password managers know it. Property `email`. Slot:
 * other ways. Events `answered`, and `other`, with the address as typed, for the code.
 */
export class SignInPassword extends SignInStep {
  static override properties = { email: {}, missing: { state: true } }
  static override styles = sheets(stepStyles)

  declare email: string
  /** The one field that is wrong; a refusal is about both. */
  declare missing: 'email' | 'password' | null

  constructor() {
    super()
    this.email = ''
    this.missing = null
  }

  #submit(event: Event): void {
    event.preventDefault()
    const [email, password] = [this.typed('email').trim(), this.typed('password')]
    if (!/^\S+@\S+$/.test(email) || !password) {
      this.missing = password ? 'email' : 'password'
      this.wrong = password ? this.words.signIn.emailWrong : this.words.signIn.passwordMissing
      this.renderRoot.querySelector<HTMLElement>(`#${this.missing}`)?.focus()
      return
    }
    this.missing = null
    void this.attempt(async () => {
      this.answered(await post<SignInAnswer>('staff-sessions/password', { email, password }))
    })
  }

  protected override explained(problem: Problem): string {
    return problem.code === 'invalid_input' ? this.words.errors.sign_in_refused : super.explained(problem)
  }

  #other(): void {
    this.dispatchEvent(new CustomEvent('other', { detail: this.typed('email').trim() }))
  }

  override render() {
    const { signIn } = this.words
    const invalid = (field: 'email' | 'password') =>
      this.wrong && (this.missing ?? field) === field ? 'true' : nothing
    return html`<p class="wrong" id="wrong" role="alert">${this.wrong}</p>
      <form novalidate @submit=${this.#submit}>
        <div class="field">
          <label class="label" for="email">${signIn.email}</label>
          <input class="input" id="email" name="username" type="email" autocomplete="username" required .value=${this.email}
            aria-invalid=${invalid('email')} aria-describedby="wrong" />
        </div>
        <div class="field">
          <label class="label" for="password">${signIn.password}</label>
          <input class="input" id="password" name="password" type="password" autocomplete="current-password" required
            aria-invalid=${invalid('password')} aria-describedby="wrong" />
        </div>
        <button class="button primary" aria-disabled=${this.busy}>${signIn.button}</button>
        <div class="acts">
          <button type="button" class="link" @click=${this.#other}>${signIn.byCode}</button>
        </div>
        <p class="hint">${signIn.forgotten}</p>
      </form>
      <slot></slot>`
  }
}

define('sign-in-password', SignInPassword)
