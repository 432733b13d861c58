import { html, nothing } from 'lit'
import type { NewAuthenticatorJson, RecoveryCodesJson } from '../../../server/accounts/json.ts'
import { Problem, post, put } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import '../../parts/once-shown/once-shown.ts'
import { tell } from '../../toasts.ts'
import { accountStyles } from './account.styles.ts'
import { freshly, loadAccount } from './account_state.ts'
import { qrCode } from './qr.ts'

const grouped = (secret: string) => secret.replace(/.{4}(?=.)/g, '$& ')

/**
 * What one does with the authenticator app, by a code of it: `act` is `add`, `remove` or `renew` (the recovery
 * codes). New recovery codes are shown in the same dialog, once. Property `begun`, the key, for `add`. Event `ended`.
 */
export class AuthenticatorDialog extends ActDialog {
  static override properties = { act: {}, begun: { attribute: false }, codes: { state: true } }
  static override styles = sheets(actStyles, accountStyles)

  declare act: 'add' | 'remove' | 'renew'
  declare begun: NewAuthenticatorJson | null
  declare codes: string[]

  constructor() {
    super()
    this.act = 'add'
    this.begun = null
    this.codes = []
  }

  #submit = (): void => {
    if (this.codes.length) {
      this.close()
      return
    }
    void this.#prove()
  }

  async #prove(): Promise<void> {
    if (this.busy) return
    const code =
      this.renderRoot.querySelector<HTMLInputElement>('#code')?.value.replace(/[^\da-z-]/gi, '') ?? ''
    this.busy = true
    this.wrong = ''
    try {
      this.codes = await this.#carryOut(code)
      await loadAccount()
      if (!this.codes.length) this.close()
    } catch (error) {
      this.wrong = this.explained(error instanceof Problem ? error : new Problem(0, 'internal'))
    } finally {
      this.busy = false
    }
  }

  async #carryOut(code: string): Promise<string[]> {
    if (this.act === 'remove') {
      await post('account/authenticator/removal', { code })
      tell(this.words.account.authenticator.removed)
      return []
    }
    const answer =
      this.act === 'renew'
        ? await post<RecoveryCodesJson>('account/recovery-codes', { code })
        : await freshly(() => put<RecoveryCodesJson>('account/authenticator/confirmation', { code }))
    return answer.codes
  }

  protected override explained(problem: Problem): string {
    const wrong = problem.code === 'code_refused' || problem.code === 'invalid_input'
    return wrong ? this.words.signIn.factorWrong : super.explained(problem)
  }

  #key() {
    const { authenticator } = this.words.account
    if (!this.begun) return nothing
    return html`<p>${authenticator.scan}</p>
      ${qrCode(this.begun.uri, authenticator.qr)}
      <once-shown label=${authenticator.key} text=${grouped(this.begun.secret)} hint=${authenticator.keyHint}></once-shown>`
  }

  #ask() {
    const { authenticator } = this.words.account
    return html`${this.act === 'add' ? this.#key() : html`<p>${authenticator[`${this.act}Words`]}</p>`}
      <label class="field"><span class="label">${this.act === 'remove' ? authenticator.anyCode : this.words.signIn.factor}</span>
        <input class="input code" id="code" required spellcheck="false" autocapitalize="none" autocomplete="one-time-code"
          inputmode=${this.act === 'remove' ? nothing : 'numeric'} aria-invalid=${this.wrong ? 'true' : nothing} /></label>`
  }

  #keep() {
    const { authenticator } = this.words.account
    return html`<p role="status">${authenticator.keep}</p>
      <once-shown label=${authenticator.codes} text=${this.codes.join('\n')} hint=${authenticator.codesHint}></once-shown>`
  }

  override render() {
    const { authenticator } = this.words.account
    const done = this.codes.length > 0
    return html`<admin-dialog heading=${done ? authenticator.codes : authenticator.headings[this.act]} size="small" .submit=${this.#submit} @closed=${this.ended}>
      <form class="form" @submit=${(event: Event) => {
        event.preventDefault()
        this.#submit()
      }}>${done ? this.#keep() : this.#ask()}<button hidden></button></form>
      ${
        done
          ? html`<span slot="footer" class="space"></span><button slot="footer" class="button large primary" @click=${this.#submit}>${authenticator.kept}</button>`
          : this.foot(authenticator.acts[this.act], this.#submit, { danger: this.act === 'remove' })
      }
    </admin-dialog>`
  }
}

define('authenticator-dialog', AuthenticatorDialog)
