import { css, html, nothing, type PropertyValues } from 'lit'
import type { PlanJson, RoadmapItemJson } from '../../../server/roadmap/json.ts'
import { get, type Problem, patch, post, put } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { community } from '../../community.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { who } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { figure, listed, money } from '../../translations/format.ts'
import { named } from '../../translations/index.ts'
import { icon, iconGlobe, iconLock, iconPeople } from '../icons.ts'
import { ActDialog, actStyles } from './act_dialog.ts'
import { countPromotion, type Promotion } from './promotion.ts'

/** Puts ideas on the roadmap: as a new item, private until published, or on one that is there. */
export class ActPromote extends ActDialog {
  static override properties = { name: { state: true }, existing: { state: true }, item: { state: true } }
  static override styles = sheets(
    actStyles,
    css`
      .behind {
        display: flex;
        flex-wrap: wrap;
        gap: 0 8px;
        color: var(--text-2);
      }
      .swap {
        margin-inline-end: auto;
        padding-inline-start: 0;
      }
    `,
  )

  declare name: string
  declare existing: boolean
  declare item: number | null

  #promotion = new Loading<Promotion>(this)
  #plan = new Loading<PlanJson>(this)

  constructor() {
    super()
    this.name = ''
    this.existing = false
    this.item = null
  }

  get #ideas() {
    return this.threads.filter((thread) => thread.kind === 'idea')
  }

  get #draft(): string {
    return `promote-${this.numbers.join(',')}`
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('threads') || this.name) return
    const [top] = this.#ideas.toSorted((a, b) => b.votes - a.votes)
    this.name = draftOf(this.#draft) || (top?.title ?? '')
    void this.#promotion.run((signal) => countPromotion(this.threads, signal))
  }

  #swap(): void {
    this.existing = !this.existing
    if (this.existing) void this.#plan.run((signal) => get<PlanJson>('roadmap/plan', {}, signal))
  }

  get #items(): RoadmapItemJson[] {
    return this.#plan.value?.stages.flatMap((stage) => stage.items) ?? []
  }

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLSelectElement>(`#${id}`)?.value ?? ''
  }

  #submit = (): void => {
    if (this.#ideas.length === 0) return
    void this.perform(() => (this.existing ? this.#addToItem() : this.#makeItem()))
  }

  async #makeItem(): Promise<void> {
    const threads = this.#ideas.map((thread) => thread.number)
    const owner = this.#value('owner')
    const made = await post<RoadmapItemJson>('roadmap/items', {
      title: this.name.trim(),
      stage: this.#value('stage'),
      threads,
    })
    if (owner && owner !== made.owner?.id)
      await patch(`roadmap/items/${made.number}`, { owner }, made.revision)
    keepDraft(this.#draft, '')
    threadsChanged(...this.numbers)
    tell(this.words.acts.promoteDone(made.title))
  }

  async #addToItem(): Promise<void> {
    const number = Number(this.#value('item'))
    let item: RoadmapItemJson | undefined
    for (const idea of this.#ideas)
      item = await put<RoadmapItemJson>(`roadmap/items/${number}/ideas/${idea.number}`)
    threadsChanged(...this.numbers)
    tell(this.words.acts.promoteAdded(this.#ideas.length, item?.title ?? ''))
  }

  protected override explained(problem: Problem): string {
    if (problem.code !== 'conflict') return super.explained(problem)
    const numbers = problem.fields.flatMap((field) => /\d+/.exec(field.message) ?? [])
    return this.words.acts.promoteTaken(listed(numbers.map((number) => `#${number}`)))
  }

  #onName(event: InputEvent): void {
    this.name = (event.target as HTMLInputElement).value
    keepDraft(this.#draft, this.name)
  }

  #newItem() {
    const { acts, common } = this.words
    return html`<label class="field"><span class="label">${acts.promoteName}</span>
        <input class="input" maxlength="140" .value=${this.name} @input=${this.#onName} /></label>
      <div class="two">
        <label class="field"><span class="label">${acts.promoteStage}</span>
          <select class="input" id="stage">${community.value.stages.map((stage) => html`<option value=${stage.slug}>${named(stage)}</option>`)}</select></label>
        <label class="field"><span class="label">${acts.promoteOwner}</span>
          <select class="input" id="owner">
            <option value="">${common.nobody}</option>
            ${community.value.staff.map((one) => html`<option value=${one.id} ?selected=${one.id === who().member.id}>${one.name}</option>`)}
          </select></label>
      </div>
      <ul class="then"><li>${icon(iconLock, 'm')}<span>${acts.promotePrivate(this.#promotion.value?.people ?? 0, this.#ideas.length)}</span></li></ul>`
  }

  #existingItem() {
    const { acts } = this.words
    if (this.#plan.state === 'ready' && this.#items.length === 0) return html`<p>${acts.promoteNoItems}</p>`
    const item = this.#items.find((one) => one.number === this.item) ?? this.#items[0]
    const people = this.#promotion.value?.people ?? 0
    return html`<label class="field"><span class="label">${acts.promoteItem}</span>
        <select class="input" id="item" ?disabled=${this.#plan.busy} @change=${(event: Event) => {
          this.item = Number((event.target as HTMLSelectElement).value)
        }}>
          ${this.#plan.value?.stages
            .filter((stage) => stage.items.length > 0)
            .map(
              (stage) =>
                html`<optgroup label=${named(stage)}>${stage.items.map((one) => html`<option value=${one.number}>${one.title}</option>`)}</optgroup>`,
            )}
        </select></label>
      ${
        item
          ? html`<ul class="then"><li>${icon(item.publishedAt ? iconGlobe : iconLock, 'm')}<span>${item.publishedAt ? acts.promoteItemPublished(people) : acts.promoteItemPrivate}</span></li></ul>`
          : nothing
      }`
  }

  #behind() {
    const { common, feedback } = this.words
    const promotion = this.#promotion.value
    return html`<p class="behind small">
      ${icon(iconPeople, 'm')}
      ${
        promotion
          ? html`<span>${common.people(promotion.people)}</span><span>${common.companies(promotion.companies)}</span><span>${common.perMonth(money(promotion.revenue))}</span><span class="quiet">${feedback.countedOnce}</span>`
          : html`<span>${figure(0)}</span>`
      }
    </p>`
  }

  override render() {
    const { acts } = this.words
    const possible =
      this.#ideas.length > 0 && (this.existing ? this.#items.length > 0 : this.name.trim().length >= 2)
    const onlyIdeas = this.#ideas.length < this.threads.length
    return html`<admin-dialog heading=${acts.promoteTitle(this.#ideas.length)} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        ${onlyIdeas ? html`<p class="hint" role="status">${acts.promoteOnlyIdeas}</p>` : nothing}
        ${this.existing ? this.#existingItem() : this.#newItem()} ${this.#behind()}
      </div>
      <button slot="footer" class="button ghost large swap" @click=${this.#swap}>${this.existing ? acts.promoteNew : acts.promoteExisting}</button>
      ${this.foot(this.existing ? acts.promoteAddAct : acts.promoteShort, this.#submit, { possible })}
    </admin-dialog>`
  }
}

define('act-promote', ActPromote)
