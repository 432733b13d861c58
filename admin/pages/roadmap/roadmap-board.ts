import { html, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PlanJson, RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { avatarStyles } from '../../../widget/ui/avatar.ts'
import { statusPillStyles } from '../../../widget/ui/status_pill.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import '../../parts/admin-menu/admin-menu.ts'
import { menuStyles } from '../../parts/admin-menu/admin-menu.ts'
import { place, refine } from '../../router.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { announce } from '../../toasts.ts'
import { named } from '../../translations/index.ts'
import { type CardActs, card, type StepKey } from './card.ts'
import { column, phoneStages, type Stage } from './columns.ts'
import { dragLanes } from './drag.ts'
import { findItem, moved, type Spot, spotOf, stepped } from './plan.ts'
import { boardStyles } from './roadmap-board.styles.ts'

/**
 * The lanes. Cards move by mouse, by touch and by keyboard: Space picks one up and puts it down, the arrows carry
 * it, Escape puts it back where it was; every step is said at the foot of the page.
 * Properties `plan`, `fixed` (nothing may be changed). Events `place` { number, to }, `act` { act, item }.
 */
export class RoadmapBoard extends AdminElement {
  static override properties = {
    plan: { attribute: false },
    fixed: { type: Boolean },
    at: { state: true },
    carried: { state: true },
    over: { state: true },
  }
  static override styles = sheets(statusPillStyles, avatarStyles, menuStyles, boardStyles)

  declare plan: PlanJson
  declare fixed: boolean
  /** The item that the keys act on. */
  declare at: number | null
  /** The plan as it would be, while an item is carried by keyboard. */
  declare carried: PlanJson | null
  declare over: string | null

  #stopDragging: (() => void) | undefined
  #hadFocus = false

  constructor() {
    super()
    this.fixed = false
    this.at = null
    this.carried = null
    this.over = null
    follow(this, place)
    new Shortcuts(this, () => this.#keys())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopDragging?.()
    this.#stopDragging = undefined
  }

  protected override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement?.closest('[data-number]') != null
  }

  protected override updated(changed: PropertyValues): void {
    this.renderRoot
      .querySelector('.phone-stages [aria-pressed="true"]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    // A card that changes lanes is drawn anew, and the focus would be lost with the old one.
    if (this.#hadFocus && !this.shadowRoot?.activeElement) void this.#focus()
    if (this.fixed || !changed.has('plan')) return
    this.#stopDragging?.()
    const lanes = [...this.renderRoot.querySelectorAll<HTMLElement>('.lane')]
    this.#stopDragging = dragLanes(lanes, {
      onDrop: (number, to) => this.#drop(number, to),
      onOver: (stage) => {
        this.over = stage
      },
    })
  }

  get #shown(): PlanJson {
    return this.carried ?? this.plan
  }

  get #item(): RoadmapItemJson | undefined {
    return (
      findItem(this.#shown, this.at) ?? this.#shown.stages.find((stage) => stage.items.length > 0)?.items[0]
    )
  }

  #keys() {
    const { keys } = this.words.roadmap
    const change = () => !this.fixed && this.#item !== undefined
    const arrows = (keys_: string[], label: string) => ({
      key: keys_[0] ?? '',
      also: keys_.slice(1),
      label,
      foot: true,
      run: (event: KeyboardEvent) => this.#arrow(event.key),
    })
    return [
      arrows(['ArrowLeft', 'ArrowRight'], keys.stage),
      arrows(['ArrowUp', 'ArrowDown'], keys.item),
      { key: ' ', label: keys.hold, foot: !this.fixed, run: () => this.#hold(), when: change },
      { key: 'v', label: keys.move, foot: !this.fixed, run: () => this.#act('move'), when: change },
      { key: 'p', label: keys.publish, foot: !this.fixed, run: () => this.#act('publish'), when: change },
      {
        key: 'Escape',
        label: keys.back,
        foot: !this.fixed,
        run: () => this.#putBack(),
        when: () => this.carried !== null,
      },
      { key: 'c', label: keys.make, run: () => this.#act('make'), when: () => !this.fixed },
    ]
  }

  #act(act: string): void {
    this.dispatchEvent(new CustomEvent('act', { detail: { act, item: this.#item } }))
  }

  #place(number: number, to: Spot): void {
    this.dispatchEvent(new CustomEvent('place', { detail: { number, to } }))
  }

  #drop(number: number, to: Spot): void {
    this.at = number
    this.#place(number, to)
  }

  /** A drag within a lane, without dragging. The focus stays on the menu, for the next step. */
  #step(number: number, key: StepKey): void {
    const to = stepped(this.plan, number, key)
    if (to) this.#drop(number, to)
  }

  // By keyboard

  #arrow(key: string): void {
    const item = this.#item
    if (!item) return
    const to = stepped(this.#shown, item.number, key)
    if (!to) return
    if (this.carried) this.carried = moved(this.plan, item.number, to)
    else this.at = this.#itemAt(to) ?? item.number
    const stage = this.#shown.stages.find((one) => one.slug === to.stage)
    if (this.carried && stage)
      announce(this.words.roadmap.at(item.title, named(stage), to.index + 1, stage.items.length))
    if (stage) this.#showStage(stage)
    void this.#focus()
  }

  /** The item at a spot, or the last one of its lane. */
  #itemAt(spot: Spot): number | undefined {
    const lane = this.#shown.stages.find((stage) => stage.slug === spot.stage)
    return (lane?.items[spot.index] ?? lane?.items.at(-1))?.number
  }

  /** Brings the focus back to the item at hand, after a menu or a dialog about it. */
  async focusItem(): Promise<void> {
    this.at = this.#item?.number ?? null
    await this.#focus()
  }

  async #focus(): Promise<void> {
    await this.updateComplete
    const link = this.renderRoot.querySelector<HTMLElement>(`[data-number="${this.at}"] .cover`)
    link?.focus({ preventScroll: true })
    link?.closest('.card')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  #hold(): void {
    const item = this.#item
    if (!item) return
    if (this.carried) {
      this.#putDown(item)
      return
    }
    const spot = spotOf(this.plan, item.number)
    const stage = this.plan.stages.find((one) => one.slug === spot?.stage)
    if (!spot || !stage) return
    this.at = item.number
    this.carried = this.plan
    announce(this.words.roadmap.held(item.title, named(stage), spot.index + 1, stage.items.length))
    void this.#focus()
  }

  #putDown(item: RoadmapItemJson): void {
    const before = spotOf(this.plan, item.number)
    const to = this.carried && spotOf(this.carried, item.number)
    this.carried = null
    if (to && (to.stage !== before?.stage || to.index !== before.index)) this.#place(item.number, to)
    else announce(this.words.roadmap.putBack(item.title))
    void this.#focus()
  }

  #putBack(): void {
    const item = this.#item
    this.carried = null
    if (item) announce(this.words.roadmap.putBack(item.title))
    void this.#focus()
  }

  // Drawing

  #showStage(stage: Stage): void {
    if (place.value.query.get('stage') !== stage.slug && matchMedia('(max-width: 700px)').matches) {
      refine({ stage: stage.slug }, { replace: true })
    }
  }

  #onFocus(event: FocusEvent): void {
    const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-number]')
    if (focused && !this.carried) this.at = Number(focused.dataset.number)
  }

  get #phoneStage(): string {
    const asked = place.value.query.get('stage')
    const known = this.#shown.stages.find((stage) => stage.slug === asked)
    const first = this.#shown.stages.find((stage) => stage.items.length > 0)
    return (known ?? first ?? this.#shown.stages[0])?.slug ?? ''
  }

  get #cardActs(): CardActs | null {
    if (this.fixed) return null
    const send = (act: string) => (item: RoadmapItemJson) => {
      this.at = item.number
      this.dispatchEvent(new CustomEvent('act', { detail: { act, item } }))
    }
    const step = (item: RoadmapItemJson, key: StepKey) => this.#step(item.number, key)
    return { move: send('move'), step, publish: send('publish'), archive: send('archive') }
  }

  #column(stage: Stage) {
    const current = this.#item?.number
    return column(stage, {
      shown: this.#phoneStage === stage.slug,
      over: this.over === stage.slug,
      fixed: this.fixed,
      drawCard: (item) =>
        card(item, {
          held: this.carried !== null && item.number === this.at,
          tabbable: item.number === current,
          first: item === stage.items[0],
          last: item === stage.items.at(-1),
          acts: this.#cardActs,
        }),
    })
  }

  override render() {
    if (!this.plan) return nothing
    return html`${phoneStages(this.#shown.stages, this.#phoneStage, (stage) => this.#showStage(stage))}
      <div class="board" @focusin=${this.#onFocus}>
        ${repeat(
          this.#shown.stages,
          (stage) => stage.slug,
          (stage) => this.#column(stage),
        )}
      </div>`
  }
}

define('roadmap-board', RoadmapBoard)

declare global {
  interface HTMLElementTagNameMap {
    'roadmap-board': RoadmapBoard
  }
}
