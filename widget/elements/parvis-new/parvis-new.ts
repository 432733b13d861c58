import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import type { Kind } from '../../../server/words.ts'
import { boardPath, type Context, nameOf } from '../../context.ts'
import { draftKey, WrittenElsewhere } from '../../controllers/draft.ts'
import type { Place } from '../../controllers/navigation.ts'
import { recall, remember } from '../../storage.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { NewWords } from '../../translations/en/new.ts'
import { icon } from '../../ui/icons.ts'
import { statusPillStyles } from '../../ui/status_pill.ts'
import { iconLeft } from '../../ui/view_icons.ts'
import { voteStyles } from '../../ui/vote.ts'
import { barred, barredStyles } from '../parvis-composer/barred.ts'
import '../parvis-composer/parvis-composer.ts'
import type { ParvisComposer } from '../parvis-composer/parvis-composer.ts'
import { openKind } from '../parvis-threads/tools.ts'
import { boardAndTags } from './fields.ts'
import { ideaPath, rulesList, whatNext } from './hints.ts'
import { newStyles } from './parvis-new.styles.ts'
import { Posting, type Problems } from './posting.ts'
import { Alike, type SimilarRow, similarList } from './similar.ts'

type NewPlace = Extract<Place, { view: 'new' }>
const pause = 350

/** What is kept of the form besides its body, which the editor keeps. */
interface Draft {
  title: string
  board?: string | undefined
  kind?: Kind | undefined
  tags: string[]
}

/**
 * The form of a new thread: title, what is like it already, text, board and tags, the rules,
 * and what happens next. Nothing typed is lost. Part of `<parvis-board>`.
 *
 * @element parvis-new
 * @prop ctx - What every view is given.
 * @prop place - In which board.
 * @prop words - The words of this view.
 */
export class ParvisNew extends LitElement {
  static override styles = [base, viewStyles, statusPillStyles, voteStyles, newStyles, barredStyles]
  static override properties = {
    ctx: { attribute: false },
    place: { attribute: false },
    words: { attribute: false },
    draft: { state: true },
    similar: { state: true },
    problems: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare place: NewPlace
  declare words: NewWords
  declare draft: Draft
  declare similar: SimilarRow[]
  /** What is wrong, by field. */
  declare problems: Problems
  declare busy: boolean
  #typing: ReturnType<typeof setTimeout> | undefined
  readonly #alike = new Alike(this)
  readonly #posting = new Posting(this)
  /** Under which name the form is kept: of whoever is there. */
  #kept = ''

  constructor() {
    super()
    this.draft = { title: '', tags: [] }
    this.similar = []
    this.problems = {}
    this.busy = false
    const follow = () => {
      this.#kept = ''
      this.requestUpdate()
    }
    // It was posted from another tab, and its text is gone from here by that.
    const posted = (written?: string | null) =>
      written === null && !this.#composer.markdown.trim() && follow()
    new WrittenElsewhere(this, () => this.#kept, follow, posted)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#typing)
    this.#alike.stop()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#read(changed)
    this.#dropTags(changed.get('ctx') ?? this.ctx)
  }

  #read(changed: PropertyValues<this>): void {
    const key = draftKey(this.ctx, 'new')
    if (!changed.has('place') && key === this.#kept) return
    this.#kept = key
    const kept = recall<Draft>(key)
    const { title } = this.draft
    this.draft = { title: '', tags: [], ...kept, board: this.place.board ?? kept?.board }
    if (title !== this.draft.title) this.#forgetAlike()
  }

  /** Tags that are no more would be refused with every try. They are named as they were called until now. */
  #dropTags({ opening, locale }: Context): void {
    const left = this.draft.tags.filter((slug) => this.ctx.opening.tags.some((one) => one.slug === slug))
    const gone = this.draft.tags.filter((slug) => !left.includes(slug))
    if (!gone.length) return
    this.#change({ tags: left })
    const names = gone.map(
      (slug) =>
        nameOf(
          opening.tags.find((one) => one.slug === slug),
          locale,
        ) || slug,
    )
    this.problems = { ...this.problems, tags: this.words.tagsGone(names) }
  }

  /** They were like a title that is no more; those of the new one are shown where it is typed. */
  #forgetAlike(): void {
    this.problems = {}
    clearTimeout(this.#typing)
    this.#alike.stop()
    this.similar = []
  }

  protected override firstUpdated(): void {
    this.ctx.arrived(this.renderRoot.querySelector<HTMLElement>('#heading'))
    // Whether they may post now, where they came straight here.
    void this.ctx.act('overlay', [])
    if (this.draft.title) void this.#alike.ask(this.draft.title, this.board?.slug)
  }

  get board(): BoardJson | undefined {
    const open = this.ctx.opening.boards.filter(openKind)
    return open.find((one) => one.slug === this.draft.board) ?? open[0]
  }

  get kind(): Kind {
    const { draft, board } = this
    return draft.kind && board?.kinds.includes(draft.kind)
      ? draft.kind
      : ((board && openKind(board)) ?? 'discussion')
  }

  #change(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change }
    remember(draftKey(this.ctx, 'new'), this.draft)
  }

  #titled(event: Event): void {
    const area = event.target as HTMLTextAreaElement
    // A title is one line: what is pasted is joined, and Enter does not break it.
    this.#change({ title: area.value.replace(/\s*\n\s*/g, ' ') })
    area.value = this.draft.title
    this.problems = { ...this.problems, title: this.#posting.titleProblem(false) }
    clearTimeout(this.#typing)
    this.#typing = setTimeout(() => this.#alike.ask(this.draft.title, this.board?.slug), pause)
  }

  #entered(event: KeyboardEvent): void {
    if (event.key !== 'Enter') return
    if (event.ctrlKey || event.metaKey) this.#post(event)
    else event.preventDefault()
  }

  #written(): void {
    if (this.problems.body) this.problems = { ...this.problems, body: undefined }
  }

  #post(event: Event): void {
    event.preventDefault()
    void this.#posting.post(this.#composer)
  }

  get #composer(): ParvisComposer {
    return this.renderRoot.querySelector<ParvisComposer>('parvis-composer')!
  }

  /** Puts the focus on the first field that is to be written anew. */
  toWrong(): void {
    const { title, body, board, kind } = this.problems
    const field = title
      ? '#titled'
      : body
        ? 'parvis-composer'
        : board
          ? '#board'
          : kind
            ? '#kind, #board'
            : '.add select'
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(field)?.focus())
  }

  protected override render() {
    const { ctx, words, board, kind } = this
    const own = words.kinds[kind]
    const back = boardPath(ctx, board?.slug)
    return html`
      <a class="crumb" href=${ctx.href(back)} data-to=${back} data-back>${icon(iconLeft, 'flip')}${nameOf(board, ctx.locale)}</a>
      <h2 class="title" id="heading" tabindex="-1">${own.heading}</h2>
      <p class="purpose">${own.purpose}</p>
      <div class="grid">${this.#form(back)}${kind === 'idea' ? ideaPath(ctx, words) : nothing}</div>
    `
  }

  #form(back: string) {
    const { ctx, words, draft, problems, kind } = this
    const own = words.kinds[kind]
    return html`<form novalidate @submit=${this.#post}>
      ${barred(ctx, words.compose)}
      <div>
        <label for="titled">${own.title}</label>
        <textarea class="input titled" id="titled" rows="1" dir="auto" .value=${draft.title} aria-invalid=${problems.title ? 'true' : nothing} aria-describedby="barred title-wrong" autocomplete="off" @keydown=${this.#entered} @input=${this.#titled}></textarea>
        <p class="wrong-text" id="title-wrong" role="alert">${problems.title ?? nothing}</p>
        ${this.similar.length ? similarList(ctx, words, this.similar) : nothing}
      </div>
      <parvis-composer .ctx=${ctx} .board=${this.board?.slug ?? ''} .words=${words.compose} .label=${own.body} .labelled=${true} .draft=${'new:body'} .where=${this.board && { board: this.board.slug }} .problem=${problems.body ?? ''} @compose-change=${this.#written} @compose-send=${this.#post}></parvis-composer>
      ${boardAndTags(this, (change) => {
        this.#change(change)
        this.problems = { ...this.problems, board: undefined, kind: undefined, tags: undefined }
        // What is like it is looked for on the board that it is for.
        if (change.board) void this.#alike.ask(this.draft.title, change.board)
      })}
      ${rulesList(ctx, words)}
      ${whatNext(ctx, words, kind)}
      <div class="send">
        <button class="btn pri" aria-disabled=${this.busy}>${own.send}</button>
        <a class="btn ghost" href=${ctx.href(back)} data-to=${back} data-back @click=${() => ctx.act('announce', words.kept)}>${words.leave}</a>
      </div>
    </form>`
  }
}

if (!customElements.get('parvis-new')) customElements.define('parvis-new', ParvisNew)
