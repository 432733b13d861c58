import { css, html, nothing } from 'lit'
import type { ApiKeyMadeJson } from '../../../../server/api_keys/json.ts'
import { apiOf } from '../../../address.ts'
import { Problem, post } from '../../../api.ts'
import { define, sheets } from '../../../element.ts'
import { ActDialog, actStyles } from '../../../parts/acts/act_dialog.ts'
import '../../../parts/once-shown/once-shown.ts'
import { day } from '../../../translations/format.ts'
import { freshly } from '../../account/account_state.ts'
import '../../account/sign-in-again.ts'
import { type Scope, scopesOf } from './scopes.ts'

const spans = [30, 90, 365, 730]
const usualSpan = 90

/**
 * Makes an API key, which is shown in the same dialog, once. Event `made` as soon as it is there, `ended` when the
 * dialog is closed.
 */
export class KeyMaker extends ActDialog {
  static override properties = { made: { state: true }, missing: { state: true } }
  static override styles = sheets(
    actStyles,
    css`
      .choices {
        max-height: none;
      }
      .choice {
        align-items: start;
        padding-block: 7px;
      }
      .choice input {
        margin-top: 3px;
      }
      .choice:has(input:checked) {
        font-weight: 400;
      }
      .choice .what {
        display: grid;
        min-width: 0;
      }
      legend {
        padding: 0 0 4px;
      }
      once-shown {
        display: block;
      }
    `,
  )

  declare made: ApiKeyMadeJson | null
  declare missing: 'name' | 'scopes' | null

  constructor() {
    super()
    this.made = null
    this.missing = null
  }

  #submit = async (): Promise<void> => {
    if (this.busy || this.made) return
    const name = this.renderRoot.querySelector<HTMLInputElement>('#name')?.value.trim() ?? ''
    const ticked = [...this.renderRoot.querySelectorAll<HTMLInputElement>('[name=scope]:checked')]
    const scopes = ticked.map((input) => input.value as Scope)
    const days = Number(this.renderRoot.querySelector<HTMLSelectElement>('#days')?.value)
    this.missing = !name ? 'name' : scopes.length ? null : 'scopes'
    if (this.missing) {
      this.renderRoot.querySelector<HTMLElement>(!name ? '#name' : '[name=scope]')?.focus()
      return
    }
    // Not `perform`: the dialog stays open to show what is shown once.
    this.busy = true
    this.wrong = ''
    try {
      this.made = await freshly(() => post<ApiKeyMadeJson>('api-keys', { name, scopes, days }))
      this.dispatchEvent(new CustomEvent('made'))
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('once-shown')?.focus()
    } catch (error) {
      this.wrong = this.explained(error instanceof Problem ? error : new Problem(0, 'internal'))
    } finally {
      this.busy = false
    }
  }

  protected override explained(problem: Problem): string {
    return problem.code === 'conflict' ? this.words.keys.tooMany : super.explained(problem)
  }

  #scopes() {
    const { keys } = this.words
    const wrong = this.missing === 'scopes'
    return html`<fieldset aria-describedby=${wrong ? 'no-scope' : nothing}>
      <legend class="label">${keys.may}</legend>
      <div class="choices">
        ${scopesOf(keys.scopes).map(
          ([scope, [name, hint]]) =>
            html`<label class="choice"><input type="checkbox" name="scope" value=${scope} .checked=${scope === 'read'} /><span class="what"><span class="medium">${name}</span><span class="hint">${hint}</span></span></label>`,
        )}
      </div>
      ${wrong ? html`<p class="wrong" id="no-scope" role="alert">${keys.noScope}</p>` : nothing}
    </fieldset>`
  }

  #form() {
    const { keys } = this.words
    const wrong = this.missing === 'name'
    const until = (days: number) => day(new Date(Date.now() + days * 86_400_000).toISOString())
    return html`<div class="form">
      <label class="field"><span class="label">${keys.name}</span>
        <input class="input" id="name" maxlength="60" autocomplete="off" aria-invalid=${wrong ? 'true' : nothing} />
        <span class=${wrong ? 'wrong' : 'hint'}>${wrong ? keys.nameMissing : keys.nameHint}</span></label>
      ${this.#scopes()}
      <label class="field"><span class="label">${keys.holds}</span>
        <select class="input" id="days">
          ${spans.map((days) => html`<option value=${days} ?selected=${days === usualSpan}>${keys.spanUntil(keys.spans[days] ?? '', until(days))}</option>`)}
        </select>
        <span class="hint">${keys.holdsHint}</span></label>
    </div>`
  }

  #shown({ key, apiKey }: ApiKeyMadeJson) {
    const { keys } = this.words
    const reads = apiKey.scopes.includes('read')
    // By a variable, so that the key is in no history of a shell.
    const line = `curl -H "Authorization: Bearer $PARVIS_KEY" ${location.origin}${apiOf('threads')}`
    return html`<div class="form">
      <once-shown label=${keys.key} text=${key} hint=${keys.once} copied=${keys.copied}></once-shown>
      <p>${keys.keep}</p>
      ${reads ? html`<once-shown label=${keys.try} text=${line}></once-shown>` : nothing}
    </div>`
  }

  override render() {
    const { keys } = this.words
    if (this.made) {
      return html`<admin-dialog heading=${keys.madeTitle(this.made.apiKey.name)} @closed=${this.ended}>
        ${this.#shown(this.made)}
        <span slot="footer" class="space"></span><button slot="footer" class="button primary large" @click=${this.close}>${keys.done}</button>
      </admin-dialog>`
    }
    return html`<admin-dialog heading=${keys.adding} .submit=${this.#submit} @closed=${this.ended}>
        ${this.#form()} ${this.foot(keys.addAct, this.#submit)}
      </admin-dialog>
      <sign-in-again why=${keys.again}></sign-in-again>`
  }
}

define('key-maker', KeyMaker)
