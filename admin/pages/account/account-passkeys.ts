import { html, nothing } from 'lit'
import type { PasskeyJson } from '../../../server/accounts/json.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { get, Problem, post, remove } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import { icon, iconBin } from '../../parts/icons.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { addPasskey, passkeysPossible } from '../../passkeys.ts'
import { tell } from '../../toasts.ts'
import { ago, day } from '../../translations/format.ts'
import { intlTag } from '../../translations/index.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { accountStyles } from './account.styles.ts'
import { freshly } from './account_state.ts'

/** Names a passkey, then has the browser make it. Event `ended`. */
export class PasskeyDialog extends ActDialog {
  static override styles = sheets(actStyles)

  #submit = (): void => {
    const { passkeys } = this.words.account
    const name = this.renderRoot.querySelector<HTMLInputElement>('#name')?.value.trim() ?? ''
    if (!name) {
      this.wrong = this.words.common.required
      return
    }
    void this.perform(async () => {
      const options = await freshly(() => post<never>('account/passkey-challenges'))
      try {
        await addPasskey(options, name)
      } catch (error) {
        if (error instanceof Problem) throw error
        // The browser's own refusal: given up, timed out, or the device has one already.
        const there = error instanceof Error && error.name === 'InvalidStateError'
        throw new Problem(0, there ? 'passkey_there' : 'passkey_unmade')
      }
      tell(passkeys.made(name))
    })
  }

  protected override explained(problem: Problem): string {
    const { passkeys } = this.words.account
    if (problem.code === 'passkey_there') return passkeys.there
    return problem.code === 'passkey_unmade' ? passkeys.refused : super.explained(problem)
  }

  override render() {
    const { passkeys } = this.words.account
    return html`<admin-dialog heading=${passkeys.adding} size="small" .submit=${this.#submit} @closed=${this.ended}>
      <form class="form" @submit=${(event: Event) => {
        event.preventDefault()
        this.#submit()
      }}>
        <label class="field"><span class="label">${passkeys.name}</span>
          <input class="input" id="name" maxlength="60" autocomplete="off" required aria-describedby="hint" />
          <span class="hint" id="hint">${passkeys.nameHint}</span></label>
        <button hidden></button>
      </form>
      ${this.foot(passkeys.go, this.#submit)}
    </admin-dialog>`
  }
}

/** One's passkeys. */
export class AccountPasskeys extends AdminElement {
  static override properties = { adding: { state: true }, removing: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles, accountStyles)

  declare adding: boolean
  declare removing: PasskeyJson | null

  #passkeys = new Loading<PasskeyJson[]>(this)

  constructor() {
    super()
    this.adding = false
    this.removing = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#passkeys.run(
      async (signal) => (await get<{ items: PasskeyJson[] }>('account/passkeys', {}, signal)).items,
    )
  }

  #remove = async (): Promise<void> => {
    const one = this.removing
    if (!one) return
    await freshly(() => remove(`account/passkeys/${one.id}`))
    tell(this.words.account.passkeys.removed(one.name))
    this.#load()
  }

  #row(one: PasskeyJson) {
    const { passkeys } = this.words.account
    const used = one.usedAt
      ? html`${passkeys.used} ${timeTag(one.usedAt, intlTag(), ago(one.usedAt))}`
      : passkeys.unused
    return html`<li>
      <span class="name"><span class="medium clip">${one.name}</span>
        <span class="others">${passkeys.added(day(one.createdAt))} · ${used}</span></span>
      <button class="button ghost icon" aria-label=${passkeys.remove(one.name)} @click=${() => {
        this.removing = one
      }}>${icon(iconBin, 'm')}</button>
    </li>`
  }

  #list() {
    const { passkeys } = this.words.account
    const { state, value, problem } = this.#passkeys
    if (value?.length) return html`<ul class="rows">${value.map((one) => this.#row(one))}</ul>`
    if (value) return html`<p class="quiet">${passkeys.none}</p>`
    if (state === 'failed') return failure(problem, this.#load)
    return html`<div class="bones" aria-hidden="true"><span class="bone"></span></div>`
  }

  #dialogs() {
    const { passkeys } = this.words.account
    const added = () => {
      this.adding = false
      this.#load()
    }
    const ended = () => {
      this.removing = null
    }
    return html`${this.adding ? html`<passkey-dialog @ended=${added}></passkey-dialog>` : nothing}
      ${
        this.removing
          ? html`<confirm-dialog heading=${passkeys.removing(this.removing.name)} text=${passkeys.removeWords} verb=${passkeys.removeAct} danger
            .act=${this.#remove} @ended=${ended}></confirm-dialog>`
          : nothing
      }`
  }

  override render() {
    const { passkeys } = this.words.account
    const add = () => {
      this.adding = true
    }
    return html`<section class="section">
      <h2>${passkeys.title}</h2>
      <p>${passkeys.words}</p>
      ${this.#list()}
      ${
        passkeysPossible()
          ? html`<p class="all"><button class="button" @click=${add}>${passkeys.add}</button></p>`
          : html`<p class="hint">${passkeys.impossible}</p>`
      }
      ${this.#dialogs()}
    </section>`
  }
}

define('passkey-dialog', PasskeyDialog)
define('account-passkeys', AccountPasskeys)
