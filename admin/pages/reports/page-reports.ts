import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { ReportedPostJson, UndoJson } from '../../../server/moderation/json.ts'
import { pill, pillStyles } from '../../../widget/live/pill.ts'
import { avatarStyles } from '../../../widget/ui/avatar.ts'
import { postBodyStyles } from '../../../widget/ui/post_body.ts'
import { put } from '../../api.ts'
import { changedThreads, threadsChanged } from '../../changes.ts'
import { countReports, reportCount } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { authorNameStyles } from '../../parts/author_name.ts'
import '../../parts/ruling-dialog/ruling-dialog.ts'
import { empty, failure, stateStyles } from '../../parts/states.ts'
import '../../parts/thread-pane/thread-pane.ts'
import { go, hrefOf, place } from '../../router.ts'
import { may } from '../../session.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { besideFrame, pageFrame } from '../../styles/page_frame.ts'
import { announce, offerUndo, tellProblem } from '../../toasts.ts'
import { type CaseActs, caseBlock } from './case.ts'
import { reportKeys } from './keys.ts'
import { reportsStyles } from './page-reports.styles.ts'
import { ReportedList } from './reported_list.ts'

/** What members reported: one case per post, judged here or with its thread open beside it. */
export class PageReports extends AdminElement {
  static override properties = { hiding: { state: true } }
  static override styles = sheets(
    stateStyles,
    avatarStyles,
    authorNameStyles,
    postBodyStyles,
    pillStyles,
    besideFrame,
    pageFrame,
    reportsStyles,
  )

  declare hiding: ReportedPostJson | null

  readonly #list = new ReportedList(this)
  readonly #acts: CaseActs = { hide: (post) => this.#hide(post), dismiss: (post) => void this.#dismiss(post) }
  #stopChanges: (() => void) | undefined
  // Where the focus goes when the case at hand has been judged.
  #focusAt = -1

  constructor() {
    super()
    this.hiding = null
    follow(this, place, reportCount)
    new Shortcuts(this, () =>
      may('moderate')
        ? reportKeys({ ...this.#acts, at: () => this.#at, move: (step) => this.#move(step) })
        : [],
    )
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
    this.#stopChanges = changedThreads.listen(() => void this.#load())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopChanges?.()
  }

  get #at(): ReportedPostJson | undefined {
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-post]')?.dataset.post
    const wanted = focused ?? place.value.query.get('post')
    return this.#list.cases.find((one) => one.post === wanted) ?? this.#list.cases[0]
  }

  #load = async (): Promise<void> => {
    if (!may('moderate')) return
    await this.#list.load()
    await this.updateComplete
    this.#focusNext()
  }

  async #showNew(): Promise<void> {
    const known = new Set(this.#list.cases.map((one) => one.post))
    await this.#load()
    await this.updateComplete
    const first = this.#list.cases.findIndex((one) => !known.has(one.post))
    if (this.#list.cases.length > 0) this.#focusCase(Math.max(0, first))
    else this.renderRoot.querySelector<HTMLElement>('h1')?.focus()
    announce(this.words.news.upToDate)
  }

  async #grow(): Promise<void> {
    try {
      announce(this.words.common.moreLoaded(await this.#list.grow()))
    } catch (error) {
      tellProblem(error)
    }
  }

  // Moving

  #focusCase(index: number): void {
    const cases = this.renderRoot.querySelectorAll<HTMLElement>('.case')
    const target = cases[Math.min(Math.max(index, 0), cases.length - 1)]
    target?.focus({ preventScroll: true })
    target?.scrollIntoView({ block: 'nearest' })
  }

  #move(step: number): void {
    const focused = this.shadowRoot?.activeElement?.closest('[data-post]')
    const at = this.#at ? this.#list.cases.indexOf(this.#at) : 0
    this.#focusCase(focused ? at + step : at)
  }

  #focusNext(): void {
    if (this.#focusAt < 0) return
    const index = this.#focusAt
    this.#focusAt = -1
    if (this.#list.cases.length > 0) this.#focusCase(index)
    else this.renderRoot.querySelector<HTMLElement>('h1')?.focus()
  }

  // Judging

  #hide(post: ReportedPostJson): void {
    if (!post.hidden) this.hiding = post
  }

  async #dismiss(post: ReportedPostJson): Promise<void> {
    this.#focusAt = this.#list.cases.indexOf(post)
    try {
      const { undo } = await put<{ undo: UndoJson | null }>(`posts/${post.post}/dismissal`)
      const after = () => {
        threadsChanged(post.thread.number)
        void countReports()
      }
      after()
      offerUndo(this.words.reports.fineDone(post.reports.length), undo ? [undo] : [], after)
    } catch (error) {
      this.#focusAt = -1
      tellProblem(error)
    }
  }

  #ended(event: CustomEvent<{ done: boolean }>): void {
    if (event.detail.done && this.hiding) this.#focusAt = this.#list.cases.indexOf(this.hiding)
    this.hiding = null
  }

  #dialog() {
    if (!this.hiding) return nothing
    const { post, kind, author, body, revision, thread, reports } = this.hiding
    const judged = { id: post, kind, author, body, revision }
    return html`<ruling-dialog .post=${judged} .thread=${thread} .reports=${reports.length} @ended=${this.#ended}></ruling-dialog>`
  }

  // Drawing

  #content() {
    const { reports } = this.words
    if (!may('moderate')) return empty(reports.moderatorsOnly, reports.moderatorsOnlyWords)
    const { state, problem, value } = this.#list.loading
    if (state === 'failed' && !value) return failure(problem, () => void this.#load())
    if (!value)
      return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
    if (value.items.length === 0) {
      return empty(
        reports.emptyHeading,
        reports.emptyWords,
        html`<a class="button" href=${hrefOf('settings/rules')}>${reports.emptyStep}</a>`,
      )
    }
    const aimed = place.value.query.get('post')
    return html`<div class="cases">
        ${repeat(
          value.items,
          (post) => post.post,
          (post) => caseBlock(post, post.post === aimed, this.#acts),
        )}
      </div>
      ${value.next ? html`<button class="button more" @click=${this.#grow}>${this.words.common.more}</button>` : nothing}`
  }

  override render() {
    const { reports } = this.words
    const thread = Number(place.value.rest[0]) || null
    const total = this.#list.loading.value?.total
    return html`<section class="list ${thread ? 'opened' : ''}" aria-label=${reports.list}>
        <header class="bar"><h1 tabindex="-1">${reports.title}</h1><span class="quiet">${total ? reports.waiting(total) : ''}</span></header>
        ${pill(this.#list.label, 'above', () => void this.#showNew())}
        <div class="scroll">${this.#content()}</div>
      </section>
      ${thread ? html`<thread-pane .number=${thread} @close=${() => go('reports')}></thread-pane>` : nothing} ${this.#dialog()}`
  }
}

define('page-reports', PageReports)
