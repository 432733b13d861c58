import { html, nothing, type PropertyValues } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { KeptDraft } from '../../../widget/elements/parvis-composer/kept_draft.ts'
import { append } from '../../../widget/elements/parvis-composer/markdown_tools.ts'
import { MentionField } from '../../../widget/mentions/mention_field.ts'
import { ImageField } from '../../../widget/ui/image_field.ts'
import { postBodyStyles } from '../../../widget/ui/post_body.ts'
import { Problem } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { refusalWords } from '../../problem_words.ts'
import { composing, sends } from '../../shortcuts.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { imagesIn } from '../images.ts'
import { MarkdownField, markdownStyles } from '../markdown_field.ts'
import { mentionable } from '../mentionable.ts'
import { begunName, forgetPosted, isBegun, keepMode, modeBegun } from './begun.ts'
import { answeredLine, footLine, insteadLine } from './lines.ts'
import { type Mode, modeChoice, postAs } from './modes.ts'
import { Preview } from './preview.ts'
import { composerStyles } from './thread-composer.styles.ts'

/** What was sent, as it was then. */
interface Sent extends Pick<ThreadComposer, 'thread' | 'mode' | 'parent'> {
  name: string
  body: string
}

/**
 * Where the team answers: a reply under one's own name, the official answer, or a note that only the team reads,
 * which looks unlike the others. Keeps what was typed on this device until it is sent, as one draft in all tabs.
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
  static override styles = sheets(postBodyStyles, markdownStyles, composerStyles)

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
  readonly #tools = new MarkdownField(this, () => this.#area)
  readonly #kept = new KeptDraft(this, {
    name: () => this.#name,
    text: () => this.#markdown,
    beside: (theirs, known) => this.#images.beside(theirs, known),
    posted: (left) => {
      this.#show(left)
      this.#kept.keep()
      tell(this.words.compose.postedElsewhere)
    },
  })

  constructor() {
    super()
    this.mode = 'reply'
    this.text = ''
    this.parent = null
    this.busy = false
    this.wrong = ''
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const another = changed.has('thread') && changed.get('thread')?.number !== this.thread.number
    if (another) {
      this.parent = null
      this.wrong = ''
      // It is read below. What stands there still is kept as what it was.
      this.mode = modeBegun(this.thread.number)
    }
    if (this.#kept.moved()) this.#show(this.#kept.read() ?? '')
    if (another) this.#preview.close()
    if (changed.has('thread') && this.#closed && this.mode !== 'note') this.#turn('note')
  }

  /** What is locked, hidden, or was taken away by its author takes no replies. */
  get #closed(): boolean {
    return this.thread.locked || this.thread.html === null
  }

  get #name(): string {
    return begunName(this.thread.number, this.mode)
  }

  /** What is sent and kept of what stands in the field. */
  get #markdown(): string {
    return this.#mentions.text.stored(this.text)
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  #show(markdown: string): void {
    if (markdown === this.#markdown) return
    this.text = this.#mentions.text.shown(markdown)
    this.#preview.close()
  }

  #write(text: string): void {
    this.text = text
    this.wrong = ''
    keepMode(this.thread.number, text && this.mode)
    this.#kept.typed()
  }

  /** Goes on as something else. What is written goes along, but where that was begun before. */
  #turn(mode: Mode, { along = true } = {}): void {
    const begun = this.#markdown
    const other = begunName(this.thread.number, mode) !== this.#name
    const moves = other && along && begun && !isBegun(this.thread.number, mode)
    if (moves) {
      this.text = ''
      this.#kept.keep()
    }
    this.mode = mode
    this.wrong = ''
    if (other && this.#kept.moved()) this.#show(moves ? begun : (this.#kept.read() ?? ''))
    if (moves) this.#kept.keep()
    keepMode(this.thread.number, this.text && mode)
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
    if (this.mode === 'note') this.#turn('reply', { along: false })
    void this.focusText()
  }

  /** Adds a quotation below what is written; a reply answers what it quotes, a note nobody. */
  async quote(passage: string, answered: { id: string; name: string } | null): Promise<void> {
    if (answered && this.mode !== 'note') this.parent = answered
    await this.#showText()
    if (this.#area) append(this.#area, this.#mentions.text.shown(passage))
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
    const { thread, mode, parent } = this
    const name = this.#name
    this.busy = true
    this.wrong = ''
    try {
      const key = this.#kept.keyFor([mode, parent?.id, body].join('\n'))
      await postAs(mode, thread.number, body, parent?.id, key)
      await this.updateComplete
      this.#sent({ thread, mode, parent, name, body })
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem(0, 'internal')
      // In another thread by now, nobody would know what was refused.
      if (this.#shows(thread)) this.wrong = refusalWords(problem)
      else tellProblem(problem)
    } finally {
      this.busy = false
    }
  }

  #shows({ number }: ThreadJson): boolean {
    return this.isConnected && this.thread.number === number
  }

  /** Takes what was sent out of the draft; what was typed meanwhile stays, in this thread or in another. */
  #sent({ thread, mode, parent, name, body }: Sent): void {
    tell(this.words.thread.sent[mode])
    if (name !== this.#name) forgetPosted(name, body)
    if (!this.#shows(thread)) threadsChanged(thread.number)
    if (thread.number !== this.thread.number) return
    this.#show(this.#markdown.replace(body, '').trim())
    // What is typed next must not take the official answer's place unseen.
    if (mode === 'official' && this.mode === mode) this.mode = 'reply'
    if (name !== this.#name) this.#kept.keep()
    else if (this.isConnected) this.#kept.sent(body)
    // The thread was left, and may be open again with this text: sent from there, it is the same reply.
    else this.#kept.keep(body)
    keepMode(thread.number, this.text && this.mode)
    if (this.parent === parent) this.parent = null
    this.#preview.close()
    this.dispatchEvent(new CustomEvent('sent', { detail: mode }))
  }

  #onKey(event: KeyboardEvent): void {
    if (composing(event) || this.#mentions.keyed(event)) return
    this.#tools.keyed(event)
    if (sends(event)) void this.#send(event)
    if (event.key === 'Escape') {
      event.stopPropagation()
      this.#area?.blur()
    }
  }

  #top() {
    const { mode, words } = this
    const choose = (chosen: Mode) => this.#turn(chosen)
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
        @selectionchange=${this.#tools.look}
        @pointerdown=${this.#mentions.leave}
        @blur=${this.#mentions.leave}
      ></textarea>${this.#mentions.draw()}`
  }

  override render() {
    const { words } = this
    const leave = () => {
      this.parent = null
    }
    return html`<form class="compose ${this.mode}" @submit=${this.#send} @paste=${this.#images.given} @dragover=${this.#images.over} @drop=${this.#images.given}>
      ${this.#top()}
      ${answeredLine(words, this.parent, leave)}
      ${this.mode === 'official' && this.thread.officialReply ? insteadLine(words) : nothing}
      ${this.#tools.draw({ disabled: this.#preview.open, choose: this.mode === 'note' ? undefined : this.#images.choose })}
      ${this.#preview.open ? this.#preview.draw(this.words) : this.#field()}
      ${this.mode === 'note' ? nothing : this.#images.draw(this.text)}
      ${footLine(words, this, this.#kept.fleeting)}
    </form>`
  }
}

define('thread-composer', ThreadComposer)

declare global {
  interface HTMLElementTagNameMap {
    'thread-composer': ThreadComposer
  }
}
