import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { NotificationJson, NotificationPageJson } from '../../../server/notifications/json.ts'
import { pill, pillStyles } from '../../../widget/live/pill.ts'
import { readBy, rowOf, together } from '../../../widget/ui/told_together.ts'
import { get, put } from '../../api.ts'
import { community } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { countNews, unreadCount } from '../../news.ts'
import { bones, empty, failure, stateStyles } from '../../parts/states.ts'
import { hrefOf } from '../../router.ts'
import { pageFrame } from '../../styles/page_frame.ts'
import { entryStyles, wholeLinks } from '../../styles/rows.ts'
import { announce, tellProblem } from '../../toasts.ts'
import { notificationStyles } from './page-notifications.styles.ts'
import { toldRow } from './told.ts'

const pageSize = 50

/** What the person at the desk was told; what comes while they read waits until they ask for it. */
export class PageNotifications extends AdminElement {
  static override styles = sheets(
    stateStyles,
    pillStyles,
    pageFrame,
    entryStyles,
    wholeLinks,
    notificationStyles,
  )

  #page = new Loading<NotificationPageJson>(this)
  #reading = false

  constructor() {
    super()
    follow(this, community, unreadCount)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  #load = async (): Promise<void> => {
    const page = await this.#page.run((signal) =>
      get<NotificationPageJson>('me/notifications', { limit: pageSize }, signal),
    )
    if (page) unreadCount.value = page.unread
  }

  /** How many were told since this was read. What was read elsewhere meanwhile takes nothing away here. */
  get #fresh(): number {
    const { value } = this.#page
    return value ? Math.max(0, (unreadCount.value ?? 0) - value.unread) : 0
  }

  async #show(): Promise<void> {
    await this.#load()
    await this.updateComplete
    this.renderRoot.querySelector('.scroll')?.scrollTo(0, 0)
    this.renderRoot.querySelector<HTMLElement>('.entry a')?.focus()
  }

  async #grow(): Promise<void> {
    const before = this.#page.value
    if (!before?.next) return
    const page = await this.#page.run(async (signal) => {
      const query = { limit: pageSize, cursor: before.next }
      const more = await get<NotificationPageJson>('me/notifications', query, signal)
      return { ...more, unread: before.unread, items: [...before.items, ...more.items] }
    })
    if (!page) return
    await this.updateComplete
    announce(this.words.common.moreLoaded(page.items.length - before.items.length))
    // The first that came may be told in a line that was there before.
    const place = rowOf(together(page.items), page.items[before.items.length])
    this.renderRoot.querySelectorAll<HTMLElement>('.entry')[place]?.querySelector('a')?.focus()
  }

  /** All that is shown here, and nothing that came since. */
  async #readAll(): Promise<void> {
    const latest = this.#page.value?.items[0]
    if (!latest || this.#reading) return
    this.#reading = true
    try {
      await put('me/notifications/read', { upTo: latest.id })
      await this.#load()
      announce(this.words.news.allRead)
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('h1')?.focus()
    } catch (error) {
      tellProblem(error)
    } finally {
      this.#reading = false
    }
  }

  /** What was followed is read; the others wait on. */
  async #opened(told: NotificationJson[]): Promise<void> {
    if (told[0]!.read) return
    // A link that changed at once would lead elsewhere than where it was pressed.
    await new Promise(requestAnimationFrame)
    const { value } = this.#page
    if (!value) return
    const items = value.items.map((each) => (told.includes(each) ? { ...each, read: true } : each))
    this.#page.set({ ...value, items })
    try {
      await put('me/notifications/read', { only: readBy(told) })
      // Asked for: what was counted is no more than a hundred, and some of it may be gone.
      await countNews()
      const now = this.#page.value
      if (now) this.#page.set({ ...now, unread: unreadCount.value ?? 0 })
    } catch (error) {
      tellProblem(error)
    }
  }

  #content() {
    const { news, common } = this.words
    const { state, value, problem, busy } = this.#page
    if (state === 'failed' && !value) return failure(problem, () => void this.#load())
    if (!value) return bones(12, 44)
    if (value.items.length === 0)
      return empty(
        news.emptyHeading,
        news.emptyWords,
        html`<a class="button" href=${hrefOf('feedback')}>${this.words.shell.toFeedback}</a>`,
      )
    return html`<ul aria-label=${news.title} aria-busy=${busy}>
        ${repeat(
          together(value.items),
          ([one]) => one!.id,
          (told) => toldRow(told, () => void this.#opened(told)),
        )}
      </ul>
      ${value.next ? html`<div class="more"><button class="button" ?disabled=${busy} @click=${this.#grow}>${common.more}</button></div>` : nothing}`
  }

  override render() {
    const { news } = this.words
    const unread = this.#page.value?.unread ?? 0
    const fresh = this.#fresh
    return html`<header class="bar">
        <h1 tabindex="-1">${news.title}</h1>
        <span class="quiet small" role="status">${unread ? news.waiting(unread) : ''}</span><span class="space"></span>
        ${unread ? html`<button class="button" @click=${this.#readAll}>${news.markAll}</button>` : nothing}
      </header>
      ${pill(fresh ? news.fresh(fresh) : undefined, 'above', () => void this.#show())}
      <div class="scroll">
        ${this.#content()}
        ${this.#page.value ? html`<p class="more"><a class="button ghost" href=${hrefOf('account')}>${news.byMail}</a></p>` : nothing}
      </div>`
  }
}

define('page-notifications', PageNotifications)
