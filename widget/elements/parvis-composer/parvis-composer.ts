import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { Context } from '../../context.ts'
import { draftKey } from '../../controllers/draft.ts'
import { MentionField } from '../../mentions/mention_field.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { ImageField } from '../../ui/image_field.ts'
import { postBodyStyles } from '../../ui/post_body.ts'
import { imagesFrom } from '../../ui/sanitize.ts'
import { barred, barredStyles, ended } from './barred.ts'
import { DoneTools } from './done_tools.ts'
import { DraftImages } from './draft_images.ts'
import { hint, roomSaid, tooLong } from './hint.ts'
import { sendImage, whyNot } from './images.ts'
import { KeptDraft } from './kept_draft.ts'
import { append, toolOf } from './markdown_tools.ts'
import { nextItem } from './next_item.ts'
import { composerStyles } from './parvis-composer.styles.ts'
import { Preview } from './preview.ts'
import { readers, type Where } from './readers.ts'
import { toolBar, use } from './tool_bar.ts'

const longest = 20_000

/** Whether a key is of an input method that is still composing; its code says so where the flag comes too early. */
const composes = ({ isComposing, keyCode }: KeyboardEvent): boolean => isComposing || keyCode === 229

/**
 * The editor of a post: a text field with a few Markdown tools, a preview by the server,
 * and a draft that is kept on the device. Part of `<parvis-board>`.
 *
 * @element parvis-composer
 * @prop ctx - What every view is given.
 * @prop words - The editor's words.
 * @prop label - The field's name. Shown above it with `labelled`.
 * @prop board - The board it is written for, by its slug.
 * @prop draft - What it is a draft of, such as `12:` for a reply; none is kept where empty.
 * @prop where - The thread or the board that it is written for, whose readers can be mentioned.
 * @prop value - The text to begin with, where there is no draft.
 * @prop drawn - The post as it stands, where one is edited.
 * @prop verb - The button that sends. Without one the form around it sends.
 * @prop busy - Whether it is being sent.
 * @prop problem - What is wrong with the text, in words.
 * @prop cancellable - Offers to give up.
 * @fires compose-send - The text is to be sent: `detail` is the text.
 * @fires compose-cancel
 * @fires compose-change - `detail` is the text.
 */
export class ParvisComposer extends LitElement {
  static override styles = [base, viewStyles, postBodyStyles, composerStyles, barredStyles]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    label: {},
    labelled: { type: Boolean },
    board: {},
    draft: {},
    where: { attribute: false },
    value: {},
    drawn: {},
    verb: {},
    busy: { type: Boolean },
    problem: {},
    cancellable: { type: Boolean },
    text: { state: true },
  }
  declare ctx: Context
  declare words: ComposeWords
  declare label: string
  declare labelled: boolean
  declare board: string
  declare draft: string
  declare where: Where | undefined
  declare value: string
  declare drawn: string
  declare verb: string
  declare busy: boolean
  declare problem: string
  declare cancellable: boolean
  /** What stands in the field. What is sent and kept is `markdown`. */
  declare text: string
  readonly #kept = new KeptDraft(this, {
    name: () => this.draft && draftKey(this.ctx, this.draft),
    session: () => this.ctx.session,
    text: () => this.markdown,
    beside: (theirs, known) => this.#images.beside(theirs, known),
    posted: (left) => this.#posted(left),
  })
  readonly #preview = new Preview(this)
  readonly #drafted = new DraftImages(this)
  readonly #done = new DoneTools(this, () => this.#area)
  readonly #mentions = new MentionField(this, {
    area: () => this.#area,
    ask: (q, signal) => this.where && readers(this.ctx, this.where, q, signal),
    locale: () => this.ctx.locale,
    base: () => this.ctx.base,
    say: (words) => this.#say(words),
  })
  readonly #images = new ImageField(this, {
    area: () => this.#area,
    words: () => this.words.images,
    send: () => sendImage(this.ctx, this.board),
    why: (error) => whyNot(this.ctx, this.words.images)(error),
    write: (text) => (this.text = text),
    say: (words) => this.#say(words),
  })

  constructor() {
    super()
    this.label = this.board = this.draft = this.value = this.drawn = this.verb = this.problem = this.text = ''
    this.labelled = this.busy = this.cancellable = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    imagesFrom(this.ctx.base)
  }

  protected override willUpdate(changed: PropertyValues): void {
    // A text that was touched is not replaced by a newer one from the server.
    const untouched = changed.has('value') && this.markdown === (changed.get('value') ?? '')
    if (!this.#kept.moved() && !untouched) return
    const kept = this.#kept.read()
    this.#show(kept ?? this.value)
    if (kept) void this.#drafted.ask(kept)
  }

  #show(markdown: string): void {
    if (markdown === this.markdown) return
    this.text = this.#mentions.text.shown(markdown)
    this.#preview.close()
  }

  get markdown(): string {
    return this.#mentions.text.stored(this.text)
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  /** How many characters more a post may have; below nothing, how many are too many. */
  get #left(): number {
    return longest - this.markdown.length
  }

  /** Whether the text is longer than a post may be, which is said below it. */
  get over(): boolean {
    return this.#left < 0
  }

  /** Whether an image is still on its way, so that the text is not whole. */
  get waits(): boolean {
    return this.#images.busy
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#area?.focus())
  }

  /** Puts a passage after what is written already, as if it were typed, and goes there. */
  async add(passage: string): Promise<void> {
    this.#preview.close()
    await this.updateComplete
    append(this.#area!, this.#mentions.text.shown(passage))
  }

  /** Keeps what was typed last at once: its place may be gone by the next moment. */
  keep(): void {
    this.#kept.now()
  }

  /** Forgets text and draft; after a text was sent, that alone, and not what was typed before or meanwhile. */
  clear(sent?: string): void {
    // Who signed in to send it may have had a draft here, which stands before it now.
    if (this.#kept.moved()) this.#show(this.#kept.read() ?? this.markdown)
    this.#show(sent === undefined ? '' : this.markdown.replace(sent, '').trim())
    this.#kept.sent(sent)
    this.#preview.close()
  }

  /** Under which key the text is sent, with what goes with it: the same after a reload, until it was posted. */
  keyFor(whole: string): string {
    return this.#kept.keyFor(whole)
  }

  #typed(event: Event): void {
    const before = this.#left
    this.text = (event.target as HTMLTextAreaElement).value
    this.#mentions.typed(event)
    const said = roomSaid(this.ctx, this.words, before, this.#left)
    if (said) this.#say(said)
    this.#fire('compose-change', this.markdown)
    this.#kept.typed()
  }

  #say = (words: string): void => void this.ctx.act('announce', words, true)

  #posted(left: string): void {
    this.#show(left)
    this.#kept.keep()
    this.ctx.act('notify', this.words.postedElsewhere)
  }

  #fire(name: string, detail?: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }

  #send(): void {
    if (this.busy) return
    if (this.waits) {
      this.ctx.act('notify', this.words.images.waits)
      return
    }
    // What is refused, or lost with the page, is on the device by then.
    this.#kept.now()
    if (this.over) this.focus()
    else this.#fire('compose-send', this.markdown)
  }

  #keyed(event: KeyboardEvent): void {
    if (this.#mentions.keyed(event)) return
    const tool = toolOf(event)
    if (tool) {
      event.preventDefault()
      use(this.#area!, tool, this.words)
    }
    if (event.key !== 'Enter') return
    const { ctrlKey, metaKey, shiftKey, altKey } = event
    if (composes(event)) return
    if (ctrlKey || metaKey) this.#sendNow(event)
    else if (!shiftKey && !altKey && nextItem(this.#area!)) event.preventDefault()
  }

  // The preview stands in the place of the field, and its text is sent from there too.
  #keyedBeside = (event: KeyboardEvent): void => {
    if (this.#preview.open && event.key === 'Enter' && !composes(event) && (event.ctrlKey || event.metaKey))
      this.#sendNow(event)
  }

  #sendNow(event: KeyboardEvent): void {
    event.preventDefault()
    this.#send()
  }

  protected override render() {
    const { words, label, problem } = this
    const preview = this.#preview
    const left = this.#left
    const over = problem || left >= 0 ? '' : tooLong(this.ctx, words, left)
    const wrong = problem || over
    return html`
      ${this.labelled ? nothing : barred(this.ctx, words)}
      ${this.labelled ? html`<label class="label" for="text">${label}</label>` : nothing}
      <div class="box ${wrong ? 'wrong' : ''}" role="group" aria-label=${label} @keydown=${this.#keyedBeside} @paste=${this.#images.given} @dragover=${this.#images.over} @drop=${this.#images.given}>
        <div class="bar">${toolBar(words, { disabled: preview.open, area: () => this.#area!, done: (tool) => this.#done.has(tool), choose: this.#images.choose })}${preview.button('txt wide')}</div>
        <textarea id="text" dir="auto" aria-label=${this.labelled ? nothing : label} placeholder=${this.labelled ? '' : label} aria-invalid=${wrong ? 'true' : nothing} aria-describedby="barred wrong over ended" .value=${this.text} ?hidden=${preview.open} @input=${this.#typed} @keydown=${this.#keyed} @selectionchange=${this.#done.look} @pointerdown=${this.#mentions.leave} @blur=${this.#mentions.leave}></textarea>
        ${this.#mentions.draw()}
        ${preview.draw()}
        ${this.#images.draw(this.text, this.drawn + this.#drafted.drawn, this.#drafted.gone(this.drawn))}
        <div class="end">
          <span class="hint">${hint(this.ctx, words, left, this.#kept)}</span>
          ${preview.button('btn ghost narrow')}
          ${this.cancellable ? html`<button class="btn ghost" type="button" @click=${() => this.#fire('compose-cancel')}>${words.cancel}</button>` : nothing}
          ${this.verb ? html`<button class="btn pri" type="button" aria-disabled=${this.busy} @click=${this.#send}>${this.verb}</button>` : nothing}
        </div>
      </div>
      <p id="wrong" class="wrong-text" role="alert">${problem}</p>
      <p id="over" class="wrong-text">${over}</p>
      ${this.text.trim() ? ended(this.ctx, words) : nothing}
    `
  }
}

if (!customElements.get('parvis-composer')) customElements.define('parvis-composer', ParvisComposer)
