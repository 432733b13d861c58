import type { LitElement, ReactiveController } from 'lit'
import type { LiveCountsJson } from '../../server/activity/json.ts'
import type { BoardJson } from '../../server/boards/json.ts'
import type { ThreadPageJson, ThreadRowJson } from '../../server/threads/json.ts'
import type { Kind } from '../../server/words.ts'
import type { Context } from '../context.ts'
import { type ListPlace, listPath } from '../controllers/navigation.ts'
import { type Happening, type Live, still } from './live.ts'
import { pill, pillStyles } from './pill.ts'
import { sayQuietly } from './say.ts'
import { liveOf } from './watch.ts'

interface List extends LitElement {
  ctx: Context
  board: BoardJson
  place: ListPlace
  rows: ThreadRowJson[] | undefined
  stale: boolean
}

/** How many new threads are put on top of a list; of more it begins anew. */
const most = 100

const lists = new WeakMap<List, LiveList>()

/** The line above a list on which waits what is new in it. */
export const listBar = (list: List) => {
  let bar = lists.get(list)
  const live = liveOf(list.ctx)
  if (live && bar?.live !== live) {
    bar?.hostDisconnected()
    bar = new LiveList(list, live)
    lists.set(list, bar)
    const { adoptedStyleSheets } = list.renderRoot as ShadowRoot
    if (!adoptedStyleSheets.includes(pillStyles.styleSheet!)) adoptedStyleSheets.push(pillStyles.styleSheet!)
  }
  return bar?.draw()
}

/**
 * A list that stays as it is while it is read. Counts change in place; threads that came and what became of others
 * wait until they are asked for.
 */
class LiveList implements ReactiveController {
  readonly live: Live
  readonly #list: List
  #fresh = new Set<number>()
  /** Whether more are new than are known of. */
  #more = false
  /** Whether the list begins anew, and whoever asked for that goes to its first row. */
  #renewing = false
  #changed = new Map<number, Partial<ThreadRowJson>>()
  #rows: ThreadRowJson[] | undefined

  constructor(list: List, live: Live) {
    this.#list = list
    this.live = live
    list.addController(this)
  }

  hostConnected(): void {
    this.live.addEventListener('happened', this.#happened)
    this.live.addEventListener('counts', this.#counted)
    this.live.addEventListener('refresh', this.#refresh)
  }

  hostDisconnected(): void {
    this.live.removeEventListener('happened', this.#happened)
    this.live.removeEventListener('counts', this.#counted)
    this.live.removeEventListener('refresh', this.#refresh)
  }

  /** A list that was read anew has all that waited. */
  hostUpdate(): void {
    const { rows } = this.#list
    const before = this.#rows
    this.#rows = rows
    if (!before || !rows || rows === before || (rows.length > before.length && rows[0] === before[0])) return
    this.#forget()
    if (this.#renewing) void this.#list.updateComplete.then(() => this.#focus(0))
    this.#renewing = false
  }

  #forget(): void {
    this.#fresh.clear()
    this.#changed.clear()
    this.#more = false
  }

  draw() {
    return pill(this.#label(), 'above', () => void this.#show())
  }

  #label(): string | undefined {
    const { ctx, place, board } = this.#list
    const kind: Kind = place.kind ?? board.kinds[0] ?? 'idea'
    const { size } = this.#fresh
    if (this.#tooMany) return ctx.say?.moreThan(ctx.say.fresh[kind](Math.min(most, size)))
    if (size) return ctx.say?.fresh[kind](size)
    return this.#changed.size ? ctx.say?.changes(this.#changed.size) : undefined
  }

  get #tooMany(): boolean {
    return this.#more || this.#fresh.size > most
  }

  #waits(): void {
    this.#list.requestUpdate()
    sayQuietly(this.#list, () => this.#label())
  }

  #put(rows: ThreadRowJson[]): void {
    this.#rows = rows
    this.#list.rows = rows
  }

  readonly #counted = (event: Event): void => {
    const { detail } = event as CustomEvent<LiveCountsJson['threads']>
    const counts = new Map(detail.map((one) => [one.number, one.replies]))
    const stale = (row: ThreadRowJson) => (counts.get(row.number) ?? row.replies) !== row.replies
    const { rows } = this.#list
    if (rows?.some(stale))
      this.#put(rows.map((row) => (stale(row) ? { ...row, replies: counts.get(row.number)! } : row)))
  }

  readonly #happened = ({ detail }: CustomEventInit<Happening> & Event): void => {
    const { rows, board } = this.#list
    if (!rows || !detail || detail.board !== board.slug) return
    const row = rows.find((one) => one.number === detail.thread)
    if (row) this.#compare(row, detail)
    else if (detail.name === 'thread' && this.#fits(detail)) {
      this.#fresh.add(detail.thread)
      this.#waits()
    }
  }

  #fits({ kind, status }: Pick<Happening, 'kind' | 'status'>): boolean {
    const { place } = this.#list
    if (place.q || place.tag || (place.kind && place.kind !== kind)) return false
    return !place.status || place.status === status
  }

  #compare(row: ThreadRowJson, now: Pick<ThreadRowJson, 'status' | 'official'>): void {
    const same = row.status === now.status && row.official === now.official
    if (
      same
        ? this.#changed.delete(row.number)
        : this.#changed.set(row.number, { status: now.status, official: now.official })
    )
      this.#waits()
  }

  /** Something may have been missed: the list is read once more, aside, and compared. */
  readonly #refresh = async ({ detail: untold }: CustomEventInit<boolean>): Promise<void> => {
    const { ctx, board, place, rows } = this.#list
    if (!rows?.length || place.q) return
    const query = new URLSearchParams(listPath(place).split('?')[1])
    query.set('board', board.slug)
    // One more than the list has, to know whether there are more new ones than that.
    const limit = Math.min(most, rows.length + 1)
    query.set('limit', String(limit))
    const page = await ctx.api.ask<ThreadPageJson>(`threads?${query}`).catch(() => undefined)
    if (!page || rows !== this.#list.rows) return
    const now = new Map(page.items.map((one) => [one.number, one]))
    const newest = Math.max(...rows.map((row) => row.number))
    const isNew = (row: ThreadRowJson) => row.number > newest
    this.#more ||= !!untold && page.items.length === limit && page.items.every(isNew)
    for (const row of page.items.slice(0, rows.length)) if (isNew(row)) this.#fresh.add(row.number)
    for (const row of rows) this.#compare(row, now.get(row.number) ?? row)
    if (!still()) this.#count(rows, now)
    this.#waits()
  }

  #count(rows: ThreadRowJson[], now: Map<number, ThreadRowJson>): void {
    this.#list.ctx.votes.learnCounts([...now.values()])
    this.#put(
      rows.map((row) => {
        const { votes, replies } = now.get(row.number) ?? row
        return votes === row.votes && replies === row.replies ? row : { ...row, votes, replies }
      }),
    )
  }

  /** Shows what waits: what is new at the top, whatever the order of the rest; and puts the focus on it. */
  async #show(): Promise<void> {
    const list = this.#list
    const { ctx, board, place } = list
    if (this.#tooMany) return this.#renew()
    try {
      const fresh = await this.#read(board, place)
      const known = new Set(fresh.map((row) => row.number))
      const rest = list.rows!.filter((row) => !known.has(row.number))
      const first = fresh[0]?.number ?? rest.find((row) => this.#changed.has(row.number))?.number
      this.#put([...fresh, ...rest.map((row) => ({ ...row, ...this.#changed.get(row.number) }))])
      this.#forget()
      await list.updateComplete
      this.#focus(list.rows!.findIndex((row) => row.number === first))
      if (fresh.length) {
        void ctx.act('overlay', [...known])
        void ctx.act('announce', (say) => say.added(fresh.length))
      } else void ctx.act('announce', (say) => say.upToDate)
    } catch (error) {
      void ctx.act('refuse', error)
    }
  }

  /** Reads the list anew, the newest first: below the rows that are new to it could be more of them. */
  async #renew(): Promise<void> {
    const list = this.#list
    const { ctx, board, place } = list
    this.#renewing = true
    await ctx.act('renewList')
    ctx.go(listPath({ ...place, sort: board.defaultSort === 'new' ? undefined : 'new' }), true)
    list.requestUpdate()
  }

  #focus(row: number): void {
    this.#list.renderRoot.querySelectorAll<HTMLElement>('h3 a')[Math.max(0, row)]?.focus()
  }

  async #read({ slug }: BoardJson, { kind, status }: ListPlace): Promise<ThreadRowJson[]> {
    if (!this.#fresh.size) return []
    const { ctx } = this.#list
    const query = new URLSearchParams({
      board: slug,
      sort: 'new',
      ...(kind && { kind }),
      ...(status && { status }),
    })
    const limit = Math.min(most, this.#fresh.size + 20)
    const { items } = await ctx.api.ask<ThreadPageJson>(`threads?${query}&limit=${limit}`)
    const fresh = items.filter((row) => this.#fresh.has(row.number))
    ctx.votes.learnCounts(fresh)
    return fresh
  }
}
