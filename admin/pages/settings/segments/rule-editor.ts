import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { FactsJson, MatchesJson, SegmentRule } from '../../../../server/segments/json.ts'
import { get, post } from '../../../api.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import { Loading } from '../../../loading.ts'
import { icon, iconPlus, iconX } from '../../../parts/icons.ts'
import { matchWords } from './match_words.ts'
import { fields, newRow, type Row, rowsOf, ruleOf, testsOf, withField } from './rule_rows.ts'
import './rule-value.ts'
import { ruleEditorStyles } from './rule-editor.styles.ts'

const most = 10

/**
 * The rule of a segment as rows of what, comparison and value, with who matches at this moment below. Property `rule`,
 * what it begins with; `draft`, what it says now, null while a row is not whole; `incomplete`, whether to say so.
 */
export class RuleEditor extends AdminElement {
  static override properties = {
    rule: { attribute: false },
    incomplete: { type: Boolean },
    rows: { state: true },
    match: { state: true },
    facts: { state: true },
  }
  static override styles = sheets(ruleEditorStyles)

  declare rule: SegmentRule | null
  declare incomplete: boolean
  declare rows: Row[]
  declare match: SegmentRule['match']
  declare facts: FactsJson

  readonly #matches = new Loading<MatchesJson>(this)
  #asked = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.rule = null
    this.incomplete = false
    this.rows = []
    this.match = 'all'
    this.facts = { plans: [], companies: [], attributes: [] }
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.rows = rowsOf(this.rule)
    this.match = this.rule?.match ?? 'all'
    // Suggestions are a help; without them everything can still be typed.
    get<FactsJson>('segments/facts').then(
      (facts) => {
        this.facts = facts
      },
      () => {},
    )
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  get draft(): SegmentRule | null {
    return ruleOf(this.match, this.rows)
  }

  protected override updated(): void {
    const asked = JSON.stringify(this.draft)
    if (asked === this.#asked) return
    const first = this.#asked === ''
    this.#asked = asked
    clearTimeout(this.#timer)
    if (!this.draft) return
    this.#timer = setTimeout(() => void this.#count(), first ? 0 : 300)
  }

  #count = (): Promise<unknown> => {
    const rule = this.draft
    return this.#matches.run((signal) => post<MatchesJson>('segments/preview', { rule }, { signal }))
  }

  #change(row: Row, change: Partial<Row>): void {
    this.rows = this.rows.map((one) => (one.key === row.key ? { ...one, ...change } : one))
  }

  async #add(): Promise<void> {
    const row = newRow()
    this.rows = [...this.rows, row]
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-row="${row.key}"] select`)?.focus()
  }

  async #remove(row: Row): Promise<void> {
    this.rows = this.rows.filter((one) => one.key !== row.key)
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.add-row')?.focus()
  }

  // Drawing

  #select<T extends string>(
    label: string,
    options: readonly T[],
    names: Record<T, string>,
    now: T,
    set: (value: T) => void,
  ) {
    return html`<label class="field"><span class="label">${label}</span>
      <select class="input" @change=${(event: Event) => set((event.target as HTMLSelectElement).value as T)}>
        ${options.map((one) => html`<option value=${one} ?selected=${one === now}>${names[one]}</option>`)}
      </select></label>`
  }

  #row(row: Row, index: number) {
    const { segments } = this.words
    const named = html`<label class="field"><span class="label">${segments.attribute}</span>
      <input class="input" list="attributes" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="60" .value=${row.name}
        @input=${(event: Event) => this.#change(row, { name: (event.target as HTMLInputElement).value })} /></label>`
    return html`<fieldset class=${row.field === 'attribute' ? 'row named' : 'row'} data-row=${row.key}>
      <legend>${segments.condition(index + 1)}</legend>
      ${
        this.rows.length > 1
          ? html`<button type="button" class="button ghost icon remove" aria-label=${segments.removeCondition(index + 1)}
            @click=${() => this.#remove(row)}>${icon(iconX, 'm')}</button>`
          : nothing
      }
      ${this.#select(segments.field, fields, segments.fields, row.field, (field) => this.#change(row, withField(row, field)))}
      ${row.field === 'attribute' ? named : nothing}
      ${this.#select(segments.test, testsOf[row.field], segments.tests, row.test, (test) => this.#change(row, { test, typed: '' }))}
      <rule-value class="wide" .row=${row} .facts=${this.facts}
        @changed=${(event: CustomEvent<Partial<Row>>) => this.#change(row, event.detail)}></rule-value>
    </fieldset>`
  }

  #standing() {
    const { segments } = this.words
    const rule = this.draft
    if (!rule)
      return html`<p class=${this.incomplete ? 'wrong' : 'quiet'}>${this.incomplete ? segments.incomplete : segments.unfinished}</p>`
    return html`<p>${segments.sentence(rule)}.</p>
      <p class="medium">${this.#matches.state === 'failed' ? '' : matchWords(segments, this.#matches.value)}</p>`
  }

  override render() {
    const { segments } = this.words
    return html`${this.#select(segments.match, ['all', 'any'], segments.matches, this.match, (match) => {
      this.match = match
    })}
      ${repeat(
        this.rows,
        (row) => row.key,
        (row, index) => this.#row(row, index),
      )}
      <datalist id="attributes">${this.facts.attributes.map((name) => html`<option value=${name}></option>`)}</datalist>
      ${
        this.rows.length < most
          ? html`<button type="button" class="button add-row" @click=${() => this.#add()}>${icon(iconPlus, 'm')}${segments.addCondition}</button>`
          : nothing
      }
      <div class="standing" role="status">${this.#standing()}</div>`
  }
}

define('rule-editor', RuleEditor)
