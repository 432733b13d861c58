import type { ReactiveControllerHost } from 'lit'
import type { ReportedPostJson } from '../../../server/moderation/json.ts'
import { get } from '../../api.ts'
import { reportCount } from '../../community.ts'
import { Loading } from '../../loading.ts'
import { catalog } from '../../translations/index.ts'

interface ReportedPage {
  items: ReportedPostJson[]
  next: string | null
  total: number
}

const pageSize = 50

/** The cases that wait for the team: loaded anew after each that was judged, and grown page by page. */
export class ReportedList {
  readonly loading: Loading<ReportedPage>

  constructor(host: ReactiveControllerHost) {
    this.loading = new Loading(host)
  }

  get cases(): ReportedPostJson[] {
    return this.loading.value?.items ?? []
  }

  async load(): Promise<void> {
    const asked = { limit: pageSize }
    const page = await this.loading.run((signal) => get<ReportedPage>('reports', asked, signal))
    if (page) reportCount.value = page.total
  }

  /** Appends the next page; answers how many cases came. */
  async grow(): Promise<number> {
    const before = this.loading.value
    if (!before?.next) return 0
    const page = await get<ReportedPage>('reports', { limit: pageSize, cursor: before.next })
    this.loading.set({ ...page, items: [...before.items, ...page.items] })
    return page.items.length
  }

  /** What was reported since, or judged by others, waits until it is asked for. */
  get label(): string | undefined {
    const { value, busy } = this.loading
    const { news } = catalog.value.words
    if (!value || busy || reportCount.value === null) return undefined
    const more = reportCount.value - value.total
    if (more > 0) return news.fresh(more)
    return more < 0 ? news.changes(-more) : undefined
  }
}
