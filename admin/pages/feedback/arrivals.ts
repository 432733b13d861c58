import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ListedThreadJson } from '../../../server/threads/json.ts'
import type { Happening } from '../../../widget/live/live.ts'
import { live, sayQuietly } from '../../live.ts'
import { place } from '../../router.ts'
import { catalog } from '../../translations/index.ts'
import type { ThreadList } from './thread_list.ts'

interface Host extends ReactiveControllerHost {
  readonly list: ThreadList
}

type Arrival = Pick<Happening, 'thread' | 'name' | 'status' | 'replies' | 'official'> &
  Partial<ListedThreadJson> & {
    at: number
    /** It is no longer of what the list asks for. */
    gone?: boolean
  }

/** What was written changes the order of a list, and what was decided changes its rows alone. */
const written = new Set(['thread', 'reply'])
/** What an event does not say all of, so that the list is read once more. */
const unsaid = new Set(['edited', 'accepted', 'merged', 'changed'])
/** Many rows may change at once, and many hear of it: each reads once, and not all at the same time. In milliseconds. */
const pause = 500
/** A list that is longer is not read to its end to be compared. */
const mostRead = 100

/** What came to the list since it was read. It waits until it is asked for, and moves nothing. */
export class ListArrivals implements ReactiveController {
  readonly #host: Host
  readonly #latest = new Map<number, Arrival>()
  #soon: ReturnType<typeof setTimeout> | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {
    live.addEventListener('happened', this.#happened)
    live.addEventListener('refresh', this.#refresh)
    live.addEventListener('rows', this.#look)
  }

  hostDisconnected(): void {
    live.removeEventListener('happened', this.#happened)
    live.removeEventListener('refresh', this.#refresh)
    live.removeEventListener('rows', this.#look)
    clearTimeout(this.#soon)
    this.#soon = undefined
  }

  /** The threads of which something waits, and is not shown by a list that was read since. */
  get waiting(): Arrival[] {
    const { list } = this.#host
    const rows = new Map(list.rows.map((row) => [row.number, row]))
    return [...this.#latest.values()].filter((one) => {
      if (one.at <= list.askedAt) return false
      const row = rows.get(one.thread)
      return row ? one.gone || !same(row, one) : written.has(one.name)
    })
  }

  get label(): string | undefined {
    const { news } = catalog.value.words
    const { waiting } = this
    if (!waiting.length) return undefined
    return waiting.some((one) => written.has(one.name))
      ? news.fresh(waiting.length)
      : news.changes(waiting.length)
  }

  #waits(arrival: Arrival): void {
    const before = this.#latest.get(arrival.thread)
    // What was written since the list was read is still new where something else changed besides.
    const isNew = before && before.at > this.#host.list.askedAt && written.has(before.name)
    const name =
      before?.name === 'thread' || (isNew && !written.has(arrival.name)) ? before.name : arrival.name
    this.#latest.set(arrival.thread, { ...arrival, name })
    this.#host.requestUpdate()
    sayQuietly(this.label)
  }

  readonly #happened = ({ detail }: CustomEventInit<Happening> & Event): void => {
    const { list } = this.#host
    if (!detail || list.loading.state !== 'ready') return
    const shown = list.rows.some((row) => row.number === detail.thread)
    if (shown && unsaid.has(detail.name)) this.#look()
    if (shown || fits(detail)) this.#waits({ ...detail, at: performance.now() })
  }

  readonly #look = (): void => {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined
      void this.#refresh()
    }, pause * Math.random())
  }

  /** Something may have been missed: the list is read once more, aside, and compared. */
  readonly #refresh = async (): Promise<void> => {
    const { list } = this.#host
    const rows = list.loading.value
    const now = rows && (await list.peek(place.value.query).catch(() => undefined))
    if (!now || list.loading.value !== rows) return
    const known = new Map(rows.map((row) => [row.number, row]))
    const newest = Math.max(0, ...known.keys())
    for (const row of now) {
      const before = known.get(row.number)
      const arrival = { ...row, thread: row.number, at: performance.now() }
      if (before && !same(before, row)) this.#waits({ ...arrival, name: 'changed' })
      else if (!before && row.number > newest) this.#waits({ ...arrival, name: 'thread' })
    }
    const found = new Set(now.map((row) => row.number))
    // Where none came, none was pushed out of what was read.
    if (rows.length <= mostRead && now.length < rows.length)
      for (const row of rows)
        if (!found.has(row.number))
          this.#waits({ ...row, thread: row.number, at: performance.now(), name: 'changed', gone: true })
  }
}

const plain = ['status', 'replies', 'official', 'accepted', 'title', 'board', 'kind'] as const

/** Whether a row shows what is so by now, as far as that was said. */
const same = (row: ListedThreadJson, now: Partial<ListedThreadJson>) =>
  plain.every((key) => now[key] === undefined || row[key] === now[key]) &&
  (now.tags === undefined || `${row.tags}` === `${now.tags}`) &&
  (now.assignee === undefined || row.assignee?.id === now.assignee?.id)

/** Whether a thread that is not in the list would come into it: by what an event says of it. */
function fits({ name, board, kind, status }: Happening): boolean {
  const { query } = place.value
  const moves = name === 'thread' || (name === 'reply' && (query.get('sort') ?? 'active') === 'active')
  const asks =
    ['q', 'tag'].some((filter) => query.has(filter)) || (query.get('assignee') ?? 'none') !== 'none'
  if (!moves || asks || (query.has('unanswered') && name !== 'thread')) return false
  return [
    ['board', board],
    ['kind', kind],
    ['status', status],
  ].every(([filter, value]) => (query.get(filter!) ?? value) === value)
}
