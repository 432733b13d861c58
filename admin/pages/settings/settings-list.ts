import { html, nothing, type PropertyValues } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type Sortable from 'sortablejs'
import type { BoardJson, StatusJson } from '../../../server/boards/json.ts'
import type { SegmentJson } from '../../../server/segments/json.ts'
import { statusGlyph, statusPillStyles } from '../../../widget/ui/status_pill.ts'
import { type Problem, remove } from '../../api.ts'
import { boardOf, community, reload } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { deepFocus } from '../../parts/admin-dialog/admin-dialog.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import {
  icon,
  iconArchive,
  iconArrowDown,
  iconArrowUp,
  iconBin,
  iconGrip,
  iconPen,
  iconPlus,
} from '../../parts/icons.ts'
import { empty, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { announce, tell, tellProblem } from '../../toasts.ts'
import { listed } from '../../translations/format.ts'
import { named } from '../../translations/index.ts'
import './list-editor.ts'
import { type Listed, type ListKind, listWords } from './list-editor.ts'
import { saveOrder } from './order_saver.ts'
import { dragRows } from './row_drag.ts'
import { readersOf } from './segments/readers.ts'
import './settings-archive.ts'
import { settingsStyles } from './settings.styles.ts'
import { loadSettings, siteSettings } from './site_settings.ts'

/**
 * Boards, segments, tags, statuses or stages: made, renamed in three languages, ordered by drag or by buttons, retired.
 * Property `kind`.
 */
export class SettingsList extends AdminElement {
  static override properties = { kind: {}, editing: { state: true }, deleting: { state: true } }
  static override styles = sheets(stateStyles, statusPillStyles, settingsStyles)

  declare kind: ListKind
  declare editing: Listed | 'new' | null
  declare deleting: Listed | null

  #sortable: Sortable | undefined
  /** Where the row stood that was taken away last. */
  #place = 0

  constructor() {
    super()
    this.editing = null
    this.deleting = null
    follow(this, community, siteSettings)
    if (!siteSettings.value) loadSettings().catch(tellProblem)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#sortable?.destroy()
    this.#sortable = undefined
  }

  protected override updated(_changed: PropertyValues): void {
    const rows = this.renderRoot.querySelector<HTMLElement>('.rows')
    if (!rows || !may('administer') || this.#sortable?.el === rows) return
    this.#sortable?.destroy()
    this.#sortable = dragRows(rows, (from, to) => this.#move(from, to))
  }

  get #items(): Listed[] {
    return community.value[this.kind]
  }

  #move(from: number, to: number): void {
    const items = [...this.#items]
    const [item] = items.splice(from, 1)
    if (!item || to < 0 || to > items.length) return
    items.splice(to, 0, item)
    community.value = { ...community.value, [this.kind]: items }
    announce(this.words.settings.moved(named(item), to + 1))
    saveOrder(this.kind)
  }

  async #step(index: number, step: number, event: Event): Promise<void> {
    const slug = this.#items[index]?.slug
    const up = (event.currentTarget as HTMLElement).dataset.step
    this.#move(index, index + step)
    await this.updateComplete
    // The button went along with its row, or is disabled at the end; the other one then takes the focus.
    const buttons = [
      ...this.renderRoot.querySelectorAll<HTMLButtonElement>(`[data-slug="${slug}"] [data-step]`),
    ]
    const wanted = buttons.find((button) => button.dataset.step === up && !button.disabled)
    ;(wanted ?? buttons.find((button) => !button.disabled))?.focus()
  }

  #delete = async (): Promise<void> => {
    const item = this.deleting
    if (!item) return
    const { settings } = this.words
    this.#place = this.#items.indexOf(item)
    await remove(`${this.kind}/${item.slug}`)
    tell(this.kind === 'boards' ? settings.archived(named(item)) : settings.deleted(named(item)))
    await reload(this.kind)
  }

  #explain = (problem: Problem): string | undefined => {
    const { settings, segments } = this.words
    if (this.kind === 'segments' && problem.code === 'in_use') {
      const boards = this.#boardsOf(this.deleting as SegmentJson)
      return boards ? segments.inUse(boards) : segments.inUseArchived
    }
    return problem.code === 'in_use' ? settings.inUse : undefined
  }

  /** The button that took a row away went with it: the row in its place has the focus, or the way to make the first. */
  async #deleted(): Promise<void> {
    this.deleting = null
    await this.updateComplete
    if (deepFocus() !== document.body) return
    const edits = this.renderRoot.querySelectorAll<HTMLElement>('[data-edit]')
    const add = this.renderRoot.querySelector<HTMLElement>('.lead button')
    ;(edits[Math.min(this.#place, edits.length - 1)] ?? add)?.focus()
  }

  /** The row of a board that came back takes the focus, since the button that brought it is gone. */
  async #focusRow({ detail: slug }: CustomEvent<string>): Promise<void> {
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>(`[data-slug="${slug}"] [data-edit]`)?.focus()
  }

  // Drawing

  /** The boards that a segment alone may read, by name. */
  #boardsOf(segment: SegmentJson): string {
    return listed(segment.boards.map((slug) => (boardOf(slug) ? named(boardOf(slug)!) : slug)))
  }

  #aboutSegment(segment: SegmentJson): string {
    const { segments } = this.words
    const boards = this.#boardsOf(segment)
    return [segments.sentence(segment.rule), ...(boards ? [segments.reads(boards)] : [])].join(' · ')
  }

  #about(item: Listed): string {
    const { settings, common } = this.words
    if (this.kind === 'boards') {
      const board = item as BoardJson
      const kinds = board.kinds.map((kind) => common.kinds[kind]).join(', ')
      return [kinds, readersOf(board), settings.boardThreads(board.threads)].join(' · ')
    }
    if (this.kind === 'segments') return this.#aboutSegment(item as SegmentJson)
    const other = Object.entries(item.names)
      .filter(([, name]) => name !== named(item))
      .map(([, name]) => name)
    if (this.kind === 'tags') return other.join(' · ')
    return [common.categories[(item as StatusJson).category], ...other].join(' · ')
  }

  #buttons(item: Listed, index: number) {
    const { settings } = this.words
    const name = named(item)
    const last = index === this.#items.length - 1
    return html`<button class="button ghost icon" data-step="up" ?disabled=${index === 0} aria-label=${settings.moveUp(name)}
        @click=${(event: Event) => this.#step(index, -1, event)}>${icon(iconArrowUp, 'm')}</button>
      <button class="button ghost icon" data-step="down" ?disabled=${last} aria-label=${settings.moveDown(name)}
        @click=${(event: Event) => this.#step(index, 1, event)}>${icon(iconArrowDown, 'm')}</button>
      <button class="button ghost icon" data-edit aria-label=${settings.editOne(name)} @click=${() => {
        this.editing = item
      }}>${icon(iconPen, 'm')}</button>
      <button class="button ghost icon" aria-label=${this.kind === 'boards' ? settings.archiveOne(name) : settings.deleteOne(name)} @click=${() => {
        this.deleting = item
      }}>${icon(this.kind === 'boards' ? iconArchive : iconBin, 'm')}</button>`
  }

  #row(item: Listed, index: number) {
    const fixed = !may('administer')
    const category = 'category' in item ? (item as StatusJson).category : undefined
    return html`<li data-slug=${item.slug}>
      ${fixed ? nothing : html`<span class="grip" aria-hidden="true">${icon(iconGrip)}</span>`}
      ${category ? statusGlyph(category) : nothing}
      <span class="name"><span class="medium clip">${named(item)}</span><span class="others">${this.#about(item)}</span></span>
      ${fixed ? nothing : this.#buttons(item, index)}
    </li>`
  }

  #dialogs() {
    const list = listWords(this.words, this.kind)
    const edited = () => {
      this.editing = null
    }
    return html`${this.editing ? html`<list-editor kind=${this.kind} .item=${this.editing === 'new' ? null : this.editing} @ended=${edited}></list-editor>` : nothing}
      ${
        this.deleting
          ? html`<confirm-dialog heading=${list.deleting(named(this.deleting))} text=${list.deleteWords} verb=${list.deleteAct} danger
            .act=${this.#delete} .explain=${this.#explain} @ended=${this.#deleted}></confirm-dialog>`
          : nothing
      }`
  }

  #add(words: string) {
    if (!may('administer')) return nothing
    return html`<button class="button primary" @click=${() => {
      this.editing = 'new'
    }}>${icon(iconPlus, 'm')}${words}</button>`
  }

  override render() {
    const { settings } = this.words
    const list = listWords(this.words, this.kind)
    return html`<div class="lead">
        <div><h2>${settings.pages[this.kind]}</h2><p>${list.words}</p></div>
        <span class="space"></span>
        ${this.#add(list.add)}
      </div>
      ${
        this.#items.length === 0
          ? empty(list.emptyHeading, list.emptyWords)
          : html`<ul class="rows">
            ${repeat(
              this.#items as Listed[],
              (item) => item.slug,
              (item, index) => this.#row(item, index),
            )}
          </ul>`
      }
      ${this.kind === 'boards' && may('administer') ? html`<settings-archive @restored=${this.#focusRow}></settings-archive>` : nothing}
      ${this.#dialogs()}`
  }
}

define('settings-list', SettingsList)
