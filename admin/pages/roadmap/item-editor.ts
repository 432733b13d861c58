import { html, nothing, type PropertyValues } from 'lit'
import type { RoadmapItemJson } from '../../../server/roadmap/json.ts'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { Problem, patch, post, put, remove } from '../../api.ts'
import { community } from '../../community.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { define, sheets } from '../../element.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import { icon, iconGlobe, iconLock } from '../../parts/icons.ts'
import { finderStyles, ThreadFinder } from '../../parts/thread_finder.ts'
import { who } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { listed } from '../../translations/format.ts'
import { named } from '../../translations/index.ts'
import { type Idea, ideaList, ideaListStyles } from './idea_list.ts'

/**
 * Makes and edits a roadmap item: name, summary, month, owner, and the ideas it gathers.
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
  }
  static override styles = sheets(actStyles, finderStyles, ideaListStyles)

  declare item: RoadmapItemJson | null
  declare stage: string
  declare fixed: boolean
  declare ideas: Idea[]
  declare monthWrong: boolean
  declare stale: boolean

  #finder: ThreadFinder | undefined

  constructor() {
    super()
    this.item = null
    this.stage = ''
    this.fixed = false
    this.ideas = []
    this.monthWrong = false
    this.stale = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('item') && changed.get('item')?.number !== this.item?.number)
      this.ideas = this.item?.ideas ?? []
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

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
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
    keepDraft('item-new', '')
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
      return
    }
    await this.#change(() =>
      put<RoadmapItemJson>(`roadmap/items/${this.item?.number}/ideas/${thread.number}`),
    )
  }

  async #removeIdea(idea: Idea): Promise<void> {
    if (!this.item) {
      this.ideas = this.ideas.filter((one) => one.number !== idea.number)
      return
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

  #stageField() {
    const { roadmap } = this.words
    if (this.item) return nothing
    return html`<label class="field"><span class="label">${roadmap.stage}</span>
      <select class="input" id="stage">
        ${community.value.stages.map((stage) => html`<option value=${stage.slug} ?selected=${stage.slug === this.stage}>${named(stage)}</option>`)}
      </select></label>`
  }

  #fields() {
    const { roadmap, common } = this.words
    const { item, fixed } = this
    const owner = item ? item.owner?.id : who().member.id
    return html`<label class="field"><span class="label">${roadmap.name}</span>
        <input class="input" id="title" maxlength="140" dir="auto" placeholder=${roadmap.nameHint} ?readonly=${fixed}
          .value=${item?.title ?? draftOf('item-new')} @input=${this.#onTitle} /></label>
      <label class="field"><span class="label">${roadmap.summary}</span>
        <textarea class="input" id="summary" maxlength="2000" dir="auto" ?readonly=${fixed} .value=${item?.summary ?? ''}></textarea>
        <span class="hint">${roadmap.summaryHint}</span></label>
      <div class="two">
        ${this.#stageField()}
        <label class="field"><span class="label">${roadmap.owner}</span>
          <select class="input" id="owner" ?disabled=${fixed}>
            <option value="">${common.nobody}</option>
            ${community.value.staff.map((one) => html`<option value=${one.id} ?selected=${one.id === owner}>${one.name}</option>`)}
          </select></label>
        <label class="field"><span class="label">${roadmap.expected}</span>
          <input class="input" id="month" type="month" ?readonly=${fixed} .value=${item?.expectedOn?.slice(0, 7) ?? ''}
            aria-invalid=${this.monthWrong ? 'true' : nothing} aria-describedby="month-hint" />
          <span class=${this.monthWrong ? 'wrong' : 'hint'} id="month-hint">${this.monthWrong ? roadmap.expectedWrong : roadmap.expectedHint}</span></label>
      </div>`
  }

  #onTitle(event: InputEvent): void {
    if (!this.item) keepDraft('item-new', (event.target as HTMLInputElement).value)
  }

  #publication() {
    const { roadmap } = this.words
    if (!this.item || this.fixed) return nothing
    const publish = () => this.dispatchEvent(new CustomEvent('publish'))
    return html`<button slot="footer" class="button large" @click=${publish}>
      ${icon(this.item.publishedAt ? iconLock : iconGlobe, 'm')}${this.item.publishedAt ? roadmap.unpublish : roadmap.publish}
    </button>`
  }

  override render() {
    const { roadmap, common } = this.words
    const { item } = this
    const heading = item ? roadmap.itemTitle(item.number) : roadmap.newTitle
    return html`<admin-dialog heading=${heading} .submit=${this.#submit} @closed=${this.ended}>
      ${item ? html`<span slot="chips" class="chip">${icon(item.publishedAt ? iconGlobe : iconLock, 's')}${item.publishedAt ? roadmap.isPublished : roadmap.isPrivate}</span>` : nothing}
      <div class="form">${this.stale ? html`<p class="wrong" role="alert">${roadmap.stale}</p>` : nothing} ${this.#fields()} ${this.#ideas()}</div>
      ${this.#publication()} ${this.fixed ? nothing : this.foot(item ? common.save : roadmap.create, this.#submit)}
    </admin-dialog>`
  }
}

define('item-editor', ItemEditor)
