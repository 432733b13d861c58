import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { MemberRowJson } from '../../../server/members/json.ts'
import { avatarStyles } from '../../../widget/ui/avatar.ts'
import { changedMembers } from '../../changes.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { icon, iconSearch } from '../../parts/icons.ts'
import '../../parts/member-sheet/member-sheet.ts'
import { bones, failure, stateStyles } from '../../parts/states.ts'
import { go, hrefOf, place, refine } from '../../router.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { besideFrame, pageFrame } from '../../styles/page_frame.ts'
import { rowStyles, wholeLinks } from '../../styles/rows.ts'
import { announce, tellProblem } from '../../toasts.ts'
import { figure } from '../../translations/format.ts'
import { pageStyles } from '../feedback/page-feedback.styles.ts'
import { MemberList } from './member_list.ts'
import { membersStyles } from './page-members.styles.ts'
import { memberHeads, memberRow, noMembers } from './row.ts'

/** Who is here beside the team: found by name or e-mail, with all that is known of one of them beside the list. */
export class PageMembers extends AdminElement {
  static override properties = { cursor: { state: true } }
  static override styles = sheets(
    stateStyles,
    avatarStyles,
    besideFrame,
    pageFrame,
    rowStyles,
    wholeLinks,
    pageStyles,
    membersStyles,
  )

  /** The row that had the focus last, where Tab comes back to. */
  declare cursor: string | null

  readonly #list = new MemberList(this)
  #typing: ReturnType<typeof setTimeout> | undefined
  #following: ReturnType<typeof setTimeout> | undefined
  #stopChanges: (() => void) | undefined

  constructor() {
    super()
    this.cursor = null
    follow(this, place)
    new Shortcuts(this, () => this.#keys())
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#stopChanges = changedMembers.listen(() => this.#list.refresh(place.value.query))
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#stopChanges?.()
    clearTimeout(this.#typing)
    clearTimeout(this.#following)
  }

  protected override willUpdate(): void {
    if (this.#here) this.#list.show(place.value.query)
  }

  /** False on its way out, when the address is another page's already. */
  get #here(): boolean {
    return place.value.view === 'members'
  }

  /** Whose sheet stands open beside the list. */
  get #open(): string | null {
    return this.#here ? (place.value.rest[0] ?? null) : null
  }

  get #rows(): MemberRowJson[] {
    return this.#list.rows
  }

  #keys() {
    const { keys } = this.words.members
    const some = () => this.#rows.length > 0
    const move = (event: KeyboardEvent) => this.#move(event.key === 'j' ? 1 : -1)
    return [
      { key: 'j', also: ['k'], label: keys.move, foot: true, run: move, when: some },
      {
        key: '/',
        label: keys.search,
        foot: true,
        run: () => this.renderRoot.querySelector<HTMLInputElement>('#find')?.select(),
      },
      { key: 'Escape', label: keys.close, run: () => this.#show(null), when: () => this.#open !== null },
    ]
  }

  // Moving through the rows

  #show(id: string | null, replace = false): void {
    go(id === null ? 'members' : `members/${encodeURIComponent(id)}`, place.value.query, { replace })
  }

  get #at(): number {
    const focused = this.shadowRoot?.activeElement?.closest<HTMLElement>('[data-member]')
    const id = focused?.dataset.member ?? this.#open
    return this.#rows.findIndex((row) => row.id === id)
  }

  #onFocus(event: FocusEvent): void {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-member]')
    if (row) this.cursor = row.dataset.member ?? null
  }

  /** The arrows move between rows whether or not single-key shortcuts are on. */
  #onArrow(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    this.#move(step)
  }

  #move(step: number): void {
    const row = this.#rows[Math.min(this.#rows.length - 1, Math.max(0, this.#at + step))]
    if (!row) return
    const link = this.renderRoot.querySelector<HTMLElement>(`[data-member="${row.id}"] a`)
    link?.focus({ preventScroll: true })
    link?.closest('.row')?.scrollIntoView({ block: 'nearest' })
    if (this.#open === null || matchMedia('(max-width: 1000px)').matches) return
    // The open sheet follows, once the keys rest.
    clearTimeout(this.#following)
    this.#following = setTimeout(() => this.#show(row.id, true), 180)
  }

  // Searching and growing

  #onSearch(event: InputEvent): void {
    const words = (event.target as HTMLInputElement).value
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => refine({ q: words.trim() || null }, { replace: true }), 200)
  }

  #grow = async (): Promise<void> => {
    const before = this.#rows.length
    try {
      const came = await this.#list.grow(place.value.query)
      if (came === 0) return
      await this.updateComplete
      announce(this.words.common.moreLoaded(came))
      this.renderRoot.querySelectorAll<HTMLElement>('.row a')[before]?.focus()
    } catch (error) {
      tellProblem(error)
    }
  }

  // Drawing

  #table() {
    const { loading } = this.#list
    const rows = this.#rows
    if (loading.state === 'failed' && rows.length === 0)
      return failure(loading.problem, () => this.#list.refresh(place.value.query))
    if (loading.state === 'ready' && rows.length === 0) return noMembers()
    const waiting = loading.state === 'waiting'
    const stop = rows.find((row) => row.id === (this.cursor ?? this.#open)) ?? rows[0]
    const one = (row: MemberRowJson) => memberRow(row, row.id === this.#open, row === stop)
    return html`<div role="table" aria-label=${this.words.members.list} aria-busy=${waiting}>
      <div role="rowgroup" class="head-group">${memberHeads()}</div>
      <div role="rowgroup" @focusin=${this.#onFocus} @keydown=${this.#onArrow}>${waiting ? bones(14, 40) : repeat(rows, (row) => row.id, one)}</div>
    </div>
    ${this.#list.hasMore ? html`<div class="more"><button class="button" ?disabled=${this.#list.growing} @click=${this.#grow}>${this.words.common.more}</button></div>` : nothing}`
  }

  #bar() {
    const { members } = this.words
    const many = this.#list.hasMore ? `${figure(this.#rows.length)}+` : figure(this.#rows.length)
    return html`<header class="bar">
      <h1>${members.title}</h1>
      <span class="quiet clip" role="status">${this.#list.loading.state === 'ready' ? many : ''}</span>
      <span class="space"></span>
      <label class="find">
        ${icon(iconSearch, 'm')}<span class="unseen">${members.search}</span>
        <input class="input" id="find" type="search" maxlength="200" placeholder=${members.searchHint} .value=${place.value.query.get('q') ?? ''}
          @input=${this.#onSearch} />
      </label>
    </header>`
  }

  #kinds() {
    const { members } = this.words
    const q = place.value.query.get('q')
    const only = place.value.query.get('filter') === 'suspended'
    return html`<nav class="kinds" aria-label=${members.filter}><span class="segments">
      <a href=${hrefOf('members', { q })} aria-current=${only ? nothing : 'page'}>${members.all}</a>
      <a href=${hrefOf('members', { filter: 'suspended', q })} aria-current=${only ? 'page' : nothing}>${members.onlySuspended}</a>
    </span></nav>`
  }

  override render() {
    const open = this.#open
    return html`<section class="list ${open === null ? '' : 'opened'}" aria-label=${this.words.members.list}>
        ${this.#bar()} ${this.#kinds()}
        <div class="scroll">${this.#table()}</div>
      </section>
      ${open === null ? nothing : html`<member-sheet .member=${open} @close=${() => this.#show(null)}></member-sheet>`}`
  }
}

define('page-members', PageMembers)
