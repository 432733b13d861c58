import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { AuthorJson } from '../../../server/members/json.ts'
import type { Context } from '../../context.ts'
import { keepDraft, readDraft } from '../../controllers/draft.ts'
import { MentionField } from '../../mentions/mention_field.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { ComposeWords } from '../../translations/en/compose.ts'
import { icon } from '../../ui/icons.ts'
import { filesOf, insertImage } from '../../ui/image_text.ts'
import { postBody, postBodyStyles } from '../../ui/post_body.ts'
import '../../ui/parvis_images.ts'
import type { ParvisImages } from '../../ui/parvis_images.ts'
import { imagesFrom } from '../../ui/sanitize.ts'
import { iconEye, iconImage, iconSaved } from '../../ui/view_icons.ts'
import { sendImage, whyNot } from './images.ts'
import { append, apply, tools } from './markdown_tools.ts'
import { composerStyles } from './parvis-composer.styles.ts'

const longest = 20_000
const pause = 400

/**
 * The editor of a post: a text field with a few Markdown tools, a preview by the server,
 * and a draft that is kept on the device. Part of `<parvis-board>`.
 *
 * @element parvis-composer
 * @prop ctx - What every view is given.
 * @prop words - The editor's words.
 * @prop label - The field's name. Shown above it with `labelled`.
 * @prop board - The board it is written for, by its slug.
 * @prop draft - Under which name the draft is kept; none is kept where empty.
 * @prop where - The thread or the board that it is written for, whose readers can be mentioned.
 * @prop value - The text to begin with, where there is no draft.
 * @prop verb - The button that sends. Without one the form around it sends.
 * @prop busy - Whether it is being sent.
 * @prop problem - What is wrong with the text, in words.
 * @prop cancellable - Offers to give up.
 * @fires compose-send - The text is to be sent: `detail` is the text.
 * @fires compose-cancel
 * @fires compose-change - `detail` is the text.
 */
export class ParvisComposer extends LitElement {
  static override styles = [base, viewStyles, postBodyStyles, composerStyles]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    label: {},
    labelled: { type: Boolean },
    board: {},
    draft: {},
    where: { attribute: false },
    value: {},
    verb: {},
    busy: { type: Boolean },
    problem: {},
    cancellable: { type: Boolean },
    text: { state: true },
    keptAt: { state: true },
    preview: { state: true },
  }
  declare ctx: Context
  declare words: ComposeWords
  declare label: string
  declare labelled: boolean
  declare board: string
  declare draft: string
  declare where: { thread: number } | { board: string } | undefined
  declare value: string
  declare verb: string
  declare busy: boolean
  declare problem: string
  declare cancellable: boolean
  /** What stands in the field. What is sent and kept is `markdown`. */
  declare text: string
  declare keptAt: number | undefined
  /** The rendered text while it is previewed; empty while it is on its way. */
  declare preview: string | undefined
  #saving: ReturnType<typeof setTimeout> | undefined
  readonly #mentions = new MentionField(this, {
    area: () => this.#area,
    ask: (q, signal) => this.#mentionable(q, signal),
    locale: () => this.ctx.locale,
    base: () => this.ctx.base,
  })

  constructor() {
    super()
    this.label = this.board = this.draft = this.value = this.verb = this.problem = this.text = ''
    this.labelled = this.busy = this.cancellable = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    imagesFrom(this.ctx.base)
    addEventListener('pagehide', this.#keep)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('pagehide', this.#keep)
    this.#keep()
  }

  protected override willUpdate(changed: PropertyValues): void {
    // A text that was touched is not replaced by a newer one from the server.
    const untouched = changed.has('value') && this.markdown === (changed.get('value') ?? '')
    if (changed.has('draft') || untouched) {
      const kept = this.draft ? readDraft(this.draft) : undefined
      this.text = this.#mentions.text.shown(kept?.text ?? this.value)
      this.keptAt = kept?.at
      this.preview = undefined
    }
  }

  get markdown(): string {
    return this.#mentions.text.stored(this.text)
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea')
  }

  get #images(): ParvisImages | null {
    return this.renderRoot.querySelector('parvis-images')
  }

  /** Whether an image is still on its way, so that the text is not whole. */
  get waits(): boolean {
    return this.#images?.busy ?? false
  }

  override focus(): void {
    void this.updateComplete.then(() => this.#area?.focus())
  }

  /** Puts a passage after what is written already, as if it were typed, and goes there. */
  async add(passage: string): Promise<void> {
    this.preview = undefined
    await this.updateComplete
    append(this.#area!, passage)
  }

  /** Forgets text and draft, after it was sent. */
  clear(): void {
    clearTimeout(this.#saving)
    this.#saving = undefined
    if (this.draft) keepDraft(this.draft, '')
    this.text = ''
    this.keptAt = this.preview = undefined
  }

  #typed(event: Event): void {
    this.text = (event.target as HTMLTextAreaElement).value
    this.#mentions.typed(event)
    this.#fire('compose-change', this.markdown)
    clearTimeout(this.#saving)
    if (this.draft) this.#saving = setTimeout(() => this.#save(), pause)
  }

  /** Keeps what was typed last even if the view or the page goes away at once. */
  #keep = (): void => {
    if (this.#saving) this.#save()
  }

  #save(): void {
    clearTimeout(this.#saving)
    this.#saving = undefined
    this.keptAt = keepDraft(this.draft, this.markdown)
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
    this.#keep()
    this.#fire('compose-send', this.markdown)
  }

  /** Files that are pasted or dropped are images for the text; whatever else is pasted goes its usual way. */
  #given(event: ClipboardEvent | DragEvent): void {
    const data = 'clipboardData' in event ? event.clipboardData : event.dataTransfer
    const files = filesOf(data)
    if (!files.length) return
    event.preventDefault()
    this.#images!.take(files)
  }

  #over(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }

  #inserted(event: CustomEvent<string>): void {
    insertImage(this.#area!, event.detail)
  }

  #rewritten(event: CustomEvent<string>): void {
    const area = this.#area!
    area.value = event.detail
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }

  #keyed(event: KeyboardEvent): void {
    if (this.#mentions.keyed(event)) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.verb) this.#send()
  }

  /** People who may read it, by how their names begin. */
  #mentionable(q: string, signal: AbortSignal): Promise<AuthorJson[]> | undefined {
    const { where } = this
    if (!where) return undefined
    const place = 'thread' in where ? `threads/${where.thread}` : `boards/${where.board}`
    const path = `${place}/mentionable?q=${encodeURIComponent(q)}`
    return this.ctx.api.ask<{ items: AuthorJson[] }>(path, { signal }).then(({ items }) => items)
  }

  async #togglePreview(): Promise<void> {
    if (this.preview !== undefined) {
      this.preview = undefined
      this.focus()
      return
    }
    if (!this.text.trim()) return this.ctx.act('announce', this.words.nothingToShow)
    if (!(await this.ctx.act('signIn'))) return
    this.preview = ''
    try {
      const ask = { method: 'POST', body: { markdown: this.markdown, ...this.where } }
      this.preview = (await this.ctx.api.ask<{ html: string }>('previews', ask)).html
      this.ctx.act('announce', this.words.preview)
    } catch (error) {
      this.preview = undefined
      this.ctx.act('refuse', error)
    }
  }

  /** One stop for Tab; arrows move between the tools (APG: toolbar). */
  #move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -99, End: 99 }[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.tools button')]
    const at = buttons.indexOf(event.target as HTMLElement)
    const next = buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]!
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1
    next.focus()
  }

  protected override render() {
    const { words, label, problem } = this
    const over = this.markdown.length - longest
    const wrong = problem || (over > 0 ? words.tooLong(this.ctx.words.number(over)) : '')
    return html`
      ${this.labelled ? html`<label class="label" for="text">${label}</label>` : nothing}
      <div class="box ${wrong ? 'wrong' : ''}" @paste=${this.#given} @dragover=${this.#over} @drop=${this.#given}>
        <div class="bar">${this.#tools()}${this.#previewButton('txt wide')}</div>
        <textarea id="text" dir="auto" aria-label=${this.labelled ? nothing : label} placeholder=${this.labelled ? '' : label} aria-invalid=${wrong ? 'true' : nothing} aria-describedby="wrong" .value=${this.text} ?hidden=${this.preview !== undefined} @input=${this.#typed} @keydown=${this.#keyed} @pointerdown=${this.#mentions.leave} @blur=${this.#mentions.leave}></textarea>
        ${this.#mentions.draw()}
        ${this.preview === undefined ? nothing : html`<div class="shown" aria-busy=${!this.preview}>${postBody(this.preview)}</div>`}
        ${this.#tray()}
        <div class="end">
          <span class="hint">${this.#hint(over)}</span>
          ${this.#previewButton('btn ghost narrow')}
          ${this.cancellable ? html`<button class="btn ghost" type="button" @click=${() => this.#fire('compose-cancel')}>${words.cancel}</button>` : nothing}
          ${this.verb ? html`<button class="btn pri" type="button" ?disabled=${this.busy} @click=${this.#send}>${this.verb}</button>` : nothing}
        </div>
      </div>
      <p id="wrong" class="wrong-text" role="alert">${wrong}</p>
    `
  }

  #tray() {
    const { ctx, words } = this
    return html`<parvis-images .words=${words.images} .text=${this.text} .send=${sendImage(ctx, this.board)} .why=${whyNot(ctx, words.images)} @images-insert=${this.#inserted} @images-text=${this.#rewritten}></parvis-images>`
  }

  #tools() {
    const { words } = this
    return html`<div class="tools" role="toolbar" aria-label=${words.tools} @keydown=${this.#move}>
      ${tools.map((tool, index) => [
        index === 2 ? html`<span class="sep"></span>` : nothing,
        html`<button class="ico" type="button" tabindex=${index ? -1 : 0} aria-label=${words[tool.name]} title=${words[tool.name]} ?disabled=${this.preview !== undefined} @click=${() => apply(this.#area!, tool, (words.placeholders as Record<string, string>)[tool.name])}>${icon(tool.icon)}</button>`,
      ])}
      <button class="ico" type="button" tabindex="-1" aria-label=${words.images.add} title=${words.images.add} ?disabled=${this.preview !== undefined} @click=${() => this.#images!.choose()}>${icon(iconImage)}</button>
    </div>`
  }

  #previewButton(look: string) {
    const on = this.preview !== undefined
    return html`<button class=${look} type="button" aria-pressed=${on} @click=${this.#togglePreview}>${look.startsWith('txt') ? icon(iconEye) : nothing}${this.words.preview}</button>`
  }

  #hint(over: number) {
    const { words, ctx } = this
    if (over > -500) return words.left(ctx.words.number(Math.max(0, -over)))
    if (!this.keptAt) return nothing
    const time = new Date(this.keptAt).toLocaleTimeString(ctx.region, { timeStyle: 'short' })
    return html`${icon(iconSaved)}<span>${words.draftKept(time)}</span>`
  }
}

if (!customElements.get('parvis-composer')) customElements.define('parvis-composer', ParvisComposer)
