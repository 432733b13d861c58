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
import { type CardActs, card, type StepKey } from './card.ts'
import { Carrying } from './carrying.ts'
import { column, phoneStages, type Stage } from './columns.ts'
import { dragLanes } from './drag.ts'
import { type Spot, stepped } from './plan.ts'
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
    over: { state: true },
  }
  static override styles = sheets(statusPillStyles, avatarStyles, menuStyles, boardStyles)

  declare plan: PlanJson
  declare fixed: boolean
  declare over: string | null

  readonly #carrying = new Carrying(this)
  #stopDragging: (() => void) | undefined
  #hadFocus = false

  constructor() {
    super()
    this.fixed = false
    this.over = null
    follow(this, place)
    new Shortcuts(this, () => this.#carrying.keys())
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
    if (this.#hadFocus && !this.shadowRoot?.activeElement) void this.focusAtHand()
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

  act(act: string, item: RoadmapItemJson | undefined): void {
    this.dispatchEvent(new CustomEvent('act', { detail: { act, item } }))
  }

  place(number: number, to: Spot): void {
    this.dispatchEvent(new CustomEvent('place', { detail: { number, to } }))
  }

  #drop(number: number, to: Spot): void {
    this.#carrying.at = number
    this.place(number, to)
  }

  /** A drag within a lane, without dragging. The focus stays on the menu, for the next step. */
  #step(number: number, key: StepKey): void {
    const to = stepped(this.plan, number, key)
    if (to) this.#drop(number, to)
  }

  /** Brings the focus back to the item at hand, after a menu or a dialog about it. */
  async focusItem(): Promise<void> {
    this.#carrying.at = this.#carrying.item?.number ?? null
    await this.focusAtHand()
  }

  async focusAtHand(): Promise<void> {
    await this.updateComplete
    const link = this.renderRoot.querySelector<HTMLElement>(`[data-number="${this.#carrying.at}"] .cover`)
    link?.focus({ preventScroll: true })
    link?.closest('.card')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }

  showStage(stage: Stage): void {
    if (place.value.query.get('stage') !== stage.slug && matchMedia('(max-width: 700px)').matches) {
      refine({ stage: stage.slug }, { replace: true })
    }
  }

  #onFocus(event: FocusEvent): void {
    const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-number]')
    if (focused && !this.#carrying.carries) this.#carrying.at = Number(focused.dataset.number)
  }

  get #phoneStage(): string {
    const asked = place.value.query.get('stage')
    const known = this.#carrying.shown.stages.find((stage) => stage.slug === asked)
    const first = this.#carrying.shown.stages.find((stage) => stage.items.length > 0)
    return (known ?? first ?? this.#carrying.shown.stages[0])?.slug ?? ''
  }

  get #cardActs(): CardActs | null {
    if (this.fixed) return null
    const send = (act: string) => (item: RoadmapItemJson) => {
      this.#carrying.at = item.number
      this.act(act, item)
    }
    const step = (item: RoadmapItemJson, key: StepKey) => this.#step(item.number, key)
    return { move: send('move'), step, publish: send('publish'), archive: send('archive') }
  }

  #column(stage: Stage) {
    const { carries, at, item: current } = this.#carrying
    return column(stage, {
      shown: this.#phoneStage === stage.slug,
      over: this.over === stage.slug,
      fixed: this.fixed,
      drawCard: (item) =>
        card(item, {
          held: carries && item.number === at,
          tabbable: item.number === current?.number,
          first: item === stage.items[0],
          last: item === stage.items.at(-1),
          acts: this.#cardActs,
        }),
    })
  }

  override render() {
    if (!this.plan) return nothing
    return html`${phoneStages(this.#carrying.shown.stages, this.#phoneStage, (stage) => this.showStage(stage))}
      <div class="board" @focusin=${this.#onFocus}>
        ${repeat(
          this.#carrying.shown.stages,
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
