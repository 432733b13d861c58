import { css, html, nothing } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { MentionField } from '../../../widget/mentions/mention_field.ts'
import { ImageField } from '../../../widget/ui/image_field.ts'
import { get, Problem, patch } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { refusalWords } from '../../problem_words.ts'
import { tell } from '../../toasts.ts'
import { icon, iconImage } from '../icons.ts'
import { imagesIn } from '../images.ts'
import { mentionable } from '../mentionable.ts'
import type { PostAtHand } from '../thread-pane/thread_model.ts'
import { findPost } from '../thread-pane/thread_model.ts'

/** Edits one's own post in place. A newer revision is shown beside one's text instead of being lost. Event `ended`. */
export class PostEditor extends AdminElement {
  static override properties = {
    post: { attribute: false },
    thread: { attribute: false },
    newer: { state: true },
    wrong: { state: true },
    busy: { state: true },
    text: { state: true },
  }
  static override styles = sheets(css`
    form {
      display: grid;
      gap: 8px;
      padding: 4px 0 8px;
    }
    .acts {
      display: flex;
      gap: 8px;
    }
    .newer {
      padding: 8px 12px;
      border: 1px dashed var(--line-strong);
      border-radius: var(--r-control);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
  `)

  declare post: PostAtHand
  declare thread: ThreadJson
  declare newer: PostAtHand | null
  declare wrong: string
  declare busy: boolean
  declare text: string
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
      write: (text) => {
        this.text = text
      },
    }),
  )

  constructor() {
    super()
    this.newer = null
    this.wrong = ''
    this.busy = false
    this.text = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.text = this.#mentions.text.shown(this.post.body)
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('textarea')?.focus()
  }

  #end(): void {
    this.dispatchEvent(new CustomEvent('ended'))
  }

  #value(id: string): string | undefined {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`#${id}`)?.value.trim()
  }

  readonly #typed = (event: Event): void => {
    this.text = (event.target as HTMLTextAreaElement).value
    this.#mentions.typed(event)
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    if (this.#images.busy) {
      this.wrong = this.words.images.waits
      return
    }
    const { id, kind } = this.post
    const revision = (this.newer ?? this.post).revision
    const body = this.#mentions.text.stored(this.text).trim()
    this.busy = true
    try {
      if (kind === 'reply') await patch(`replies/${id}`, { body }, revision)
      else await patch(`threads/${this.thread.number}`, { title: this.#value('title'), body }, revision)
      tell(this.words.common.saved)
      this.#end()
    } catch (error) {
      await this.#refused(error)
    } finally {
      this.busy = false
    }
  }

  async #refused(error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : new Problem(0, 'internal')
    this.wrong = refusalWords(problem)
    if (problem.code !== 'stale_revision') return
    const thread = await get<ThreadJson>(`threads/${this.thread.number}`).catch(() => null)
    const open = thread && { thread, story: thread.story.items, next: null, file: null as never }
    this.newer = (open && findPost(open, this.post.id)) ?? null
    if (this.newer) this.wrong = this.words.thread.editStale
  }

  override render() {
    const { thread, common, images } = this.words
    return html`<form @submit=${this.#save} @paste=${this.#images.given} @dragover=${this.#images.over} @drop=${this.#images.given}>
      ${
        this.post.kind === 'opening'
          ? html`<label class="field"><span class="label">${thread.editTitle}</span><input class="input" id="title" maxlength="140" .value=${this.thread.title} dir="auto" /></label>`
          : nothing
      }
      ${this.wrong ? html`<p class="wrong" role="alert">${this.wrong}</p>` : nothing}
      ${this.newer ? html`<p class="newer" dir="auto">${this.newer.body}</p>` : nothing}
      <label class="field"><span class="label">${thread.editText}</span>
        <textarea class="input" id="text" maxlength="20000" dir="auto" .value=${this.text}
          @input=${this.#typed} @keydown=${(event: KeyboardEvent) => this.#mentions.keyed(event)} @pointerdown=${this.#mentions.leave} @blur=${this.#mentions.leave}></textarea></label>
      ${this.#mentions.draw()}
      ${this.#images.draw(this.text, this.post.html)}
      <div class="acts">
        <button class="button primary" aria-disabled=${this.busy}>${thread.editSave}</button>
        <button class="button icon" type="button" aria-label=${images.add} @click=${this.#images.choose}>${icon(iconImage, 'm')}</button>
        <button class="button" type="button" @click=${this.#end}>${common.cancel}</button>
      </div>
    </form>`
  }
}

define('post-editor', PostEditor)
