import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { MemberRowJson } from '../../../server/members/json.ts'
import { avatarStyles } from '../../../widget/ui/avatar.ts'
import { changedMembers } from '../../changes.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { ListSearch } from '../../parts/list_search.ts'
import '../../parts/member-sheet/member-sheet.ts'
import { RowWalk } from '../../parts/row_walk.ts'
import { bones, failure, stateStyles } from '../../parts/states.ts'
import { go, hrefOf, place } from '../../router.ts'
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

  readonly #list = new MemberList(this)
  readonly #search = new ListSearch(this)
  readonly #walk = new RowWalk<MemberRowJson>(this, {
    attribute: 'data-member',
    rows: () => this.#rows,
    nameOf: (row) => row.id,
    open: () => this.#open,
    follow: (row) => this.#show(row.id, true),
  })
  #stopChanges: (() => void) | undefined

  constructor() {
    super()
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
    const move = (event: KeyboardEvent) => this.#walk.move(event.key === 'j' ? 1 : -1)
    return [
      { key: 'j', also: ['k'], label: keys.move, foot: true, run: move, when: some },
      { key: '/', label: keys.search, foot: true, run: this.#search.focus },
      { key: 'Escape', label: keys.close, run: () => this.#show(null), when: () => this.#open !== null },
    ]
  }

  #show(id: string | null, replace = false): void {
    go(id === null ? 'members' : `members/${encodeURIComponent(id)}`, place.value.query, { replace })
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
    const { stop } = this.#walk
    const one = (row: MemberRowJson) => memberRow(row, row.id === this.#open, row === stop)
    return html`<div role="table" aria-label=${this.words.members.list} aria-busy=${waiting}>
      <div role="rowgroup" class="head-group">${memberHeads()}</div>
      <div role="rowgroup" @focusin=${this.#walk.focused} @keydown=${this.#walk.pressed}>${waiting ? bones(14, 40) : repeat(rows, (row) => row.id, one)}</div>
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
      ${this.#search.draw(members.search, members.searchHint)}
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
