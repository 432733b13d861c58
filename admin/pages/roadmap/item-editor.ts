import { html, nothing, type PropertyValues } from 'lit'
import type { RoadmapItemJson } from '../../../server/roadmap/json.ts'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { Problem, patch, post, put, remove } from '../../api.ts'
import { define, sheets } from '../../element.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import { icon, iconGlobe, iconLock } from '../../parts/icons.ts'
import { finderStyles, ThreadFinder } from '../../parts/thread_finder.ts'
import { who } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { listed } from '../../translations/format.ts'
import { type Idea, ideaList, ideaListStyles } from './idea_list.ts'
import { fieldsOf, forgetItem, type ItemDraft, type ItemFields, itemDraft, keepItem } from './item_draft.ts'
import { itemFields } from './item_fields.ts'

/**
 * Makes and edits a roadmap item: name, summary, month, owner, and the ideas it gathers. Keeps what was typed on this
 * device until it is saved.
 * Properties `item` (none makes a new one), `stage`, `fixed`. Events `ended`, `publish`.
 */
export class ItemEditor extends ActDialog {
  static override properties = {
    item: { attribute: false },
    stage: {},
    fixed: { type: Boolean },
    ideas: { state: true },
    monthWrong: { state: true },
    stale: { state: true },
    draft: { state: true },
  }
  static override styles = sheets(actStyles, finderStyles, ideaListStyles)

  declare item: RoadmapItemJson | null
  declare stage: string
  declare fixed: boolean
  declare ideas: Idea[]
  declare monthWrong: boolean
  declare stale: boolean
  /** What was typed before, and lies over the item as it is. */
  declare draft: ItemDraft

  #finder: ThreadFinder | undefined

  constructor() {
    super()
    this.item = null
    this.stage = ''
    this.fixed = false
    this.ideas = []
    this.monthWrong = false
    this.stale = false
    this.draft = {}
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated || (changed.has('item') && changed.get('item')?.number !== this.item?.number))
      this.#open()
    const { roadmap } = this.words
    this.#finder ??= new ThreadFinder(this, {
      label: roadmap.addIdea,
      nothing: roadmap.addIdeaNothing,
      hint: roadmap.addIdeaHint,
      kind: () => 'idea',
      leaveOut: () => this.ideas.map((idea) => idea.number),
      onPick: (thread) => void this.#addIdea(thread),
    })
  }

  /** Words that were typed over an older revision would put back what somebody changed meanwhile: it is said first. */
  #open(): void {
    this.draft = this.fixed ? {} : itemDraft(this.item)
    this.ideas = this.item?.ideas ?? this.draft.ideas ?? []
    const { revision } = this.draft
    this.stale = this.item !== null && revision !== undefined && revision !== this.item.revision
  }

  get #before(): ItemFields {
    return fieldsOf(this.item, who().member.id)
  }

  #keep = (): void => {
    if (this.fixed) return
    const [title, summary, month, owner] = ['title', 'summary', 'month', 'owner'].map((id) => this.#typed(id))
    const now = { title, summary, month, owner } as ItemFields
    keepItem(this.item, { before: this.#before, now, ideas: this.ideas })
    this.draft = itemDraft(this.item)
  }

  #typed(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? ''
  }

  #value(id: string): string {
    return this.#typed(id).trim()
  }

  /** The month as the API takes it; undefined where it cannot be read. */
  #expectedOn(): string | null | undefined {
    const typed = this.#value('month')
    if (!typed) return null
    return /^\d{4}-(0[1-9]|1[0-2])$/.test(typed) ? `${typed}-01` : undefined
  }

  #submit = (): void => {
    if (this.fixed) {
      this.close()
      return
    }
    const title = this.#value('title')
    const expectedOn = this.#expectedOn()
    this.monthWrong = expectedOn === undefined
    if (this.monthWrong) this.renderRoot.querySelector<HTMLElement>('#month')?.focus()
    if (expectedOn === undefined || title.length < 2) return
    void this.perform(() => this.#save({ title, summary: this.#value('summary'), expectedOn }))
  }

  async #save(fields: { title: string; summary: string; expectedOn: string | null }): Promise<void> {
    const owner = this.#value('owner') || null
    const { roadmap } = this.words
    if (this.item) {
      await this.#patch(this.item, { ...fields, owner })
      forgetItem(this.item)
      return tell(roadmap.savedItem(fields.title))
    }
    const threads = this.ideas.map((idea) => idea.number)
    const made = await post<RoadmapItemJson>('roadmap/items', {
      title: fields.title,
      ...(fields.summary ? { summary: fields.summary } : {}),
      ...(fields.expectedOn ? { expectedOn: fields.expectedOn } : {}),
      stage: this.#value('stage'),
      threads,
    })
    if (owner && owner !== made.owner?.id)
      await patch(`roadmap/items/${made.number}`, { owner }, made.revision)
    forgetItem(null)
    tell(roadmap.created(fields.title))
  }

  protected override explained(problem: Problem): string {
    if (problem.code !== 'conflict') return super.explained(problem)
    const numbers = problem.fields.flatMap((field) => /\d+/.exec(field.message) ?? [])
    return this.words.acts.promoteTaken(listed(numbers.map((number) => `#${number}`)))
  }

  async #patch(item: RoadmapItemJson, fields: object): Promise<void> {
    try {
      await patch(`roadmap/items/${item.number}`, fields, item.revision)
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'stale_revision') throw error
      // One's own words stay in the fields; the next save is made against the newer revision.
      this.stale = true
      this.dispatchEvent(new CustomEvent('stale'))
      throw error
    }
  }

  async #addIdea(thread: ThreadRowJson): Promise<void> {
    this.renderRoot.querySelector<HTMLElement>('.finder input')?.focus()
    const idea = { number: thread.number, title: thread.title, votes: thread.votes }
    if (!this.item) {
      this.ideas = [...this.ideas, idea]
      return this.#keep()
    }
    await this.#change(() =>
      put<RoadmapItemJson>(`roadmap/items/${this.item?.number}/ideas/${thread.number}`),
    )
  }

  async #removeIdea(idea: Idea): Promise<void> {
    if (!this.item) {
      this.ideas = this.ideas.filter((one) => one.number !== idea.number)
      return this.#keep()
    }
    await this.#change(() =>
      remove<RoadmapItemJson>(`roadmap/items/${this.item?.number}/ideas/${idea.number}`),
    )
  }

  async #change(act: () => Promise<RoadmapItemJson>): Promise<void> {
    try {
      const item = await act()
      this.ideas = item.ideas
      this.dispatchEvent(new CustomEvent('changed', { detail: item }))
    } catch (error) {
      await this.perform(() => Promise.reject(error))
    }
  }

  #ideas() {
    const people = this.item?.people ?? null
    const remove = this.fixed ? null : (idea: Idea) => void this.#removeIdea(idea)
    return ideaList(this.ideas, {
      people,
      remove,
      leave: () => this.close(),
      finder: this.fixed ? null : this.#finder,
    })
  }

  #publication() {
    const { roadmap } = this.words
    if (!this.item || this.fixed) return nothing
    const publish = () => this.dispatchEvent(new CustomEvent('publish'))
    return html`<button slot="footer" class="button large" @click=${publish}>
      ${icon(this.item.publishedAt ? iconLock : iconGlobe, 'm')}${this.item.publishedAt ? roadmap.unpublish : roadmap.publish}
    </button>`
  }

  /** That what stands in the fields is not the item as it is saved, with the way back to that. */
  #kept() {
    const { common } = this.words
    if (Object.keys(this.draft).length === 0) return nothing
    return html`<p class="hint" role="status">${common.draftKept} <button type="button" class="link" @click=${this.#discard}>${common.discardDraft}</button></p>`
  }

  #discard = (): void => {
    forgetItem(this.item)
    this.#open()
    this.renderRoot.querySelector<HTMLElement>('#title')?.focus()
  }

  override render() {
    const { roadmap, common } = this.words
    const { item } = this
    const heading = item ? roadmap.itemTitle(item.number) : roadmap.newTitle
    return html`<admin-dialog heading=${heading} .submit=${this.#submit} @closed=${this.ended}>
      ${item ? html`<span slot="chips" class="chip">${icon(item.publishedAt ? iconGlobe : iconLock, 's')}${item.publishedAt ? roadmap.isPublished : roadmap.isPrivate}</span>` : nothing}
      <div class="form" @input=${this.#keep}>${this.stale ? html`<p class="wrong" role="alert">${roadmap.stale}</p>` : nothing} ${itemFields(this, { ...this.#before, ...this.draft })} ${this.#ideas()} ${this.#kept()}</div>
      ${this.#publication()} ${this.fixed ? nothing : this.foot(item ? common.save : roadmap.create, this.#submit)}
    </admin-dialog>`
  }
}

define('item-editor', ItemEditor)
