import { html, nothing, type PropertyValues } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { MentionField } from '../../../widget/mentions/mention_field.ts'
import { filesOf, insertImage } from '../../../widget/ui/image_text.ts'
import '../../../widget/ui/parvis_images.ts'
import type { ParvisImages } from '../../../widget/ui/parvis_images.ts'
import { postBody, postBodyStyles } from '../../../widget/ui/post_body.ts'
import { Problem, post } from '../../api.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { problemWords } from '../../problem_words.ts'
import { sendKeys } from '../../shortcuts.ts'
import { tell } from '../../toasts.ts'
import { icon, iconEye, iconImage, iconLock, iconPen, iconReply, iconSeal, iconX } from '../icons.ts'
import { sendImage, whyNot } from '../images.ts'
import { mentionable } from '../mentionable.ts'
import { composerStyles } from './thread-composer.styles.ts'

type Mode = 'reply' | 'official' | 'note'
const modes: Mode[] = ['reply', 'official', 'note']
const glyphs = { reply: iconReply, official: iconSeal, note: iconLock }

/**
 * Where the team answers: a reply under one's own name, the official answer, or a note that only the team reads,
 * which looks unlike the others. Keeps what was typed on this device until it is sent.
 * Property `thread`. Event `sent`.
 */
export class ThreadComposer extends AdminElement {
  static override properties = {
    thread: { attribute: false },
    mode: { state: true },
    text: { state: true },
    parent: { state: true },
    previewing: { state: true },
    busy: { state: true },
    wrong: { state: true },
  }
  static override styles = sheets(postBodyStyles, composerStyles)

  declare thread: ThreadJson
  declare mode: Mode
  declare text: string
  declare parent: { id: string; name: string } | null
  declare previewing: boolean
  declare busy: boolean
  declare wrong: string

  #preview = new Loading<string>(this)
  // A note is read by the team alone, and tells nobody.
  readonly #mentions = new MentionField(
    this,
    mentionable(
      () => this.#area,
      () => (this.mode === 'note' ? undefined : this.thread.number),
    ),
  )
  // The same for every try to send one text, so that an answer lost on the way is not posted twice.
  #sending = crypto.randomUUID()

  constructor() {
    super()
    this.mode = 'reply'
    this.text = ''
    this.parent = null
    this.previewing = false
    this.busy = false
    this.wrong = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('thread')
    if (!changed.has('thread') || before?.number === this.thread.number) return
    this.text = this.#mentions.text.shown(draftOf(this.#draft))
    this.parent = null
    this.previewing = false
    this.wrong = ''
    this.mode = this.thread.locked ? 'note' : 'reply'
  }

  get #draft(): string {
    return `thread-${this.thread.number}`
  }

  /** What is sent and kept of what stands in the field. */
  get #markdown(): string {
    return this.#mentions.text.stored(this.text)
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  get #images(): ParvisImages | null {
    return this.renderRoot.querySelector('parvis-images')
  }

  /** Files that are pasted or dropped are images for the text; a note takes none. */
  #given(event: ClipboardEvent | DragEvent): void {
    const files = filesOf('clipboardData' in event ? event.clipboardData : event.dataTransfer)
    if (!files.length || !this.#images) return
    event.preventDefault()
    this.#images.take(files)
  }

  #over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') && this.#images) event.preventDefault()
  }

  async #insert(event: CustomEvent<string>): Promise<void> {
    this.previewing = false
    await this.updateComplete
    if (this.#area) insertImage(this.#area, event.detail)
  }

  #write(text: string): void {
    this.text = text
    this.#sending = crypto.randomUUID()
    keepDraft(this.#draft, this.#markdown)
  }

  async focusText(): Promise<void> {
    this.previewing = false
    await this.updateComplete
    this.#area?.focus()
  }

  /** Answers one reply, nested below it. */
  answer(parent: string, name: string): void {
    this.parent = { id: parent, name }
    if (this.mode === 'note') this.mode = 'reply'
    void this.focusText()
  }

  #onType(event: InputEvent): void {
    this.#write((event.target as HTMLTextAreaElement).value)
    this.#mentions.typed(event)
  }

  #togglePreview(): void {
    this.previewing = !this.previewing
    const body = { markdown: this.#markdown, ...(this.mode === 'note' ? {} : { thread: this.thread.number }) }
    if (!this.previewing || !body.markdown.trim()) {
      this.#preview.clear()
      return
    }
    void this.#preview.run(async () => (await post<{ html: string }>('previews', body)).html)
  }

  async #send(event?: Event): Promise<void> {
    event?.preventDefault()
    const body = this.#markdown.trim()
    if (this.busy) return
    if (!body) {
      this.wrong = this.words.common.required
      return void this.focusText()
    }
    if (this.#images?.busy) {
      this.wrong = this.words.images.waits
      return
    }
    this.busy = true
    this.wrong = ''
    try {
      await this.#post(body)
      this.#clear()
    } catch (error) {
      this.wrong = problemWords(error instanceof Problem ? error : new Problem(0, 'internal'))
    } finally {
      this.busy = false
    }
  }

  async #post(body: string): Promise<void> {
    const { number } = this.thread
    const key = { idempotencyKey: this.#sending }
    if (this.mode === 'note') return post(`threads/${number}/notes`, { body }, key)
    const parent = this.parent ? { parent: this.parent.id } : {}
    const official = this.mode === 'official' ? { official: true } : {}
    await post(`threads/${number}/replies`, { body, ...parent, ...official }, key)
  }

  #clear(): void {
    tell(this.words.thread.sent[this.mode])
    keepDraft(this.#draft, '')
    this.text = ''
    this.parent = null
    this.previewing = false
    this.#sending = crypto.randomUUID()
    this.dispatchEvent(new CustomEvent('sent', { detail: this.mode }))
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#mentions.keyed(event)) return
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void this.#send(event)
    if (event.key === 'Escape') {
      event.stopPropagation()
      this.#area?.blur()
    }
  }

  #top() {
    const { thread, images } = this.words
    const offered = this.thread.locked ? (['note'] as const) : modes
    return html`<div class="top">
      <div class="segments" role="group" aria-label=${thread.mode}>
        ${offered.map(
          (mode) =>
            html`<button type="button" aria-pressed=${this.mode === mode} @click=${() => {
              this.mode = mode
            }}>${icon(glyphs[mode], 'm')}<span>${thread.modes[mode]}</span></button>`,
        )}
      </div>
      <span class="space"></span>
      ${this.mode === 'note' ? nothing : html`<button type="button" class="button ghost icon" aria-label=${images.add} title=${images.add} @click=${() => this.#images!.choose()}>${icon(iconImage, 'm')}</button>`}
      <button type="button" class="button ghost" aria-label=${this.previewing ? thread.write : thread.preview} @click=${this.#togglePreview}>
        ${icon(this.previewing ? iconPen : iconEye, 'm')}<span class="word">${this.previewing ? thread.write : thread.preview}</span>
      </button>
    </div>`
  }

  #shown() {
    const { thread } = this.words
    if (!this.previewing) {
      return html`<textarea
        aria-label=${thread.modes[this.mode]}
        aria-describedby="wrong"
        aria-invalid=${this.wrong ? 'true' : nothing}
        dir="auto"
        maxlength="20000"
        placeholder=${thread.placeholders[this.mode]}
        .value=${this.text}
        @input=${this.#onType}
        @keydown=${this.#onKey}
        @pointerdown=${this.#mentions.leave}
        @blur=${this.#mentions.leave}
      ></textarea>${this.#mentions.draw()}`
    }
    const made = this.#preview.value
    const words = this.#preview.problem
      ? problemWords(this.#preview.problem)
      : this.#preview.busy
        ? thread.previewWaiting
        : thread.previewEmpty
    return html`<div class="preview" aria-live="polite">${made ? postBody(made) : html`<p class="quiet">${words}</p>`}</div>`
  }

  override render() {
    const { thread, common } = this.words
    return html`<form class="compose ${this.mode}" @submit=${this.#send} @paste=${this.#given} @dragover=${this.#over} @drop=${this.#given}>
      ${this.#top()}
      ${
        this.parent
          ? html`<p class="parent small">${icon(iconReply, 's')}${thread.nested(this.parent.name)}
            <button type="button" class="button ghost icon" aria-label=${common.remove} @click=${() => {
              this.parent = null
            }}>${icon(iconX, 's')}</button></p>`
          : nothing
      }
      ${this.#shown()}
      ${
        this.mode === 'note'
          ? nothing
          : html`<parvis-images .words=${this.words.images} .text=${this.text} .send=${sendImage(this.thread.board)} .why=${whyNot} @images-insert=${this.#insert} @images-text=${(event: CustomEvent<string>) => this.#write(event.detail)}></parvis-images>`
      }
      <div class="foot">
        <p class="wrong" id="wrong" role="alert">${this.wrong}</p>
        <span class="quiet small">${this.text ? common.draftKept : this.thread.locked ? thread.lockedWords : ''}</span>
        <span class="space"></span>
        <button class="button primary" ?disabled=${this.busy}>${thread.send[this.mode]}<kbd aria-hidden="true">${sendKeys}</kbd></button>
      </div>
    </form>`
  }
}

define('thread-composer', ThreadComposer)

declare global {
  interface HTMLElementTagNameMap {
    'thread-composer': ThreadComposer
  }
}
