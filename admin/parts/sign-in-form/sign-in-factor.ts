import { html, nothing } from 'lit'
import { type Problem, post } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { type SignInAnswer, SignInStep, stepStyles } from './sign_in_step.ts'

/**
 * The second factor of a sign-in: a code of the authenticator app, or one of the recovery codes. Property `secret`,
 * from the first factor's answer. Events `answered`, and `over` where one has to begin again.
 */
export class SignInFactor extends SignInStep {
  static override properties = { secret: {}, recovering: { state: true } }
  static override styles = sheets(stepStyles)

  declare secret: string
  declare recovering: boolean

  constructor() {
    super()
    this.secret = ''
    this.recovering = false
  }

  #onInput(event: InputEvent): void {
    if (this.recovering) return
    const field = event.target as HTMLInputElement
    // A pasted "123 456" is as good as six typed digits.
    field.value = field.value.replace(/\D/g, '').slice(0, 6)
    if (field.value.length === 6) this.#submit()
  }

  #submit(event?: Event): void {
    event?.preventDefault()
    const code = this.typed('code').trim()
    if (code.length < 6) {
      this.wrong = this.recovering ? this.words.signIn.recoveryWrong : this.words.signIn.codeShort
      return
    }
    void this.attempt(async () => {
      const proof = { secondFactor: this.secret, code }
      this.answered(await post<SignInAnswer>('staff-sessions/second-factor', proof))
    })
  }

  protected override explained(problem: Problem): string {
    const { signIn, errors } = this.words
    if (problem.code === 'sign_in_over')
      this.dispatchEvent(new CustomEvent('over', { detail: errors.sign_in_over }))
    if (problem.code === 'code_refused' || problem.code === 'invalid_input')
      return this.recovering ? signIn.recoveryWrong : signIn.factorWrong
    return super.explained(problem)
  }

  #change(): void {
    this.recovering = !this.recovering
    this.wrong = ''
    void this.updateComplete.then(() => {
      const field = this.renderRoot.querySelector<HTMLInputElement>('#code')
      if (!field) return
      field.value = ''
      field.focus()
    })
  }

  override render() {
    const { signIn } = this.words
    const [label, hint, other] = this.recovering
      ? [signIn.recovery, signIn.recoveryHint, signIn.byAuthenticator]
      : [signIn.factor, signIn.factorHint, signIn.byRecovery]
    return html`<p class="wrong" id="wrong" role="alert">${this.wrong}</p>
      <form novalidate @submit=${this.#submit}>
        <div class="field">
          <label class="label" for="code">${label}</label>
          <input class=${this.recovering ? 'input' : 'input code'} id="code" required spellcheck="false" autocapitalize="none"
            inputmode=${this.recovering ? nothing : 'numeric'} autocomplete=${this.recovering ? 'off' : 'one-time-code'}
            aria-invalid=${this.wrong ? 'true' : nothing} aria-describedby="wrong hint" @input=${this.#onInput} />
          <p class="hint" id="hint">${hint}</p>
        </div>
        <button class="button primary" aria-disabled=${this.busy}>${signIn.button}</button>
        <div class="acts"><button type="button" class="link" @click=${this.#change}>${other}</button></div>
      </form>`
  }
}

define('sign-in-factor', SignInFactor)
