import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AuditEntryJson } from '../../../server/audit/json.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { get } from '../../api.ts'
import { community } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { icon, iconSearch } from '../../parts/icons.ts'
import { bones, empty, failure, stateStyles } from '../../parts/states.ts'
import { hrefOf, place, refine } from '../../router.ts'
import { Shortcuts } from '../../shortcuts.ts'
import { pageFrame } from '../../styles/page_frame.ts'
import { entryStyles, wholeLinks } from '../../styles/rows.ts'
import { announce } from '../../toasts.ts'
import { ago } from '../../translations/format.ts'
import { intlTag } from '../../translations/index.ts'
import { auditStyles } from './page-audit.styles.ts'
import { addressOf, reasonOf, sentence } from './sentence.ts'

interface AuditPage {
  items: AuditEntryJson[]
  next: string | null
}

/** A search through the log stops after so many pages, and says so by offering to go on. */
const searchPages = 10
const enough = 25

/** Who did what, when and why; by person, by act, by words. */
export class PageAudit extends AdminElement {
  static override styles = sheets(stateStyles, pageFrame, entryStyles, wholeLinks, auditStyles)

  #page = new Loading<AuditPage>(this)
  #shownFor = ''
  #typing: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    follow(this, place, community)
    new Shortcuts(this, () => [
      { key: '/', label: this.words.feedback.keys.search, foot: true, run: () => this.#find?.select() },
    ])
  }

  get #find(): HTMLInputElement | null {
    return this.renderRoot.querySelector('#find')
  }

  protected override willUpdate(): void {
    const { query } = place.value
    const key = ['who', 'what', 'q'].map((name) => query.get(name) ?? '').join('|')
    if (key === this.#shownFor) return
    this.#shownFor = key
    this.#page.clear()
    this.#load()
  }

  #load = (): void => {
    void this.#page.run((signal) => this.#search({ items: [], next: null }, signal))
  }

  /** The next entries that fit, page after page where words are sought. */
  async #search(from: AuditPage, signal: AbortSignal): Promise<AuditPage> {
    const { query } = place.value
    const words = query.get('q') ?? ''
    const found = { items: [...from.items], next: from.next }
    const wanted = found.items.length + enough
    for (let pages = 0; pages < (words ? searchPages : 1) && found.items.length < wanted; pages += 1) {
      const filters = { actor: query.get('who'), action: query.get('what'), cursor: found.next }
      const page = await get<AuditPage>('audit', { ...filters, limit: words ? 100 : 50 }, signal)
      found.items.push(...page.items.filter((entry) => this.#fits(entry, words)))
      found.next = page.next
      if (!found.next) break
    }
    return found
  }

  #fits(entry: AuditEntryJson, words: string): boolean {
    const said =
      `${entry.actor?.name ?? ''} ${sentence(entry)} ${reasonOf(entry)} ${entry.action}`.toLocaleLowerCase()
    return words
      .toLocaleLowerCase()
      .split(/\s+/)
      .every((word) => said.includes(word))
  }

  async #grow(): Promise<void> {
    const before = this.#page.value
    if (!before) return
    const page = await this.#page.run((signal) => this.#search(before, signal))
    const came = (page?.items.length ?? 0) - before.items.length
    await this.updateComplete
    announce(this.words.common.moreLoaded(came))
    this.renderRoot.querySelectorAll<HTMLElement>('.entry a')[before.items.length]?.focus()
  }

  #onSearch(event: InputEvent): void {
    const q = (event.target as HTMLInputElement).value.trim() || null
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => refine({ q }, { replace: true }), 300)
  }

  #filter(name: 'who' | 'what', event: Event): void {
    refine({ [name]: (event.target as HTMLSelectElement).value || null })
  }

  #bar() {
    const { audit, common } = this.words
    const { query } = place.value
    return html`<header class="bar">
      <h1>${audit.title}</h1>
      <span class="space"></span>
      <select class="input" aria-label=${audit.who} @change=${(event: Event) => this.#filter('who', event)}>
        <option value="">${common.labelled(audit.who, audit.anyone)}</option>
        ${community.value.staff.map((one) => html`<option value=${one.id} ?selected=${query.get('who') === one.id}>${one.name}</option>`)}
      </select>
      <select class="input" aria-label=${audit.what} @change=${(event: Event) => this.#filter('what', event)}>
        <option value="">${common.labelled(audit.what, audit.anything)}</option>
        ${Object.entries(audit.names).map(([action, name]) => html`<option value=${action} ?selected=${query.get('what') === action}>${name}</option>`)}
      </select>
      <label class="find">${icon(iconSearch, 'm')}<span class="unseen">${audit.search}</span>
        <input class="input" id="find" type="search" placeholder=${audit.searchHint} .value=${query.get('q') ?? ''} @input=${this.#onSearch} /></label>
    </header>`
  }

  #entry(entry: AuditEntryJson) {
    const { audit } = this.words
    const address = addressOf(entry)
    const words = sentence(entry)
    const reason = reasonOf(entry)
    return html`<li class="entry">
      <span class="when">${timeTag(entry.createdAt, intlTag(), ago(entry.createdAt))}</span>
      <p><b class="medium">${entry.actor?.name ?? (entry.action === 'members.leave' ? audit.someone : audit.operator)}</b> ${address ? html`<a href=${address}>${words}</a>` : words}
        ${reason ? html`<span class="reason" dir="auto">${reason}</span>` : nothing}</p>
    </li>`
  }

  #list() {
    const { audit, common } = this.words
    const { state, value, problem, busy } = this.#page
    if (state === 'failed' && !value) return failure(problem, this.#load)
    if (!value) return bones(12, 44)
    if (value.items.length === 0 && !value.next) return this.#empty()
    return html`<ul class="entries" aria-label=${audit.list} aria-busy=${busy}>
        ${repeat(
          value.items,
          (entry) => entry.id,
          (entry) => this.#entry(entry),
        )}
      </ul>
      ${value.next ? html`<div class="more"><button class="button" ?disabled=${busy} @click=${this.#grow}>${busy ? audit.searching : common.more}</button></div>` : nothing}`
  }

  #empty() {
    const { audit } = this.words
    const narrowed = ['who', 'what', 'q'].some((name) => place.value.query.has(name))
    if (!narrowed) return empty(audit.emptyHeading, audit.emptyWords)
    return empty(
      audit.noneHeading,
      audit.noneWords,
      html`<a class="button" href=${hrefOf('audit')}>${audit.clear}</a>`,
    )
  }

  override render() {
    return html`${this.#bar()}
      <div class="scroll">${this.#list()}</div>`
  }
}

define('page-audit', PageAudit)
