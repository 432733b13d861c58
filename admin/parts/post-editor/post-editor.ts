import { html, nothing } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { WrittenElsewhere } from '../../../widget/controllers/draft.ts'
import { KeptDraft } from '../../../widget/elements/parvis-composer/kept_draft.ts'
import { MentionField } from '../../../widget/mentions/mention_field.ts'
import { ImageField } from '../../../widget/ui/image_field.ts'
import { get, Problem, patch } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { refusalWords } from '../../problem_words.ts'
import { composing, sends } from '../../shortcuts.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { imagesIn } from '../images.ts'
import { MarkdownField, markdownStyles } from '../markdown_field.ts'
import { mentionable } from '../mentionable.ts'
import type { PostAtHand } from '../thread-pane/thread_model.ts'
import { findPost } from '../thread-pane/thread_model.ts'
import { begunEdit, editName, forgetEdit, formName, isEdited, noteEdit } from './edit_draft.ts'
import { editorStyles } from './post-editor.styles.ts'

/**
 * Edits one's own post in place. What was typed is kept on this device until it is saved or given up, with the revision
 * that it was begun on; a newer one is shown beside it instead of being lost. Events `saved` and `ended`.
 */
export class PostEditor extends AdminElement {
  static override properties = {
    post: { attribute: false },
    thread: { attribute: false },
    newer: { state: true },
    wrong: { state: true },
    busy: { state: true },
    text: { state: true },
    heading: { state: true },
  }
  static override styles = sheets(markdownStyles, editorStyles)

  declare post: PostAtHand
  declare thread: ThreadJson
  declare newer: PostAtHand | null
  declare wrong: string
  declare busy: boolean
  declare text: string
  /** The title as it is typed. */
  declare heading: string
  /** The revision that was read before one wrote over it. */
  #seen = 0
  readonly #mentions = new MentionField(
    this,
    mentionable(
      () => this.renderRoot.querySelector('textarea'),
      () => this.thread.number,
    ),
  )
  readonly #images = new ImageField(
    this,
    imagesIn(() => this.thread.board, {
      area: () => this.renderRoot.querySelector('textarea'),
      write: (text) => this.#write(text),
    }),
  )
  readonly #tools = new MarkdownField(this, () => this.renderRoot.querySelector('textarea'))
  readonly #kept = new KeptDraft(this, {
    name: () => editName(this.post.id),
    text: () => this.#markdown,
    beside: (theirs, known) => this.#images.beside(theirs, known),
    // An edit is saved, and not posted.
    posted: () => {},
  })

  constructor() {
    super()
    this.newer = null
    this.wrong = ''
    this.busy = false
    this.text = this.heading = ''
    new WrittenElsewhere(
      this,
      () => formName(this.post.id),
      () => this.#followed(),
    )
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!isEdited(this.post.id)) forgetEdit(this.post.id)
    const begun = begunEdit(this.post.id)
    this.heading = begun?.title ?? this.thread.title
    this.#seen = begun?.revision ?? this.post.revision
    this.text = this.#mentions.text.shown(this.post.body)
    // Changed since it was begun, also by oneself elsewhere: what it would replace is read first.
    if (this.#seen !== this.post.revision) this.#isStale(this.post)
  }

  protected override willUpdate(): void {
    if (this.#kept.moved()) this.text = this.#mentions.text.shown(this.#kept.read() ?? this.post.body)
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('textarea')?.focus()
  }

  get #markdown(): string {
    return this.#mentions.text.stored(this.text)
  }

  #isStale(now: PostAtHand): void {
    this.newer = now
    this.wrong = this.words.thread.editStale
  }

  #followed(): void {
    const begun = begunEdit(this.post.id)
    if (begun) {
      this.#seen = begun.revision
      this.heading = begun.title ?? this.heading
    } else this.#end()
  }

  #end(): void {
    this.dispatchEvent(new CustomEvent('ended'))
  }

  #giveUp(): void {
    this.text = ''
    this.#kept.keep()
    forgetEdit(this.post.id)
    this.#end()
  }

  #note(): void {
    const { id, kind } = this.post
    const retitled = kind === 'opening' && this.heading !== this.thread.title
    noteEdit(id, { revision: this.#seen, title: retitled ? this.heading : undefined })
  }

  #write(text: string): void {
    this.text = text
    this.#note()
    this.#kept.typed()
  }

  readonly #titled = (event: Event): void => {
    this.heading = (event.target as HTMLInputElement).value
    this.#note()
  }

  readonly #typed = (event: Event): void => {
    this.#write((event.target as HTMLTextAreaElement).value)
    this.#mentions.typed(event)
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (composing(event) || this.#mentions.keyed(event)) return
    this.#tools.keyed(event)
    if (sends(event)) void this.#save(event)
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    if (this.#images.busy) {
      this.wrong = this.words.images.waits
      return
    }
    const { id, kind } = this.post
    const revision = this.newer?.revision ?? this.#seen
    const title = this.heading.trim()
    const body = this.#markdown.trim()
    // What is refused, or lost with the page, is on the device by then.
    this.#kept.now()
    this.busy = true
    try {
      const path = kind === 'reply' ? `replies/${id}` : `threads/${this.thread.number}`
      const words = kind === 'reply' ? { body } : { title, body }
      const saved = await patch<{ revision: number }>(path, words, revision)
      tell(this.words.common.saved)
      this.#saved(title, body, saved.revision)
    } catch (error) {
      await this.#refused(error)
    } finally {
      this.busy = false
    }
  }

  /** Ends, or goes on from what was saved where more was typed meanwhile. */
  #saved(title: string, body: string, revision: number): void {
    this.dispatchEvent(new CustomEvent('saved'))
    if (this.heading.trim() === title && this.#markdown.trim() === body) {
      this.#giveUp()
      return
    }
    this.newer = null
    this.wrong = ''
    this.#seen = revision
    this.#note()
    this.#kept.keep()
  }

  async #refused(error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : new Problem(0, 'internal')
    // Whoever went on is told where they are; the text is kept.
    if (!this.isConnected) return tellProblem(error)
    this.wrong = refusalWords(problem)
    if (problem.code !== 'stale_revision') return
    const thread = await get<ThreadJson>(`threads/${this.thread.number}`).catch(() => null)
    const open = thread && { thread, story: thread.story.items, next: null, file: null as never }
    this.newer = (open && findPost(open, this.post.id)) ?? null
    if (this.newer) this.#isStale(this.newer)
  }

  override render() {
    const { thread, common, compose } = this.words
    return html`<form @submit=${this.#save} @paste=${this.#images.given} @dragover=${this.#images.over} @drop=${this.#images.given}>
      ${
        this.post.kind === 'opening'
          ? html`<label class="field"><span class="label">${thread.editTitle}</span><input class="input" id="title" maxlength="140" .value=${this.heading} @input=${this.#titled} dir="auto" /></label>`
          : nothing
      }
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      ${this.newer ? html`<p class="newer" dir="auto">${this.newer.body}</p>` : nothing}
      ${this.#tools.draw({ choose: this.#images.choose })}
      <label class="field"><span class="label">${thread.editText}</span>
        <textarea class="input" id="text" maxlength="20000" dir="auto" .value=${this.text}
          @input=${this.#typed} @keydown=${this.#keyed} @selectionchange=${this.#tools.look} @pointerdown=${this.#mentions.leave} @blur=${this.#mentions.leave}></textarea></label>
      ${this.#mentions.draw()}
      ${this.#images.draw(this.text, this.post.html)}
      <div class="acts">
        <button class="button primary" aria-disabled=${this.busy}>${thread.editSave}</button>
        <button class="button" type="button" @click=${this.#giveUp}>${common.cancel}</button>
        <span class="quiet small">${!this.#kept.at ? nothing : this.#kept.fleeting ? compose.draftFleeting : common.draftKept}</span>
      </div>
    </form>`
  }
}

define('post-editor', PostEditor)
