import { html, nothing, type PropertyValues } from 'lit'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { may } from '../../session.ts'
import { figure, money } from '../../translations/format.ts'
import type { Act } from '../acts/index.ts'
import { countPromotion, type Promotion } from '../acts/promotion.ts'
import { icon, iconRoadmap, iconX } from '../icons.ts'
import { bulkStyles } from './bulk-bar.styles.ts'

/**
 * What can be done with the ticked threads: floats over the list on the inverse surface and pushes nothing. Where
 * there is room it says who stands behind them, each counted once. Property `threads`. Events `act`, `clear`.
 */
export class BulkBar extends AdminElement {
  static override properties = { threads: { attribute: false } }
  static override styles = sheets(bulkStyles)

  declare threads: ThreadRowJson[]

  #promotion = new Loading<Promotion>(this)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.threads = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.documentElement.style.setProperty('--bulk-room', '56px')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
    document.documentElement.style.removeProperty('--bulk-room')
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('threads')?.map((thread) => thread.number)
    const now = this.threads.map((thread) => thread.number)
    if (!changed.has('threads') || String(before) === String(now)) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(
      () => void this.#promotion.run((signal) => countPromotion(this.threads, signal)),
      150,
    )
  }

  #act(act: Act): void {
    this.dispatchEvent(new CustomEvent('act', { detail: act }))
  }

  #behind() {
    const promotion = this.#promotion.value
    const { common, feedback } = this.words
    if (!promotion?.people) return nothing
    return html`<span class="behind">
      <span>${common.people(promotion.people)}</span><span>${common.perMonth(money(promotion.revenue))}</span><span>${common.companies(promotion.companies)}</span><span class="once">${feedback.countedOnce}</span>
    </span>`
  }

  override render() {
    const { acts, feedback } = this.words
    const ideas = this.threads.filter((thread) => thread.kind === 'idea').length
    return html`<div class="bar" role="toolbar" aria-label=${feedback.bulk}>
      <b><span aria-hidden="true">${figure(this.threads.length)} <span class="word">${feedback.selectedWord(this.threads.length)}</span></span><span class="unseen">${feedback.selected(this.threads.length)}</span></b>
      ${this.#behind()}
      <button @click=${() => this.#act('assign')}>${acts.assign}<kbd aria-hidden="true">A</kbd></button>
      ${ideas > 0 ? html`<button @click=${() => this.#act('status')}>${acts.status}<kbd aria-hidden="true">S</kbd></button>` : nothing}
      <button @click=${() => this.#act('tags')}>${acts.tag}<kbd aria-hidden="true">T</kbd></button>
      <button @click=${() => this.#act('merge')}>${acts.merge}<kbd aria-hidden="true">M</kbd></button>
      <span class="rule"></span>
      ${may('plan') && ideas > 0 ? html`<button class="lead" @click=${() => this.#act('promote')}>${icon(iconRoadmap, 'm')}<span class="word-long">${acts.promote}</span><span class="word-short">${acts.promoteShort}</span><kbd aria-hidden="true">P</kbd></button>` : nothing}
      <button class="clear" aria-label=${feedback.clearSelection} @click=${() => this.dispatchEvent(new CustomEvent('clear'))}>${icon(iconX)}</button>
    </div>`
  }
}

define('bulk-bar', BulkBar)
