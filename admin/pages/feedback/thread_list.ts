import type { ReactiveControllerHost } from 'lit'
import type { ListedThreadJson, ThreadPageJson } from '../../../server/threads/json.ts'
import { get } from '../../api.ts'
import { Loading } from '../../loading.ts'
import { who } from '../../session.ts'

const pageSize = 50

/** What the address asks for, as the API's filters. */
function filtersOf(query: URLSearchParams): Record<string, string | null> {
  const assignee = query.get('assignee')
  return {
    board: query.get('board'),
    kind: query.get('kind'),
    status: query.get('status'),
    tag: query.get('tag'),
    q: query.get('q'),
    sort: query.get('sort') ?? 'active',
    assignee: assignee === 'me' ? who().member.id : assignee,
    unanswered: query.get('unanswered'),
  }
}

/** The rows of the list: loaded by filter, grown page by page, refreshed in place after an act. */
export class ThreadList {
  readonly loading: Loading<ListedThreadJson[]>
  readonly #more: Loading<number>
  #next: string | null = null
  #shownFor = ''
  /** Whether a search found nothing, and these are only near to it. */
  near = false
  /** When what is shown was asked for, on the clock of the page. */
  askedAt = 0

  constructor(host: ReactiveControllerHost) {
    this.loading = new Loading(host)
    this.#more = new Loading(host)
  }

  get rows(): ListedThreadJson[] {
    return this.loading.value ?? []
  }

  get hasMore(): boolean {
    return this.#next !== null
  }

  get growing(): boolean {
    return this.#more.busy
  }

  get growProblem() {
    return this.#more.problem
  }

  /** Loads what the query asks for, if it is not what is shown. Skeletons only where the filters changed. */
  async show(query: URLSearchParams): Promise<void> {
    const filters = filtersOf(query)
    const key = JSON.stringify(filters)
    if (key === this.#shownFor) return
    this.#shownFor = key
    this.loading.clear()
    await this.#load(filters, pageSize)
  }

  /** Loads the same rows again, quietly, as many as one answer can hold. */
  async refresh(query: URLSearchParams): Promise<void> {
    const many = Math.min(100, Math.max(pageSize, this.rows.length))
    await this.#load(filtersOf(query), many)
  }

  /** The rows that a refresh would show. */
  async peek(query: URLSearchParams): Promise<ListedThreadJson[]> {
    const limit = Math.min(100, Math.max(pageSize, this.rows.length))
    return (await get<ThreadPageJson>('threads', { ...filtersOf(query), limit })).items
  }

  async #load(filters: Record<string, string | null>, limit: number): Promise<void> {
    this.askedAt = performance.now()
    await this.loading.run(async (signal) => {
      const page = await get<ThreadPageJson>('threads', { ...filters, limit }, signal)
      this.#next = page.next
      this.near = page.near === true
      return page.items
    })
  }

  /** Appends the next page; answers how many rows came. */
  async grow(query: URLSearchParams): Promise<number> {
    const cursor = this.#next
    if (!cursor || this.growing) return 0
    const came = await this.#more.run(async (signal) => {
      const page = await get<ThreadPageJson>(
        'threads',
        { ...filtersOf(query), cursor, limit: pageSize },
        signal,
      )
      this.#next = page.next
      const known = new Set(this.rows.map((row) => row.number))
      const fresh = page.items.filter((row) => !known.has(row.number))
      this.loading.set([...this.rows, ...fresh])
      return fresh.length
    })
    return came ?? 0
  }
}
