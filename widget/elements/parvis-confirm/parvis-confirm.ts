import { css, html, LitElement } from 'lit'
import type { Context } from '../../context.ts'
import { Modal } from '../../controllers/modal.ts'
import { whyOf } from '../../controllers/speech.ts'
import { base } from '../../styles/base.ts'
import { dialogStyles, viewStyles } from '../../styles/views.ts'

/**
 * Asks before something that cannot be taken back (APG: alert dialog): what becomes of it, then the verb. It
 * begins on the button that changes nothing. Part of `<parvis-board>`.
 *
 * @element parvis-confirm
 * @prop ctx - What every view is given.
 * @prop words - The question, the verb, and the word for going back.
 * @prop text - What becomes of it.
 * @prop act - Does it; throws where it is refused, and then the dialog stays and says why.
 * @prop done - Called when the dialog is closed, with whether it was done.
 */
export class ParvisConfirm extends LitElement {
  static override styles = [
    base,
    viewStyles,
    dialogStyles,
    css`
      p { margin-block: var(--s3) var(--s5); color: var(--text-2); text-wrap: pretty; }
      .wrong-text { margin-block: 0 var(--s4); }
      .btn.danger { border-color: var(--danger); background: var(--danger); color: var(--surface); }
    `,
  ]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    text: {},
    act: { attribute: false },
    done: { attribute: false },
    problem: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare words: { title: string; verb: string; cancel: string }
  declare text: string
  declare act: () => Promise<unknown>
  declare done: (acted: boolean) => void
  declare problem: string
  declare busy: boolean
  readonly #modal = new Modal(this)
  #acted = false

  constructor() {
    super()
    this.problem = ''
    this.busy = false
  }

  async #confirm(): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.problem = ''
    try {
      await this.act()
      this.#acted = true
      this.#modal.close()
    } catch (error) {
      this.problem = whyOf(this.ctx.say, error)
    } finally {
      this.busy = false
    }
  }

  protected override render() {
    const { words, text, busy, problem } = this
    return html`<dialog role="alertdialog" aria-labelledby="title" aria-describedby="text" @close=${() => this.done(this.#acted)}>
      <h2 id="title">${words.title}</h2>
      <p id="text">${text}</p>
      <p class="wrong-text" role="alert">${problem}</p>
      <div class="row">
        <button class="btn ghost" type="button" autofocus @click=${() => this.#modal.close()}>${words.cancel}</button>
        <button class="btn danger" type="button" aria-disabled=${busy} @click=${this.#confirm}>${words.verb}</button>
      </div>
    </dialog>`
  }
}

if (!customElements.get('parvis-confirm')) customElements.define('parvis-confirm', ParvisConfirm)
