import { css, html, nothing } from 'lit'
import type { ChallengeJson, StaffSessionJson } from '../../../server/sessions/json.ts'
import { Problem, post } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { problemWords } from '../../problem_words.ts'
import { signedIn } from '../../session.ts'

/** The token of `#link=…`, taken out of the address bar and the history at once. */
function takeLink(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('link') ?? ''
  if (token) history.replaceState(history.state, '', location.pathname + location.search)
  return token
}

/**
 * Signs a staff member in (`email` fills the field in where it is known): a button posts the link's token, so that a mail scanner that follows links spends
 * nothing; or a code of six digits, bound to this browser. Two steps, one field each.
 */
export class SignInForm extends AdminElement {
  static override properties = {
    link: { state: true },
    email: {},
    challenge: { state: true },
    wrong: { state: true },
    busy: { state: true },
    spent: { state: true },
  }
  static override shadowRootOptions: ShadowRootInit = { mode: 'open', delegatesFocus: true }
  static override styles = sheets(css`
    form {
      display: grid;
      gap: 16px;
    }
    .button {
      height: 36px;
    }
    .code {
      font-size: 20px;
      letter-spacing: 0.3em;
      font-variant-numeric: tabular-nums;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
    }
    .acts button {
      min-height: 24px;
    }
    .wrong {
      margin-bottom: 12px;
    }
  `)

  declare link: string
  declare email: string
  declare challenge: ChallengeJson | null
  declare wrong: string
  declare busy: boolean
  /** What is wrong is the link, not what is typed below it. */
  declare spent: boolean

  constructor() {
    super()
    this.link = takeLink()
    this.email = ''
    this.challenge = null
    this.wrong = ''
    this.busy = false
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

  async #try(act: () => Promise<void>): Promise<void> {
    this.busy = true
    this.wrong = ''
    try {
      await act()
    } catch (error) {
      this.wrong = this.#wordsFor(error)
    } finally {
      this.busy = false
    }
  }

  #wordsFor(error: unknown): string {
    const { signIn, errors } = this.words
    if (!(error instanceof Problem)) return errors.internal
    if (error.code === 'code_refused') return signIn.codeWrong
    if (error.code === 'link_refused') return signIn.linkSpent
    if (error.code === 'forbidden') return signIn.notTeam
    if (error.code === 'invalid_input') return this.challenge ? signIn.codeShort : signIn.emailWrong
    return problemWords(error)
  }

  #useLink(event: Event): void {
    event.preventDefault()
    const token = this.link
    void this.#try(async () => {
      try {
        signedIn(await post<StaffSessionJson>('staff-sessions/link', { token }))
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
    void this.#try(async () => {
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
    void this.#try(async () => {
      signedIn(await post<StaffSessionJson>(`staff-sessions/email/${challenge}`, { code, device }))
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
        <input class="input" id="email" type="email" autocomplete="email" required .value=${this.email}
          aria-invalid=${this.wrong && !this.spent ? 'true' : nothing} aria-describedby="wrong hint" />
        <p class="hint" id="hint">${signIn.emailHint}</p>
      </div>
      <button class="button primary" ?disabled=${this.busy}>${signIn.send}</button>
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

  override render() {
    const step = this.link ? this.#withLink() : this.challenge ? this.#withCode() : this.#withEmail()
    return html`<p class="wrong" id="wrong" role="alert">${this.wrong}</p>
      ${step}`
  }
}

define('sign-in-form', SignInForm)
