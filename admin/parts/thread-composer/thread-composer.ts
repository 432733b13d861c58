import { html, nothing, type PropertyValues } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { MentionField } from '../../../widget/mentions/mention_field.ts'
import { ImageField } from '../../../widget/ui/image_field.ts'
import { postBodyStyles } from '../../../widget/ui/post_body.ts'
import { Problem } from '../../api.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { refusalWords } from '../../problem_words.ts'
import { sendKeys } from '../../shortcuts.ts'
import { tell } from '../../toasts.ts'
import { icon, iconImage, iconReply, iconSeal, iconX } from '../icons.ts'
import { imagesIn } from '../images.ts'
import { mentionable } from '../mentionable.ts'
import { type Mode, modeChoice, modeNamed, postAs } from './modes.ts'
import { Preview } from './preview.ts'
import { composerStyles } from './thread-composer.styles.ts'

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
    busy: { state: true },
    wrong: { state: true },
  }
  static override styles = sheets(postBodyStyles, composerStyles)

  declare thread: ThreadJson
  declare mode: Mode
  declare text: string
  declare parent: { id: string; name: string } | null
  declare busy: boolean
  declare wrong: string

  readonly #preview = new Preview(this)
  // A note is read by the team alone, and tells nobody.
  readonly #mentions = new MentionField(
    this,
    mentionable(
      () => this.#area,
      () => (this.mode === 'note' ? undefined : this.thread.number),
    ),
  )
  // Nor has it images.
  readonly #images = new ImageField(
    this,
    imagesIn(() => this.thread.board, {
      area: () => this.#area,
      write: (text) => this.#write(text),
      show: () => this.#showText(),
    }),
  )
  // The same for every try to send one text, so that an answer lost on the way is not posted twice.
  #sending = crypto.randomUUID()

  constructor() {
    super()
    this.mode = 'reply'
    this.text = ''
    this.parent = null
    this.busy = false
    this.wrong = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('thread')
    if (changed.has('thread') && this.#closed) this.mode = 'note'
    if (!changed.has('thread') || before?.number === this.thread.number) return
    this.text = this.#mentions.text.shown(draftOf(this.#draft))
    this.parent = null
    this.#preview.close()
    this.wrong = ''
    // A note that was begun is never found again as a reply that everybody would read.
    this.mode = this.#closed ? 'note' : modeNamed(draftOf(this.#draftMode))
  }

  /** What is locked, hidden, or was taken away by its author takes no replies. */
  get #closed(): boolean {
    return this.thread.locked || this.thread.html === null
  }

  get #draft(): string {
    return `thread-${this.thread.number}`
  }

  get #draftMode(): string {
    return `${this.#draft}-mode`
  }

  /** What is sent and kept of what stands in the field. */
  get #markdown(): string {
    return this.#mentions.text.stored(this.text)
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  #write(text: string): void {
    this.text = text
    this.#sending = crypto.randomUUID()
    this.wrong = ''
    this.#keep()
  }

  #keep(): void {
    keepDraft(this.#draft, this.#markdown)
    keepDraft(this.#draftMode, this.text && this.mode)
  }

  async #showText(): Promise<void> {
    this.#preview.close()
    await this.updateComplete
  }

  async focusText(): Promise<void> {
    await this.#showText()
    this.#area?.focus()
  }

  /** Answers one reply, nested below it. */
  answer(parent: string, name: string): void {
    this.parent = { id: parent, name }
    if (this.mode === 'note') this.mode = 'reply'
    this.#keep()
    void this.focusText()
  }

  #onType(event: InputEvent): void {
    this.#write((event.target as HTMLTextAreaElement).value)
    this.#mentions.typed(event)
  }

  #togglePreview(): void {
    const place = this.mode === 'note' ? {} : { thread: this.thread.number }
    this.#preview.toggle({ markdown: this.#markdown, ...place })
  }

  async #send(event?: Event): Promise<void> {
    event?.preventDefault()
    const body = this.#markdown.trim()
    if (this.busy) return
    if (!body) {
      this.wrong = this.words.common.required
      return void this.focusText()
    }
    if (this.#images.busy) {
      this.wrong = this.words.images.waits
      return
    }
    this.busy = true
    this.wrong = ''
    try {
      await postAs(this.mode, this.thread.number, body, this.parent?.id, this.#sending)
      this.#clear()
    } catch (error) {
      this.wrong = refusalWords(error instanceof Problem ? error : new Problem(0, 'internal'))
    } finally {
      this.busy = false
    }
  }

  #clear(): void {
    const sent = this.mode
    tell(this.words.thread.sent[sent])
    this.text = ''
    // What is typed next must not take the official answer's place unseen.
    if (sent === 'official') this.mode = 'reply'
    this.#keep()
    this.parent = null
    this.#preview.close()
    this.#sending = crypto.randomUUID()
    this.dispatchEvent(new CustomEvent('sent', { detail: sent }))
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
    const { mode, words } = this
    const choose = (chosen: Mode) => {
      this.mode = chosen
      this.wrong = ''
      this.#keep()
    }
    return html`<div class="top">
      ${modeChoice(words, { mode, locked: this.#closed, choose })}
      <span class="space"></span>
      ${this.#preview.button(words, () => this.#togglePreview())}
    </div>`
  }

  #field() {
    const { thread } = this.words
    return html`<textarea
        aria-label=${thread.modes[this.mode]}
        aria-describedby="wrong instead"
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

  override render() {
    const { thread, common, images } = this.words
    return html`<form class="compose ${this.mode}" @submit=${this.#send} @paste=${this.#images.given} @dragover=${this.#images.over} @drop=${this.#images.given}>
      ${this.#top()}
      ${
        this.parent
          ? html`<p class="parent small">${icon(iconReply, 's')}${thread.nested(this.parent.name)}
            <button type="button" class="button ghost icon" aria-label=${common.remove} @click=${() => {
              this.parent = null
            }}>${icon(iconX, 's')}</button></p>`
          : nothing
      }
      ${this.mode === 'official' && this.thread.officialReply ? html`<p class="parent small" id="instead" role="status">${icon(iconSeal, 's')}${thread.officialInstead}</p>` : nothing}
      ${this.#preview.open ? this.#preview.draw(this.words) : this.#field()}
      ${this.mode === 'note' ? nothing : this.#images.draw(this.text)}
      <div class="foot">
        ${this.mode === 'note' ? nothing : html`<button type="button" class="button ghost icon" aria-label=${images.add} @click=${this.#images.choose}>${icon(iconImage, 'm')}</button>`}
        <p class="wrong" id="wrong" role="alert">${this.wrong}</p>
        <span class="quiet small">${this.text ? common.draftKept : this.thread.locked ? thread.lockedWords : ''}</span>
        <button class="button primary" aria-disabled=${this.busy}>${thread.send[this.mode]}<kbd aria-hidden="true">${sendKeys()}</kbd></button>
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
