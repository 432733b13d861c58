import { html, nothing } from 'lit'
import type { UndoJson } from '../../../server/moderation/json.ts'
import type { PlanJson, RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { get, put, remove } from '../../api.ts'
import { community } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { icon, iconGlobe, iconLock, iconPlus } from '../../parts/icons.ts'
import { empty, failure, stateStyles } from '../../parts/states.ts'
import { go, hrefOf, place } from '../../router.ts'
import { may } from '../../session.ts'
import { pageFrame } from '../../styles/page_frame.ts'
import { offerUndo, tell, tellProblem } from '../../toasts.ts'
import { named } from '../../translations/index.ts'
import './item-editor.ts'
import './item_dialogs.ts'
import './move-menu.ts'
import { roadmapStyles } from './page-roadmap.styles.ts'
import { findItem, itemAfter, itemsOf, moved, replaced, type Spot, spotOf } from './plan.ts'
import './roadmap-board.ts'

interface Placed {
  item: RoadmapItemJson
  undo: UndoJson
  told: number
}

type Over = { act: 'move' | 'publish' | 'archive'; item: RoadmapItemJson; from: DOMRect | null }

/** The roadmap as the product team moves it: lanes by stage, items made, moved, published. */
export class PageRoadmap extends AdminElement {
  static override properties = { over: { state: true } }
  static override styles = sheets(stateStyles, pageFrame, roadmapStyles)

  declare over: Over | null

  #plan = new Loading<PlanJson>(this)

  constructor() {
    super()
    this.over = null
    follow(this, place, community)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  #load = (): Promise<unknown> => this.#plan.run((signal) => get<PlanJson>('roadmap/plan', {}, signal))

  // Moving

  async #place(number: number, to: Spot): Promise<void> {
    const before = this.#plan.value
    if (!before) return
    const from = spotOf(before, number)
    const after = moved(before, number, to)
    this.#plan.set(after)
    try {
      const body = { stage: to.stage, before: itemAfter(after, number) }
      const placed = await put<Placed>(`roadmap/items/${number}/place`, body)
      this.#plan.set(replaced(this.#plan.value ?? after, placed.item))
      this.#tell(placed, from?.stage !== to.stage, to)
    } catch (error) {
      this.#plan.set(before)
      tellProblem(error)
    }
  }

  #tell(placed: Placed, otherStage: boolean, to: Spot): void {
    const { roadmap } = this.words
    const { item, undo, told } = placed
    const stage = community.value.stages.find((one) => one.slug === to.stage)
    const name = stage ? named(stage) : to.stage
    if (!otherStage) {
      tell(roadmap.reordered(item.title, to.index + 1))
      return
    }
    const words = told > 0 ? roadmap.movedTold(item.title, name, told) : roadmap.moved(item.title, name)
    offerUndo(words, undo ? [undo] : [], this.#load)
  }

  #moveTo(item: RoadmapItemJson, stage: string): void {
    const index = this.#plan.value?.stages.find((one) => one.slug === stage)?.items.length ?? 0
    void this.#place(item.number, { stage, index })
  }

  // Acts

  #onAct(event: CustomEvent<{ act: string; item: RoadmapItemJson | undefined }>): void {
    const { act, item } = event.detail
    if (act === 'make') {
      go('roadmap/new', place.value.query)
      return
    }
    if (!item) return
    if (act === 'publish' && item.publishedAt) return void this.#unpublish(item)
    const board = this.renderRoot.querySelector('roadmap-board')
    const from =
      board?.shadowRoot?.querySelector(`[data-number="${item.number}"]`)?.getBoundingClientRect() ?? null
    this.over = { act: act as Over['act'], item, from }
  }

  async #unpublish(item: RoadmapItemJson): Promise<void> {
    try {
      await remove(`roadmap/items/${item.number}/publication`)
      tell(this.words.roadmap.unpublishedDone(item.title))
      await this.#load()
    } catch (error) {
      tellProblem(error)
    }
  }

  #closeOver(reload: boolean): void {
    this.over = null
    if (reload) void this.#load()
    void this.renderRoot.querySelector('roadmap-board')?.focusItem()
  }

  #over(plan: PlanJson) {
    if (!this.over) return nothing
    const { act, item, from } = this.over
    const ended = (event: CustomEvent<{ done: boolean }>) => this.#closeOver(event.detail.done)
    if (act === 'move') {
      return html`<move-menu .plan=${plan} .item=${item} .from=${from} @closed=${() => this.#closeOver(false)}
        @choose=${(event: CustomEvent<string>) => this.#moveTo(item, event.detail)}></move-menu>`
    }
    if (act === 'publish')
      return html`<publish-dialog .item=${item} @ended=${ended} @undone=${this.#load}></publish-dialog>`
    return html`<archive-dialog .item=${item} @ended=${ended}></archive-dialog>`
  }

  // The editor lives in the address

  #closeEditor(): void {
    const query = new URLSearchParams(place.value.query)
    go('roadmap', query, { replace: true })
    void this.#load()
  }

  #editor(plan: PlanJson) {
    const [asked] = place.value.rest
    if (!asked) return nothing
    const fixed = !may('plan')
    if (asked === 'new') {
      if (fixed) return nothing
      return html`<item-editor stage=${place.value.query.get('stage') ?? ''} @ended=${this.#closeEditor}></item-editor>`
    }
    const item = findItem(plan, Number(asked))
    if (!item) return html`<p class="gone" role="alert">${this.words.roadmap.notFound}</p>`
    return html`<item-editor .item=${item} ?fixed=${fixed} @ended=${this.#closeEditor} @stale=${this.#load} @changed=${this.#load}
      @publish=${() => this.#publishFromEditor(item)}></item-editor>`
  }

  #publishFromEditor(item: RoadmapItemJson): void {
    this.#onAct(new CustomEvent('act', { detail: { act: 'publish', item } }))
  }

  #bar(plan: PlanJson | undefined) {
    const { roadmap } = this.words
    const items = plan ? itemsOf(plan) : []
    const published = items.filter((item) => item.publishedAt).length
    return html`<header class="bar">
      <h1>${roadmap.title}</h1>
      <span class="space"></span>
      ${
        plan
          ? html`<span class="figures" title=${roadmap.published(published)}>${icon(iconGlobe, 'm')}<span>${roadmap.published(published)}</span></span>
            <span class="figures" title=${roadmap.private(items.length - published)}>${icon(iconLock, 'm')}<span>${roadmap.private(items.length - published)}</span></span>`
          : nothing
      }
      ${may('plan') ? html`<a class="button primary" href=${hrefOf('roadmap/new')}>${icon(iconPlus, 'm')}${roadmap.newItem}</a>` : nothing}
    </header>`
  }

  #empty() {
    const { roadmap } = this.words
    const step = may('plan')
      ? html`<a class="button primary" href=${hrefOf('roadmap/new')}>${roadmap.emptyStep}</a>`
      : html`<p>${roadmap.readOnly}</p>`
    return empty(roadmap.emptyHeading, roadmap.emptyWords, step)
  }

  #body(plan: PlanJson | undefined) {
    if (!plan) {
      if (this.#plan.state === 'failed') return failure(this.#plan.problem, () => void this.#load())
      return html`<div class="bones" aria-hidden="true">${[1, 2, 3, 4, 5].map(() => html`<span class="bone"></span>`)}</div>`
    }
    if (itemsOf(plan).length === 0) return this.#empty()
    return html`<roadmap-board .plan=${plan} ?fixed=${!may('plan')} @act=${this.#onAct}
      @place=${(event: CustomEvent<{ number: number; to: Spot }>) => this.#place(event.detail.number, event.detail.to)}></roadmap-board>`
  }

  override render() {
    const plan = this.#plan.value
    return html`${this.#bar(plan)} ${this.#body(plan)} ${plan ? html`${this.#editor(plan)}${this.#over(plan)}` : nothing}`
  }
}

define('page-roadmap', PageRoadmap)
