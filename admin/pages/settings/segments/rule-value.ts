import { html, nothing } from 'lit'
import type { FactsJson } from '../../../../server/segments/json.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import { icon, iconX } from '../../../parts/icons.ts'
import { allLocales } from '../site_settings.ts'
import { isSize, type Row, valuesOf } from './rule_rows.ts'
import { ruleValueStyles } from './rule-value.styles.ts'

const hasSuggestions = (row: Row) => row.field === 'plan' || row.field === 'company'

/**
 * What a condition compares with: values one after the other, languages to tick, or a number. Properties `row` and
 * `facts`, what is known to suggest. Event `changed`, with what is other of the row.
 */
export class RuleValue extends AdminElement {
  static override properties = { row: { attribute: false }, facts: { attribute: false } }
  static override styles = sheets(ruleValueStyles)

  declare row: Row
  declare facts: FactsJson

  #change(change: Partial<Row>): void {
    this.dispatchEvent(new CustomEvent('changed', { detail: change }))
  }

  #take(): void {
    this.#change({ values: valuesOf(this.row), typed: '' })
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      this.#take()
    } else if (event.key === 'Backspace' && !this.row.typed)
      this.#change({ values: this.row.values.slice(0, -1) })
  }

  async #drop(value: string): Promise<void> {
    this.#change({ values: this.row.values.filter((one) => one !== value) })
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.values input')?.focus()
  }

  // Drawing

  #suggestions() {
    const known =
      this.row.field === 'plan'
        ? this.facts.plans.map((plan) => ({ id: plan, name: '' }))
        : this.facts.companies
    if (!hasSuggestions(this.row)) return nothing
    return html`<datalist id=${`known-${this.row.key}`}>
      ${known.map(({ id, name }) => html`<option value=${id} label=${name || nothing}></option>`)}
    </datalist>`
  }

  #hint(): string {
    const { segments } = this.words
    if (this.row.field === 'emailDomain') return segments.domainsHint
    return this.row.field === 'attribute' ? segments.valuesHintAttribute : segments.valuesHint
  }

  #list() {
    const { segments } = this.words
    return html`<div class="field">
      <label class="label" for=${`value-${this.row.key}`}>${segments.values}</label>
      <div class="values input">
        ${this.row.values.map(
          (
            value,
          ) => html`<button type="button" class="value" aria-label=${segments.removeValue(value)} @click=${() => this.#drop(value)}>
            <bdi class="clip">${value}</bdi>${icon(iconX, 's')}</button>`,
        )}
        <input id=${`value-${this.row.key}`} list=${hasSuggestions(this.row) ? `known-${this.row.key}` : nothing} autocomplete="off" autocapitalize="off" spellcheck="false"
          maxlength="500" aria-describedby=${`hint-${this.row.key}`} .value=${this.row.typed}
          @input=${(event: Event) => this.#change({ typed: (event.target as HTMLInputElement).value })}
          @change=${() => this.#take()}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event)} />
      </div>
      <span class="hint" id=${`hint-${this.row.key}`}>${this.#hint()}</span>
      ${this.#suggestions()}
    </div>`
  }

  #languages() {
    const { segments, common } = this.words
    const tick = (locale: string, ticked: boolean) =>
      this.#change({
        values: allLocales.filter((one) => (one === locale ? ticked : this.row.values.includes(one))),
      })
    return html`<fieldset class="field">
      <legend class="label">${segments.values}</legend>
      <div class="languages">${allLocales.map(
        (
          locale,
        ) => html`<label class="tick"><input type="checkbox" .checked=${this.row.values.includes(locale)}
          @change=${(event: Event) => tick(locale, (event.target as HTMLInputElement).checked)} />${common.languages[locale]}</label>`,
      )}</div>
      <span class="hint">${segments.localeHint}</span>
    </fieldset>`
  }

  #size() {
    return html`<label class="field"><span class="label">${this.words.segments.value}</span>
      <input class="input" inputmode="decimal" autocomplete="off" maxlength="30" .value=${this.row.typed}
        @input=${(event: Event) => this.#change({ typed: (event.target as HTMLInputElement).value })} /></label>`
  }

  override render() {
    if (isSize(this.row.test)) return this.#size()
    return this.row.field === 'locale' ? this.#languages() : this.#list()
  }
}

define('rule-value', RuleValue)
