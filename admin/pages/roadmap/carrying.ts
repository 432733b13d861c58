import type { PlanJson, RoadmapItemJson } from '../../../server/roadmap/json.ts'
import type { Shortcut } from '../../shortcuts.ts'
import { announce } from '../../toasts.ts'
import { catalog, named } from '../../translations/index.ts'
import type { Stage } from './columns.ts'
import { findItem, moved, type Spot, spotOf, stepped } from './plan.ts'

/** What the keys act on, and what becomes of it. */
export interface Lanes {
  readonly plan: PlanJson
  readonly fixed: boolean
  requestUpdate(): void
  /** Puts an item where it was carried. */
  place(number: number, to: Spot): void
  act(act: string, item: RoadmapItemJson | undefined): void
  showStage(stage: Stage): void
  /** Brings the focus to the item at hand, once it is drawn. */
  focusAtHand(): Promise<void>
}

/**
 * The lanes by keyboard: the arrows go from item to item; Space picks one up and puts it down, the arrows carry it,
 * Escape puts it back where it was. Every step is said.
 */
export class Carrying {
  readonly #lanes: Lanes
  #at: number | null = null
  #carried: PlanJson | null = null

  constructor(lanes: Lanes) {
    this.#lanes = lanes
  }

  /** The number of the item at hand, as far as one was chosen. */
  get at(): number | null {
    return this.#at
  }

  set at(number: number | null) {
    this.#at = number
    this.#lanes.requestUpdate()
  }

  get carries(): boolean {
    return this.#carried !== null
  }

  /** The plan, as it would be where an item is carried. */
  get shown(): PlanJson {
    return this.#carried ?? this.#lanes.plan
  }

  /** The item that the keys act on. */
  get item(): RoadmapItemJson | undefined {
    return (
      findItem(this.shown, this.#at) ?? this.shown.stages.find((stage) => stage.items.length > 0)?.items[0]
    )
  }

  keys(): Shortcut[] {
    const { keys } = this.#words
    const change = () => !this.#lanes.fixed && this.item !== undefined
    const foot = !this.#lanes.fixed
    const act = (name: string) => () => this.#lanes.act(name, this.item)
    const arrows = (key: string, also: string, label: string): Shortcut => ({
      key,
      also: [also],
      label,
      foot: true,
      run: (event) => this.#arrow(event.key),
    })
    return [
      arrows('ArrowLeft', 'ArrowRight', keys.stage),
      arrows('ArrowUp', 'ArrowDown', keys.item),
      { key: ' ', label: keys.hold, foot, run: () => this.#hold(), when: change },
      { key: 'v', label: keys.move, foot, run: act('move'), when: change },
      { key: 'p', label: keys.publish, foot, run: act('publish'), when: change },
      { key: 'Escape', label: keys.back, foot, run: () => this.#putBack(), when: () => this.carries },
      { key: 'c', label: keys.make, run: act('make'), when: () => foot },
    ]
  }

  get #words() {
    return catalog.value.words.roadmap
  }

  #carry(plan: PlanJson | null): void {
    this.#carried = plan
    this.#lanes.requestUpdate()
  }

  #arrow(key: string): void {
    const item = this.item
    const to = item && stepped(this.shown, item.number, key)
    if (!to) return
    if (this.carries) this.#carry(moved(this.#lanes.plan, item.number, to))
    else this.at = this.#itemAt(to) ?? item.number
    const stage = this.shown.stages.find((one) => one.slug === to.stage)
    if (stage && this.carries)
      announce(this.#words.at(item.title, named(stage), to.index + 1, stage.items.length))
    if (stage) this.#lanes.showStage(stage)
    void this.#lanes.focusAtHand()
  }

  /** The item at a spot, or the last one of its lane. */
  #itemAt(spot: Spot): number | undefined {
    const lane = this.shown.stages.find((stage) => stage.slug === spot.stage)
    return (lane?.items[spot.index] ?? lane?.items.at(-1))?.number
  }

  #hold(): void {
    const item = this.item
    if (!item) return
    if (this.carries) {
      this.#putDown(item)
      return
    }
    const { plan } = this.#lanes
    const spot = spotOf(plan, item.number)
    const stage = plan.stages.find((one) => one.slug === spot?.stage)
    if (!spot || !stage) return
    this.at = item.number
    this.#carry(plan)
    announce(this.#words.held(item.title, named(stage), spot.index + 1, stage.items.length))
    void this.#lanes.focusAtHand()
  }

  #putDown(item: RoadmapItemJson): void {
    const before = spotOf(this.#lanes.plan, item.number)
    const to = spotOf(this.shown, item.number)
    this.#carry(null)
    if (to && (to.stage !== before?.stage || to.index !== before.index)) this.#lanes.place(item.number, to)
    else announce(this.#words.putBack(item.title))
    void this.#lanes.focusAtHand()
  }

  #putBack(): void {
    const item = this.item
    this.#carry(null)
    if (item) announce(this.#words.putBack(item.title))
    void this.#lanes.focusAtHand()
  }
}
