import { css, html, nothing } from 'lit'
import type { BoardJson } from '../../../server/boards/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Locale } from '../../../server/words.ts'
import { ImageField } from '../../../widget/ui/image_field.ts'
import { postBodyStyles } from '../../../widget/ui/post_body.ts'
import { post } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { community } from '../../community.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { define, sheets } from '../../element.ts'
import { go } from '../../router.ts'
import { tell } from '../../toasts.ts'
import { catalog, localeNames, named } from '../../translations/index.ts'
import { ActDialog, actStyles } from '../acts/act_dialog.ts'
import { imagesIn } from '../images.ts'
import { MarkdownField, markdownStyles } from '../markdown_field.ts'
import { Preview } from '../thread-composer/preview.ts'

/** The boards that take announcements. */
export const boardsForNews = (): BoardJson[] =>
  community.value.boards.filter((board) => board.kinds.includes('announcement'))

const shortestTitle = 4

/**
 * Writes an announcement to everybody who reads a board, with replies or without. What was typed is kept on this
 * device until it is published. Event `ended`.
 */
export class AnnounceDialog extends ActDialog {
  static override properties = { missing: { state: true }, text: { state: true }, board: { state: true } }
  static override styles = sheets(
    actStyles,
    postBodyStyles,
    markdownStyles,
    css`
      .bar {
        display: flex;
        justify-content: space-between;
        gap: 4px;
      }
      .preview {
        min-height: 120px;
      }
    `,
  )

  declare missing: 'title' | 'text' | null
  declare text: string
  declare board: string

  #title = draftOf('announcement-title')
  /** Of what stands there now, so that sending it twice publishes it once. */
  #sending = crypto.randomUUID()
  readonly #tools = new MarkdownField(this, () => this.renderRoot.querySelector('textarea'))
  readonly #preview = new Preview(this)
  readonly #images = new ImageField(
    this,
    imagesIn(() => this.board, {
      area: () => this.renderRoot.querySelector('textarea'),
      write: (text) => this.#write(text),
      show: () => this.#showText(),
    }),
  )

  constructor() {
    super()
    this.missing = null
    this.text = draftOf('announcement-text')
    this.board = boardsForNews()[0]?.slug ?? ''
  }

  #write(text: string): void {
    this.text = text
    this.#sending = crypto.randomUUID()
    keepDraft('announcement-text', text)
  }

  #onTitle(event: InputEvent): void {
    this.#title = (event.target as HTMLInputElement).value
    this.#sending = crypto.randomUUID()
    keepDraft('announcement-title', this.#title)
  }

  async #showText(): Promise<void> {
    this.#preview.close()
    await this.updateComplete
  }

  #submit = (): void => {
    const title = this.#title.trim()
    const body = this.text.trim()
    this.missing = title.length < shortestTitle ? 'title' : body ? null : 'text'
    if (this.missing) {
      const field = this.missing
      void this.#showText().then(() => this.renderRoot.querySelector<HTMLElement>(`#${field}`)?.focus())
      return
    }
    if (this.#images.busy) this.wrong = this.words.images.waits
    else void this.perform(() => this.#publish(title, body))
  }

  async #publish(title: string, body: string): Promise<void> {
    const language = this.renderRoot.querySelector<HTMLSelectElement>('#language')!.value
    const comments = this.renderRoot.querySelector<HTMLInputElement>('#comments')!.checked
    const said = { board: this.board, kind: 'announcement', title, body, language, comments }
    const { number } = await post<ThreadJson>('threads', said, { idempotencyKey: this.#sending })
    // What was typed meanwhile is there when the next one is begun.
    if (this.#title.trim() === title) keepDraft('announcement-title', '')
    keepDraft('announcement-text', this.text.replace(body, '').trim())
    threadsChanged(number)
    tell(this.words.feedback.announce.done)
    go(`feedback/${number}`)
  }

  #where() {
    const { announce, columns } = this.words.feedback
    const choose = (event: Event) => {
      this.board = (event.target as HTMLSelectElement).value
    }
    return html`<div class="two">
      <label class="field"><span class="label">${columns.board}</span>
        <select class="input" id="board" @change=${choose}>
          ${boardsForNews().map((board) => html`<option value=${board.slug} ?selected=${board.slug === this.board}>${named(board)}</option>`)}
        </select></label>
      <label class="field"><span class="label">${announce.language}</span>
        <select class="input" id="language">
          ${(Object.keys(localeNames) as Locale[]).map((locale) => html`<option value=${locale} ?selected=${locale === catalog.value.locale}>${this.words.common.languages[locale]}</option>`)}
        </select></label>
    </div>`
  }

  #field() {
    const { announce } = this.words.feedback
    const typed = (event: InputEvent) => this.#write((event.target as HTMLTextAreaElement).value)
    if (this.#preview.open) return this.#preview.draw(this.words)
    return html`<label class="field"><span class="label">${announce.text}</span>
      <textarea class="input" id="text" maxlength="20000" dir="auto" aria-invalid=${this.missing === 'text'} .value=${this.text} @input=${typed} @keydown=${(event: KeyboardEvent) => this.#tools.keyed(event)} @selectionchange=${this.#tools.look}></textarea>
      ${this.missing === 'text' ? html`<span class="wrong" role="alert">${this.words.common.required}</span>` : nothing}</label>`
  }

  override render() {
    const { announce } = this.words.feedback
    const preview = () => this.#preview.toggle({ markdown: this.text })
    return html`<admin-dialog heading=${announce.open} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form" @paste=${this.#images.given} @dragover=${this.#images.over} @drop=${this.#images.given}>
        <label class="field"><span class="label">${announce.title}</span>
          <input class="input" id="title" maxlength="140" dir="auto" autocomplete="off" aria-invalid=${this.missing === 'title'} .value=${this.#title} @input=${this.#onTitle} />
          ${this.missing === 'title' ? html`<span class="wrong" role="alert">${announce.titleShort}</span>` : nothing}</label>
        <div class="bar">${this.#tools.draw({ disabled: this.#preview.open, choose: this.#images.choose })}${this.#preview.button(this.words, preview)}</div>
        ${this.#field()}
        ${this.#images.draw(this.text)}
        ${this.#where()}
        <div class="choices"><label class="choice"><input type="checkbox" id="comments" checked />${announce.comments}<span class="quiet small">${announce.commentsHint}</span></label></div>
        <p class="hint">${announce.afterwards}</p>
      </div>
      ${this.foot(announce.act, this.#submit)}
    </admin-dialog>`
  }
}

define('announce-dialog', AnnounceDialog)
