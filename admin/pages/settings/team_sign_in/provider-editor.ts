import { html, nothing } from 'lit'
import type { OpenIdProviderJson } from '../../../../server/openid/json.ts'
import { patch } from '../../../api.ts'
import { define, sheets } from '../../../element.ts'
import { ActDialog, actStyles } from '../../../parts/acts/act_dialog.ts'
import { tell } from '../../../toasts.ts'

type Field = 'name' | 'client' | 'secret'

/** Edits the provider of its property: its name, and the client that it gave this community. Event `ended`. */
export class ProviderEditor extends ActDialog {
  static override properties = { provider: { attribute: false }, missing: { state: true } }
  static override styles = sheets(actStyles)

  declare provider: OpenIdProviderJson
  declare missing: Field | null

  constructor() {
    super()
    this.missing = null
  }

  #value(id: Field): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
  }

  #lacking(): Field | null {
    const { clientId } = this.provider
    const [client, secret] = [this.#value('client'), this.#value('secret')]
    if (!this.#value('name')) return 'name'
    // What is not finished may get another name alone; saving nothing would look as if it were finished.
    const nothingNew = !clientId && this.#value('name') === this.provider.name
    if (!client && (secret || clientId || nothingNew)) return 'client'
    return client !== (clientId ?? '') && !secret ? 'secret' : null
  }

  #submit = (event?: Event): void => {
    event?.preventDefault()
    this.missing = this.#lacking()
    if (this.missing) return
    const [name, client, secret] = [this.#value('name'), this.#value('client'), this.#value('secret')]
    const draft = {
      name,
      ...(client ? { clientId: client } : {}),
      ...(secret ? { clientSecret: secret } : {}),
    }
    void this.perform(async () => {
      await patch(`openid-providers/${this.provider.id}`, draft)
      tell(this.words.openId.saved(name))
    })
  }

  #field(id: Field, label: string, value: string, hint: string, type = 'text') {
    const wrong = this.missing === id
    // A password manager has no business here: the field is nobody's sign-in.
    return html`<label class="field"><span class="label">${label}</span>
      <input class="input" id=${id} type=${type} maxlength=${id === 'name' ? 40 : 2000} spellcheck="false"
        autocomplete=${type === 'password' ? 'new-password' : 'off'} .value=${value} aria-invalid=${wrong ? 'true' : nothing} />
      ${hint ? html`<span class=${wrong ? 'wrong' : 'hint'}>${hint}</span>` : nothing}</label>`
  }

  override render() {
    const { openId, common } = this.words
    const { name, clientId } = this.provider
    const secret =
      this.missing === 'secret'
        ? clientId
          ? openId.secretNeeded
          : openId.clientMissing
        : clientId
          ? openId.secretHint
          : openId.clientHint
    return html`<admin-dialog heading=${clientId ? openId.editing : openId.enterClient} .submit=${this.#submit} @closed=${this.ended}>
      <form class="form" novalidate @submit=${this.#submit}>
        ${this.#field('name', openId.name, name, this.missing === 'name' ? common.required : openId.nameHint)}
        ${this.#field('client', openId.clientId, clientId ?? '', this.missing === 'client' ? openId.clientMissing : '')}
        ${this.#field('secret', openId.clientSecret, '', secret, 'password')}
        <button hidden></button>
      </form>
      ${this.foot(common.save, this.#submit)}
    </admin-dialog>`
  }
}

define('provider-editor', ProviderEditor)
