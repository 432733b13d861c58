import { html, nothing } from 'lit'
import { type Problem, post } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { type SignInAnswer, SignInStep, stepStyles } from './sign_in_step.ts'

/**
 * Signs in by address and password, in one form, as password managers know it. Property `email`. Slot:
 * other ways. Events `answered`, and `other`, with the address as typed, for the code.
 */
export class SignInPassword extends SignInStep {
  static override properties = { email: {} }
  static override styles = sheets(stepStyles)

  declare email: string

  constructor() {
    super()
    this.email = ''
  }

  #submit(event: Event): void {
    event.preventDefault()
    const [email, password] = [this.typed('email').trim(), this.typed('password')]
    if (!/^\S+@\S+$/.test(email) || !password) {
      this.wrong = password ? this.words.signIn.emailWrong : this.words.signIn.passwordMissing
      return
    }
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
    const invalid = this.wrong ? 'true' : nothing
    return html`<p class="wrong" id="wrong" role="alert">${this.wrong}</p>
      <form novalidate @submit=${this.#submit}>
        <div class="field">
          <label class="label" for="email">${signIn.email}</label>
          <input class="input" id="email" name="username" type="email" autocomplete="username" required .value=${this.email}
            aria-invalid=${invalid} aria-describedby="wrong" />
        </div>
        <div class="field">
          <label class="label" for="password">${signIn.password}</label>
          <input class="input" id="password" name="password" type="password" autocomplete="current-password" required
            aria-invalid=${invalid} aria-describedby="wrong" />
        </div>
        <button class="button primary" ?disabled=${this.busy}>${signIn.button}</button>
        <div class="acts">
          <button type="button" class="link" @click=${this.#other}>${signIn.byCode}</button>
        </div>
        <p class="hint">${signIn.forgotten}</p>
      </form>
      <slot></slot>`
  }
}

define('sign-in-password', SignInPassword)
