import { html, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ListedThreadJson } from '../../../server/threads/json.ts'
import { pill, pillStyles } from '../../../widget/live/pill.ts'
import { avatarStyles } from '../../../widget/ui/avatar.ts'
import { statusPillStyles } from '../../../widget/ui/status_pill.ts'
import { changedThreads } from '../../changes.ts'
import { community } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { type Act, drawAct } from '../../parts/acts/index.ts'
import { deepFocus } from '../../parts/admin-dialog/admin-dialog.ts'
import '../../parts/announce-dialog/announce-dialog.ts'
import { ListSearch } from '../../parts/list_search.ts'
import { RowWalk } from '../../parts/row_walk.ts'
import { bones, failure, stateStyles } from '../../parts/states.ts'
import { go, place, refine } from '../../router.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { besideFrame, pageFrame } from '../../styles/page_frame.ts'
import { rowStyles, wholeLinks } from '../../styles/rows.ts'
import { announce } from '../../toasts.ts'
import '../../parts/bulk-bar/bulk-bar.ts'
import '../../parts/thread-pane/thread-pane.ts'
import { ListArrivals } from './arrivals.ts'
import { listBar } from './bar.ts'
import './feedback-filters.ts'
import { feedbackKeys } from './keys.ts'
import { pageStyles } from './page-feedback.styles.ts'
import { emptyList, filtersAlone, tableHeads, threadRow } from './row.ts'
import { Selection } from './selection.ts'
import { ThreadList } from './thread_list.ts'
import { tableStyles } from './thread_table.styles.ts'

/** Everything the customers posted: filters, rows, acts on many, and the open thread beside the list. */
export class PageFeedback extends AdminElement {
  static override properties = {
    selection: { state: true },
    act: { state: true },
    announcing: { state: true },
  }
  static override styles = sheets(
    stateStyles,
    statusPillStyles,
    avatarStyles,
    pillStyles,
    besideFrame,
    pageFrame,
    rowStyles,
    wholeLinks,
    pageStyles,
    tableStyles,
  )

  declare selection: Selection
  declare act: Act | null
  /** An announcement is being written. */
  declare announcing: boolean
  readonly list = new ThreadList(this)
  readonly search = new ListSearch(this)
  readonly walk = new RowWalk<ListedThreadJson>(this, {
    attribute: 'data-number',
    rows: () => this.rows,
    nameOf: (row) => String(row.number),
    open: () => (this.open === null ? null : String(this.open)),
    follow: (row) => this.openThread(row.number, true),
  })
  #arrivals = new ListArrivals(this)
  // Held while a dialog is open, since the focus that tells the row at hand is in the dialog then.
  #subject: ListedThreadJson[] = []
  #stopChanges: (() => void) | undefined

  constructor() {
    super()
    const ticked = place.value.query.get('ticked')?.split(',').map(Number).filter(Boolean) ?? []
    this.selection = new Selection(ticked)
    this.act = null
    this.announcing = false
    follow(this, place, community)
    new Shortcuts(this, () => feedbackKeys(this))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stopChanges = changedThreads.listen(() => void this.#refresh())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopChanges?.()
  }

  /** The number of the thread that stands open beside the list. */
  get open(): number | null {
    return Number(place.value.rest[0]) || null
  }

  get rows(): ListedThreadJson[] {
    return this.list.rows
  }

  get chosen(): ListedThreadJson[] {
    return this.rows.filter((row) => this.selection.has(row.number))
  }

  protected override willUpdate(): void {
    void this.list.show(place.value.query)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('selection')) {
      const ticked = [...this.selection.numbers].join(',') || null
      if (ticked !== place.value.query.get('ticked')) refine({ ticked }, { replace: true })
    }
  }

  openThread(number: number | null, replace = false): void {
    go(number === null ? 'feedback' : `feedback/${number}`, filtersAlone(place.value.query), { replace })
  }

  /** Reads the list anew. What left it is no longer ticked; what had the focus there leaves it to the row in its place. */
  async #refresh(): Promise<void> {
    const active = this.shadowRoot?.activeElement
    await this.list.refresh(place.value.query)
    if (this.list.loading.state === 'ready')
      this.selection = this.selection.within(this.rows.map((row) => row.number))
    await this.updateComplete
    if (active && !active.matches('thread-pane')) this.#catchFocus()
  }

  #catchFocus(): void {
    if (deepFocus() === document.body && !this.walk.stay()) this.renderRoot.querySelector('h1')?.focus()
  }

  // Ticking

  tick(number: number, range: boolean): void {
    const shown = this.rows.map((row) => row.number)
    this.selection = range ? this.selection.upTo(number, shown) : this.selection.toggle(number)
    announce(this.words.feedback.selected(this.selection.size))
  }

  #tickAll(): void {
    this.selection = this.selection.all(this.rows.map((row) => row.number))
    announce(this.words.feedback.selected(this.selection.size))
  }

  clear(): void {
    this.selection = new Selection()
  }

  /** Whether the keys for ideas have one to act on. */
  get hasIdea(): boolean {
    return this.subject.some((row) => row.kind === 'idea')
  }

  get subject(): ListedThreadJson[] {
    if (this.selection.size > 0) return this.chosen
    const { at } = this.walk
    return at ? [at] : []
  }

  // Acts

  /** Begins an act on what is ticked, else on the row at hand. */
  begin(act: Act): void {
    this.#subject = this.subject
    if (this.#subject.length > 0) this.act = act
  }

  /** What was ticked stays so, for the next act on it. */
  async #ended(): Promise<void> {
    this.act = null
    await this.updateComplete
    this.#catchFocus()
  }

  readonly #announce = (): void => {
    this.announcing = true
  }

  #announced(): void {
    this.announcing = false
  }

  // Growing

  async #grow(): Promise<void> {
    const before = this.rows.length
    const came = await this.list.grow(place.value.query)
    if (came === 0) return
    await this.updateComplete
    announce(this.words.common.moreLoaded(came))
    this.renderRoot.querySelectorAll<HTMLElement>('.row a')[before]?.focus()
  }

  /** Reads the list anew, and goes to the first of what waited. */
  async #showNew(): Promise<void> {
    const waited = new Set(this.#arrivals.waiting.map((one) => one.thread))
    await this.#refresh()
    const first = this.rows.find((row) => waited.has(row.number)) ?? this.rows[0]
    if (first) this.walk.linkOf(first)?.focus()
    announce(this.words.news.upToDate)
  }

  // Drawing

  #heads() {
    const share = this.selection.share(this.rows.map((row) => row.number))
    return tableHeads(share, this.rows.length === 0, () => this.#tickAll())
  }

  #rows() {
    const { stop } = this.walk
    return repeat(
      this.rows,
      (row) => row.number,
      (row) =>
        threadRow(row, {
          ticked: this.selection.has(row.number),
          open: this.open === row.number,
          tabbable: row === stop,
          onTick: (event) => this.tick(row.number, event.shiftKey),
        }),
    )
  }

  #table() {
    const { loading } = this.list
    if (loading.state === 'failed' && this.rows.length === 0) {
      return failure(loading.problem, () => void this.list.refresh(place.value.query))
    }
    if (loading.state === 'ready' && this.rows.length === 0) return emptyList()
    const waiting = loading.state === 'waiting'
    const { near } = this.words.feedback
    return html`${this.list.near && !waiting ? html`<p class="near quiet" role="status" dir="auto">${near(place.value.query.get('q') ?? '')}</p>` : nothing}
    <div role="table" aria-label=${this.words.feedback.list} aria-busy=${waiting}>
      <div role="rowgroup" class="head-group">${this.#heads()}</div>
      <div role="rowgroup" @focusin=${this.walk.focused} @keydown=${this.walk.pressed}>${waiting ? bones(14, 40) : this.#rows()}</div>
    </div>
    ${this.list.hasMore ? html`<div class="more"><button class="button" ?disabled=${this.list.growing} @click=${this.#grow}>${this.words.common.more}</button></div>` : nothing}`
  }

  override render() {
    const { open } = this
    return html`<section class="list ${open === null ? '' : 'opened'}" aria-label=${this.words.feedback.list}>
        ${listBar(this, this.#announce)}
        <feedback-filters></feedback-filters>
        ${pill(this.#arrivals.label, 'above', () => void this.#showNew())}
        <div class="scroll ${this.selection.size > 0 ? 'roomy' : ''}">${this.#table()}</div>
        ${this.selection.size > 0 ? html`<bulk-bar .threads=${this.chosen} @act=${(event: CustomEvent<Act>) => this.begin(event.detail)} @clear=${this.clear}></bulk-bar>` : nothing}
      </section>
      ${open === null ? nothing : html`<thread-pane .number=${open} @close=${() => this.openThread(null)}></thread-pane>`}
      ${this.announcing ? html`<announce-dialog @ended=${this.#announced}></announce-dialog>` : nothing}
      ${this.act ? drawAct(this.act, this.#subject, () => void this.#ended()) : nothing}`
  }
}

define('page-feedback', PageFeedback)
