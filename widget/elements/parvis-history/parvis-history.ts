import { css, html, LitElement, nothing } from 'lit'
import type { EditJson, EditPageJson } from '../../../server/revisions/json.ts'
import type { Context } from '../../context.ts'
import { Modal } from '../../controllers/modal.ts'
import { whyOf } from '../../controllers/speech.ts'
import { base } from '../../styles/base.ts'
import { dialogStyles, viewStyles } from '../../styles/views.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import { differenceStyles, differenceText } from '../../ui/difference.ts'
import { icon } from '../../ui/icons.ts'
import { fullDate, timeTag } from '../../ui/relative_time.ts'
import { iconX } from '../../ui/view_icons.ts'

/**
 * How a post was edited, the latest edit first: who, when, and what changed. Part of `<parvis-board>`.
 *
 * @element parvis-history
 * @prop ctx - What every view is given.
 * @prop words - The words of the thread.
 * @prop post - The post's id.
 * @prop done - Called when the dialog is closed.
 */
export class ParvisHistory extends LitElement {
  static override styles = [
    base,
    viewStyles,
    dialogStyles,
    differenceStyles,
    css`
      dialog { width: min(640px, calc(100vw - 32px)); }
      ol { display: grid; row-gap: var(--s5); margin-block: var(--s4); padding: 0; list-style: none; }
      .who { font-size: var(--t-sm); color: var(--text-2); margin-block-end: var(--s2); }
      .who strong { color: var(--text); }
      .diff.title { font-weight: var(--w-strong); margin-block-end: var(--s2); }
    `,
  ]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    post: {},
    done: { attribute: false },
    edits: { state: true },
    next: { state: true },
    problem: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare words: ThreadWords
  declare post: string
  declare done: () => void
  declare edits: EditJson[]
  declare next: string | null
  declare problem: string
  declare busy: boolean
  readonly #modal = new Modal(this)

  constructor() {
    super()
    this.edits = []
    this.next = null
    this.problem = ''
    this.busy = false
  }

  protected override firstUpdated(): void {
    void this.#read()
  }

  async #read(): Promise<void> {
    if (this.busy) return
    const { ctx, post, next, edits } = this
    const shown = edits.length
    this.busy = true
    this.problem = ''
    try {
      const cursor = next ? `?cursor=${encodeURIComponent(next)}` : ''
      const page = await ctx.api.ask<EditPageJson>(`posts/${post}/revisions${cursor}`)
      this.edits = [...edits, ...page.items]
      this.next = page.next
    } catch (error) {
      this.problem = whyOf(ctx.say, error)
    } finally {
      this.busy = false
    }
    await this.updateComplete
    if (shown) this.renderRoot.querySelectorAll<HTMLElement>('li')[shown]?.focus()
  }

  #close(): void {
    this.#modal.close()
  }

  protected override render() {
    const { words, edits, next, problem, busy } = this
    const { history } = words
    const again = problem ? this.ctx.words.retry : next && words.history.older
    return html`<dialog aria-labelledby="title" @close=${this.done}>
      <h2 id="title">${history.title}</h2>
      <button class="ico close" type="button" aria-label=${words.report.close} @click=${this.#close}>${icon(iconX)}</button>
      <div aria-busy=${busy}>
        ${edits.length ? html`<ol>${edits.map((edit) => this.#edit(edit))}</ol>` : busy || problem ? nothing : html`<p class="q">${history.none}</p>`}
        ${busy && !edits.length ? html`<div class="wait tall"></div>` : nothing}
      </div>
      <p class="wrong-text" role="alert">${problem}</p>
      ${again ? html`<button class="btn" type="button" aria-disabled=${busy} @click=${this.#read}>${again}</button>` : nothing}
    </dialog>`
  }

  #edit({ editor, at, title, body }: EditJson) {
    const { ctx, words } = this
    const { history } = words
    return html`<li tabindex="-1">
      <p class="who"><strong dir="auto">${editor?.name ?? words.somebody}</strong> ${timeTag(at, ctx.region, fullDate(at, ctx.region))}</p>
      ${title ? html`<p class="diff title" dir="auto">${differenceText(title, history)}</p>` : nothing}
      ${body ? html`<p class="diff" dir="auto">${differenceText(body, history)}</p>` : nothing}
      ${title || body ? nothing : html`<p class="q">${history.same}</p>`}
    </li>`
  }
}

if (!customElements.get('parvis-history')) customElements.define('parvis-history', ParvisHistory)
