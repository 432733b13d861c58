import { html, nothing } from 'lit'
import type { OpenIdProviderJson } from '../../../../server/openid/json.ts'
import { type Problem, post } from '../../../api.ts'
import { define, sheets } from '../../../element.ts'
import { ActDialog, actStyles } from '../../../parts/acts/act_dialog.ts'
import { tell } from '../../../toasts.ts'

/**
 * Adds a provider, as far as that goes without its client: a provider gives one only once it knows the redirect URI.
 * Event `ended`, with what was `made`.
 */
export class ProviderAdder extends ActDialog {
  static override properties = { missing: { state: true } }
  static override styles = sheets(actStyles)

  declare missing: 'name' | 'issuer' | null

  #made: OpenIdProviderJson | undefined

  constructor() {
    super()
    this.missing = null
  }

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
  }

  #submit = (event?: Event): void => {
    event?.preventDefault()
    const [name, issuer] = [this.#value('name'), this.#value('issuer')]
    this.missing = !name ? 'name' : URL.canParse(issuer) ? null : 'issuer'
    if (this.missing) return
    void this.perform(async () => {
      this.#made = await post<OpenIdProviderJson>('openid-providers', { name, issuer })
      tell(this.words.openId.made(name))
    })
  }

  protected override explained(problem: Problem): string {
    const { openId } = this.words
    if (problem.fields.some(({ path }) => path === 'issuer')) {
      this.missing = 'issuer'
      return openId.issuerWrong
    }
    return problem.code === 'conflict' ? openId.tooMany : super.explained(problem)
  }

  protected override ended(): void {
    this.dispatchEvent(new CustomEvent('ended', { detail: { made: this.#made } }))
  }

  override render() {
    const { openId, common } = this.words
    const invalid = (field: 'name' | 'issuer') => (this.missing === field ? 'true' : nothing)
    const hint = (field: 'name' | 'issuer') => (this.missing === field ? 'wrong' : 'hint')
    return html`<admin-dialog heading=${openId.adding} .submit=${this.#submit} @closed=${this.ended}>
      <form class="form" novalidate @submit=${this.#submit}>
        <label class="field"><span class="label">${openId.name}</span>
          <input class="input" id="name" maxlength="40" autocomplete="off" placeholder="Google" aria-invalid=${invalid('name')} />
          <span class=${hint('name')}>${this.missing === 'name' ? common.required : openId.nameHint}</span></label>
        <label class="field"><span class="label">${openId.issuer}</span>
          <input class="input" id="issuer" type="url" inputmode="url" maxlength="500" autocomplete="off" spellcheck="false" aria-invalid=${invalid('issuer')} />
          <span class=${hint('issuer')}>${this.missing === 'issuer' ? openId.issuerWrong : openId.issuerHint}</span></label>
        <button hidden></button>
      </form>
      ${this.foot(openId.addAct, this.#submit)}
    </admin-dialog>`
  }
}

define('provider-adder', ProviderAdder)
