import { html, nothing } from 'lit'
import type { AccountJson } from '../../../server/accounts/json.ts'
import { type Problem, put, remove } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import { who } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { day } from '../../translations/format.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { accountStyles } from './account.styles.ts'
import { account, freshly, loadAccount } from './account_state.ts'

/** Sets or changes the password. A password manager finds the address, the present and the new one. Event `ended`. */
export class PasswordDialog extends ActDialog {
  static override styles = sheets(actStyles, accountStyles)

  #submit = (): void => {
    const typed = (id: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value
    const [password, present] = [typed('new') ?? '', typed('present')]
    void this.perform(async () => {
      account.value = await freshly(() => put<AccountJson>('account/password', { password, present }))
      tell(this.words.account.password.done)
    })
  }

  protected override explained(problem: Problem): string {
    return problem.code === 'invalid_input' ? this.words.account.password.length : super.explained(problem)
  }

  override render() {
    const { password } = this.words.account
    const known = account.value?.password
    return html`<admin-dialog heading=${known ? password.change : password.set} size="small" .submit=${this.#submit} @closed=${this.ended}>
      <form class="form" @submit=${(event: Event) => {
        event.preventDefault()
        this.#submit()
      }}>
        <input class="unseen-name" type="email" name="username" autocomplete="username" readonly tabindex="-1" aria-hidden="true" .value=${who().email} />
        ${
          known
            ? html`<label class="field"><span class="label">${password.present}</span>
                <input class="input" id="present" type="password" autocomplete="current-password" required /></label>`
            : nothing
        }
        <label class="field"><span class="label">${password.fresh}</span>
          <input class="input" id="new" type="password" autocomplete="new-password" minlength="8" required aria-describedby="hint" />
          <span class="hint" id="hint">${password.hint}</span></label>
        <button hidden></button>
      </form>
      ${this.foot(password.act, this.#submit)}
    </admin-dialog>`
  }
}

/** Whether one has a password, and the way to another. */
export class AccountPassword extends AdminElement {
  static override properties = { open: { state: true } }
  static override styles = sheets(settingsStyles, accountStyles)

  declare open: 'set' | 'remove' | null

  constructor() {
    super()
    this.open = null
    follow(this, account)
  }

  #remove = async (): Promise<void> => {
    await freshly(() => remove('account/password'))
    await loadAccount()
    tell(this.words.account.password.removed)
  }

  #dialog() {
    const { password } = this.words.account
    const ended = () => {
      this.open = null
    }
    if (this.open === 'set') return html`<password-dialog @ended=${ended}></password-dialog>`
    if (this.open !== 'remove') return nothing
    return html`<confirm-dialog heading=${password.removing} text=${password.removeWords} verb=${password.remove} danger
      .act=${this.#remove} @ended=${ended}></confirm-dialog>`
  }

  override render() {
    const { password } = this.words.account
    const known = account.value?.password
    const opens = (what: 'set' | 'remove') => () => {
      this.open = what
    }
    return html`<section class="section">
      <h2>${password.title}</h2>
      <div class="is">
        <p>${known ? password.since(day(known.setAt)) : password.none}</p>
        <button class="button" @click=${opens('set')}>${known ? password.change : password.set}</button>
        ${known ? html`<button class="button ghost" @click=${opens('remove')}>${password.remove}</button>` : nothing}
      </div>
      ${this.#dialog()}
    </section>`
  }
}

define('password-dialog', PasswordDialog)
define('account-password', AccountPassword)
