import { html, nothing } from 'lit'
import type { PlanJson, RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { statusGlyph, statusPillStyles } from '../../../widget/ui/status_pill.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { countIdeas, type Promotion } from '../../parts/acts/promotion.ts'
import { modalClosed, modalOpened } from '../../shortcuts.ts'
import { named } from '../../translations/index.ts'
import { moveStyles } from './move-menu.styles.ts'

/**
 * "Move to…": the stages with a digit each, and what customers will read at the one in hand. Beside the card, a
 * sheet from below on phones. Properties `plan`, `item`, `from` (the card's box). Events `choose` (slug), `closed`.
 */
export class MoveMenu extends AdminElement {
  static override properties = {
    plan: { attribute: false },
    item: { attribute: false },
    from: { attribute: false },
    target: { state: true },
  }
  static override styles = sheets(statusPillStyles, moveStyles)

  declare plan: PlanJson
  declare item: RoadmapItemJson
  declare from: DOMRect | null
  declare target: string

  #promotion = new Loading<Promotion>(this)

  constructor() {
    super()
    this.from = null
    this.target = ''
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }

  get #items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.item')]
  }

  protected override firstUpdated(): void {
    modalOpened()
    this.#dialog.showModal()
    if (this.item.publishedAt) void this.#count()
    const next = this.plan.stages.findIndex((stage) => stage.slug === this.item.stage) + 1
    this.#items[Math.min(next, this.#items.length - 1)]?.focus()
  }

  #count(): Promise<unknown> {
    const ideas = this.item.ideas.map((idea) => idea.number)
    return this.#promotion.run((signal) => countIdeas(ideas, signal))
  }

  /** What the customers will read makes it taller, once a stage has the focus: all of it stays in the window. */
  protected override updated(): void {
    this.#place()
  }

  #place(): void {
    if (!this.from) return
    const own = this.#dialog.getBoundingClientRect()
    const left = Math.min(this.from.left + 24, innerWidth - own.width - 12)
    const below = this.from.bottom + 4 + own.height <= innerHeight
    const top = below ? this.from.bottom + 4 : Math.max(12, innerHeight - own.height - 12)
    Object.assign(this.#dialog.style, { left: `${Math.max(12, left)}px`, top: `${top}px` })
  }

  #choose(slug: string): void {
    if (slug === this.item.stage) return
    this.#dialog.close()
    this.dispatchEvent(new CustomEvent('choose', { detail: slug }))
  }

  #onKey(event: KeyboardEvent): void {
    const digit = this.plan.stages[Number(event.key) - 1]
    if (digit) {
      event.preventDefault()
      this.#choose(digit.slug)
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const items = this.#items
    const at = items.indexOf(this.shadowRoot?.activeElement as HTMLElement)
    items[(at + step + items.length) % items.length]?.focus()
  }

  #onClose(): void {
    modalClosed()
    this.dispatchEvent(new CustomEvent('closed'))
  }

  #onBackdrop(event: MouseEvent): void {
    if (event.target === this.#dialog) this.#dialog.close()
  }

  #note() {
    const { roadmap } = this.words
    const target = this.plan.stages.find((stage) => stage.slug === this.target)
    if (!this.item.publishedAt) return html`<p class="note">${roadmap.movePrivate}</p>`
    if (!target || target.slug === this.item.stage) return nothing
    return html`<p class="note" role="status">${roadmap.moveTold(this.item.title, named(target), this.#promotion.value?.told, this.item.ideas.length)}</p>`
  }

  override render() {
    const { roadmap } = this.words
    return html`<dialog aria-labelledby="head" @close=${this.#onClose} @keydown=${this.#onKey} @click=${this.#onBackdrop}>
      <h2 id="head">${roadmap.moveHead(this.item.title)}</h2>
      ${this.plan.stages.map((stage, index) => {
        const here = stage.slug === this.item.stage
        const aim = () => {
          this.target = stage.slug
        }
        return html`<button class="item" aria-disabled=${here} @click=${() => this.#choose(stage.slug)} @focus=${aim} @pointerenter=${aim}>
          ${statusGlyph(stage.category)}<span class="clip">${named(stage)}</span><span class="space"></span>
          ${here ? html`<span class="quiet">${roadmap.here}</span>` : html`<kbd aria-hidden="true">${index + 1}</kbd>`}
        </button>`
      })}
      ${this.#note()}
    </dialog>`
  }
}

define('move-menu', MoveMenu)
