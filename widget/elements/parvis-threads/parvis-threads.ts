import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import type { ThreadPageJson, ThreadRowJson } from '../../../server/threads/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import { isFiltered, type ListPlace, listPath } from '../../controllers/navigation.ts'
import { base } from '../../styles/base.ts'
import { pause } from '../../ui/near.ts'
import { statusPillStyles } from '../../ui/status_pill.ts'
import { voteStyles } from '../../ui/vote.ts'
import { failed } from '../parvis-board/failed.ts'
import { threadsStyles } from './parvis-threads.styles.ts'
import { threadRow } from './row.ts'
import { sortAndFilter, tools } from './tools.ts'

const ghost = html`<li class="ghost"></li>`
const pageSize = 20

/**
 * The threads of a board: search, sort, filters, and pages that are added below.
 * Part of `<parvis-board>`, not for pages of their own.
 *
 * @element parvis-threads
 * @prop ctx - What every view is given.
 * @prop place - Which list: board, sort, filters, search.
 * @prop board - The board of that place.
 */
export class ParvisThreads extends LitElement {
  static override styles = [base, statusPillStyles, voteStyles, threadsStyles]
  static override properties = {
    ctx: { attribute: false },
    place: { attribute: false },
    board: { attribute: false },
    hidden: { type: Boolean },
    rows: { state: true },
    failure: { state: true },
    busy: { state: true },
    filtering: { state: true },
  }
  declare ctx: Context
  declare place: ListPlace
  declare board: BoardJson
  declare hidden: boolean
  declare rows: ThreadRowJson[] | undefined
  declare failure: string
  declare busy: boolean
  declare filtering: boolean
  /** Whether a search found nothing, and these are only near to it. */
  near: boolean | undefined
  /** How many of the rows are drawn, a screen of them at a time, so that no step of it holds up the page. */
  #drawn = 0
  /** Whether something in the list changed since it was read. */
  stale = false
  #key = ''
  #next: string | null = null
  #reading = new AbortController()
  /** The search that was asked for last from its field, which stands there as it was typed. */
  declare sought: string | undefined

  constructor() {
    super()
    this.hidden = this.busy = this.filtering = false
    this.failure = ''
  }

  protected override willUpdate(): void {
    const key = listPath({ ...this.place, board: this.board.slug })
    if ((key === this.#key && !this.stale) || this.hidden) return
    const first = !this.#key && !this.stale && key === this.ctx.opened
    this.#key = key
    this.stale = false
    if (first) this.#show(this.ctx.opening.threads, false)
    else void this.#read()
  }

  protected override updated(changed: PropertyValues): void {
    const search = this.renderRoot.querySelector<HTMLInputElement>('[type=search]')!
    const { q } = this.place
    if (changed.has('place') && (q !== this.sought || !search.matches(':focus'))) {
      this.sought = q
      search.value = q ?? ''
    }
    if (!this.#complete) void pause().then(this.#drawOn)
    if (
      !this.hidden &&
      (this.rows || this.failure) &&
      (changed.has('hidden') || changed.has('rows') || changed.has('failure'))
    )
      this.ctx.arrived()
  }

  /** Reads the first page, or the one after what is shown. */
  async #read(cursor?: string): Promise<void> {
    this.#reading.abort()
    this.#reading = new AbortController()
    const { signal } = this.#reading
    this.busy = true
    this.failure = ''
    // `/b/ideas?sort=new` asks for `board=ideas&sort=new`.
    const query = `board=${this.board.slug}&${this.#key.split('?')[1] ?? ''}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
    try {
      this.#show(await this.ctx.api.ask<ThreadPageJson>(`threads?${query}`, { signal }), !!cursor)
      if (!cursor)
        this.ctx.act('announce', (say) =>
          say.listed(this.ctx.words.threads(this.#kind, this.rows!.length), !!this.#next, this.near),
        )
    } catch (error) {
      // One that was given up while its answer came in fails in whatever way.
      if (signal.aborted) return
      this.busy = false
      if (cursor) void this.ctx.act('refuse', error)
      else this.failure = codeOf(error)
    }
  }

  #show(page: ThreadPageJson, added: boolean): void {
    this.ctx.votes.learnCounts(page.items)
    this.near = page.near
    this.rows = added ? [...this.rows!, ...page.items] : page.items
    this.#next = page.next
    this.busy = false
    const numbers = page.items.map((row) => row.number)
    // The list is painted before what is personal about it is asked for.
    void this.updateComplete.then(() => setTimeout(() => this.ctx.act('overlay', numbers)))
  }

  get #complete() {
    return !this.rows || this.#drawn >= this.rows.length
  }

  /** What a list is given more comes at once, since the focus goes there. No row is lower than 84 px, and two stand for what is above. */
  readonly #drawOn = () => {
    this.#drawn =
      this.#drawn > 9 ? Number.POSITIVE_INFINITY : this.#drawn + Math.max(3, screen.height / 84 - 2)
    this.requestUpdate()
  }

  async #more(): Promise<void> {
    const before = this.rows!.length
    await this.#read(this.#next!)
    await this.updateComplete
    if (this.rows!.length === before) return
    this.renderRoot.querySelectorAll<HTMLElement>('h3 a')[before]?.focus()
    void this.ctx.act('announce', (say) => say.added(this.rows!.length - before))
  }

  readonly #typed = (text: string, now: boolean): unknown => this.ctx.act('seek', this, text, now)

  get #kind() {
    return this.place.kind ?? this.board.kinds[0] ?? 'idea'
  }

  protected override render() {
    const { ctx, board, place, rows } = this
    return html`
      ${tools(ctx, board, this.#typed)}
      ${sortAndFilter(ctx, board, place, this.filtering, () => {
        this.filtering = !this.filtering
      })}
      ${ctx.later?.aboveList(this)}
      ${this.failure ? failed(ctx.words, ctx.say?.problems[this.failure], () => this.#read()) : rows?.length === 0 ? ctx.later?.emptyList(ctx, board, place) : html`<ol aria-busy=${this.busy}>${(rows ?? [...Array<undefined>(7)]).map((row, index) => (row && index < this.#drawn ? threadRow(ctx, row, board.kinds.includes('idea'), place.q ? 'new' : (place.sort ?? board.defaultSort)) : ghost))}</ol>${this.#complete && this.#foot()}`}
    `
  }

  #foot() {
    const { words, later } = this.ctx
    const shown = this.rows?.length ?? 0
    // More than ten thousand are not counted.
    const total = isFiltered(this.place) || this.board.threads >= 1e4 ? 0 : this.board.threads
    const left = total > shown ? Math.min(pageSize, total - shown) : pageSize
    return html`<div class="more">
      ${this.#next ? html`<button class="btn" type="button" @click=${this.#more}>${words.more(left)}</button>` : nothing}
      ${shown ? html`<span class="sm q">${total >= shown ? words.shown(this.#kind, shown, total) : words.threads(this.#kind, shown)}</span>` : nothing}
      ${later?.belowList(this)}
    </div>`
  }
}

if (!customElements.get('parvis-threads')) customElements.define('parvis-threads', ParvisThreads)
