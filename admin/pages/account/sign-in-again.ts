import { css, html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import '../../parts/admin-dialog/admin-dialog.ts'
import '../../parts/sign-in-form/sign-in-form.ts'
import { who } from '../../session.ts'
import { proving } from './account_state.ts'

/** Asks to sign in again, while something waits for it (`freshly`). Property `why`: what takes that. */
export class SignInAgain extends AdminElement {
  static override properties = { why: {} }
  static override styles = sheets(css`
    .why {
      margin-bottom: 16px;
    }
  `)

  declare why: string

  constructor() {
    super()
    this.why = ''
    follow(this, proving)
  }

  override render() {
    const giveUp = proving.value
    if (!giveUp) return nothing
    const { account, common } = this.words
    return html`<admin-dialog heading=${account.again} size="small" @closed=${giveUp}>
      <p class="why">${this.why}</p>
      <sign-in-form email=${who().email}></sign-in-form>
      <span slot="footer" class="space"></span>
      <button slot="footer" class="button large" @click=${giveUp}>${common.cancel}</button>
    </admin-dialog>`
  }
}

define('sign-in-again', SignInAgain)
