import type { ReactiveControllerHost } from 'lit'
import type { MemberRowJson } from '../../../server/members/json.ts'
import { get } from '../../api.ts'
import { Loading } from '../../loading.ts'

const pageSize = 50

interface MemberPage {
  items: MemberRowJson[]
  next: string | null
}

/** What the address asks for, as the API's filters. */
function filtersOf(query: URLSearchParams): Record<string, string | null> {
  return { filter: query.get('filter') === 'suspended' ? 'suspended' : 'customers', q: query.get('q') }
}

/** The rows of the list: loaded by filter, grown page by page, read again quietly after an act. */
export class MemberList {
  readonly loading: Loading<MemberPage>
  readonly #more: Loading<number>
  #shownFor = ''

  constructor(host: ReactiveControllerHost) {
    this.loading = new Loading(host)
    this.#more = new Loading(host)
  }

  get rows(): MemberRowJson[] {
    return this.loading.value?.items ?? []
  }

  get hasMore(): boolean {
    return Boolean(this.loading.value?.next)
  }

  get growing(): boolean {
    return this.#more.busy
  }

  /** Loads what the query asks for, if it is not what is shown. Skeletons only where the filters changed. */
  show(query: URLSearchParams): void {
    const key = JSON.stringify(filtersOf(query))
    if (key === this.#shownFor) return
    this.#shownFor = key
    this.loading.clear()
    void this.#load(query, pageSize)
  }

  /** Loads the same rows again, as many as one answer can hold. */
  refresh(query: URLSearchParams): void {
    void this.#load(query, Math.min(100, Math.max(pageSize, this.rows.length)))
  }

  async #load(query: URLSearchParams, limit: number): Promise<void> {
    await this.loading.run((signal) => get<MemberPage>('members', { ...filtersOf(query), limit }, signal))
  }

  /** Appends the next page; answers how many rows came, and throws the problem where none could. */
  async grow(query: URLSearchParams): Promise<number> {
    const before = this.loading.value
    if (!before?.next || this.growing) return 0
    const came = await this.#more.run(async (signal) => {
      const asked = { ...filtersOf(query), cursor: before.next, limit: pageSize }
      const page = await get<MemberPage>('members', asked, signal)
      // Other filters, or an act, may have put other rows in their place meanwhile.
      if (this.loading.value !== before) return 0
      this.loading.set({ ...page, items: [...before.items, ...page.items] })
      return page.items.length
    })
    if (came === undefined && this.#more.problem) throw this.#more.problem
    return came ?? 0
  }
}
