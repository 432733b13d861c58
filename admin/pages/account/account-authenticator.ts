import { html, nothing } from 'lit'
import type { NewAuthenticatorJson } from '../../../server/accounts/json.ts'
import { Problem, post } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { tellProblem } from '../../toasts.ts'
import { day } from '../../translations/format.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { accountStyles } from './account.styles.ts'
import { account, freshly } from './account_state.ts'
import './authenticator-dialog.ts'

/** Whether one is asked for a second factor, and the ways to turn it on and off. */
export class AccountAuthenticator extends AdminElement {
  static override properties = { open: { state: true }, begun: { state: true } }
  static override styles = sheets(settingsStyles, accountStyles)

  declare open: 'add' | 'remove' | 'renew' | null
  declare begun: NewAuthenticatorJson | null

  constructor() {
    super()
    this.open = null
    this.begun = null
    follow(this, account)
  }

  async #begin(): Promise<void> {
    try {
      this.begun = await freshly(() => post<NewAuthenticatorJson>('account/authenticator'))
      this.open = 'add'
    } catch (error) {
      // Whoever closes the sign-in has decided not to go on, and need not be told.
      if (!(error instanceof Problem) || error.code !== 'proof_required') tellProblem(error)
    }
  }

  #dialog() {
    if (!this.open) return nothing
    const ended = () => {
      this.open = null
      this.begun = null
    }
    return html`<authenticator-dialog act=${this.open} .begun=${this.begun} @ended=${ended}></authenticator-dialog>`
  }

  #on(since: string, recoveryCodes: number) {
    const { authenticator } = this.words.account
    const opens = (what: 'remove' | 'renew') => () => {
      this.open = what
    }
    return html`<p>${authenticator.since(day(since))} <span class=${recoveryCodes < 3 ? 'wrong' : 'quiet'}>${authenticator.left(recoveryCodes)}</span></p>
      <button class="button" @click=${opens('renew')}>${authenticator.renew}</button>
      <button class="button ghost" @click=${opens('remove')}>${authenticator.acts.remove}</button>`
  }

  override render() {
    const { authenticator } = this.words.account
    const known = account.value?.authenticator
    return html`<section class="section">
      <h2>${authenticator.title}</h2>
      <p>${authenticator.words}</p>
      <div class="is">
        ${
          known
            ? this.#on(known.since, known.recoveryCodes)
            : html`<p>${authenticator.none}</p><button class="button" @click=${this.#begin}>${authenticator.set}</button>`
        }
      </div>
      ${this.#dialog()}
    </section>`
  }
}

define('account-authenticator', AccountAuthenticator)
