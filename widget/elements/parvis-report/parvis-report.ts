import { css, html, LitElement, nothing } from 'lit'
import type { Context } from '../../context.ts'
import { Modal } from '../../controllers/modal.ts'
import { whyOf } from '../../controllers/speech.ts'
import { idempotencyKey } from '../../idempotency.ts'
import { base } from '../../styles/base.ts'
import { dialogStyles, viewStyles } from '../../styles/views.ts'
import type { ReportWords } from '../../translations/en/report.ts'
import { icon } from '../../ui/icons.ts'
import { iconX } from '../../ui/view_icons.ts'

/**
 * The dialog that reports a post to the team, with a reason. Whose session has ended signs in where it stands, and
 * comes back to it. The note is kept on the device until it is sent or given up. Part of `<parvis-board>`.
 *
 * @element parvis-report
 * @prop ctx - What every view is given.
 * @prop words - Its words.
 * @prop post - The post's id.
 * @prop noted - The note as it was left.
 * @prop keep - Keeps the note on the device; an empty one is forgotten.
 * @prop done - Called when the dialog is closed.
 */
export class ParvisReport extends LitElement {
  static override styles = [
    base,
    viewStyles,
    dialogStyles,
    css`
      fieldset { display: grid; }
      legend { padding: 0; margin-block-end: var(--s1); }
      fieldset label { display: flex; align-items: center; gap: var(--s2); min-height: 32px; font-weight: 400; }
      [type='radio'] { width: 16px; height: 16px; margin: 0; flex: none; }
      textarea { min-height: 72px; resize: vertical; margin-block-start: 6px; }
    `,
  ]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    post: {},
    noted: {},
    keep: { attribute: false },
    done: { attribute: false },
    problem: { state: true },
    sent: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare words: ReportWords
  declare post: string
  declare noted: string
  declare keep: (note: string) => void
  declare done: () => void
  declare problem: string
  declare sent: boolean
  declare busy: boolean
  readonly #modal = new Modal(this)
  readonly #key = idempotencyKey()

  constructor() {
    super()
    this.problem = ''
    this.sent = this.busy = false
  }

  #close(): void {
    this.#modal.close()
  }

  #giveUp(): void {
    this.keep('')
    this.#close()
  }

  /** Puts this dialog, with what stands in it, back in the place that signing in had taken. */
  async #back(): Promise<void> {
    if (!this.isConnected) await this.ctx.act('show', this)
  }

  get #writer(): string | undefined {
    return this.ctx.later!.writerOf(this.ctx.session)?.id
  }

  #leave(): void {
    if (this.isConnected) this.#close()
  }

  #note(event: Event): void {
    this.keep((event.target as HTMLTextAreaElement).value)
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const form = event.currentTarget as HTMLFormElement
    const fields = new FormData(form)
    const reason = fields.get('reason')
    if (!reason) {
      this.problem = this.words.choose
      form.querySelector<HTMLElement>('[type=radio]')!.focus()
      return
    }
    this.busy = true
    try {
      const note = String(fields.get('note')).trim()
      const ask = {
        method: 'POST',
        body: { reason, ...(note && { note }) },
        headers: { 'idempotency-key': this.#key },
      }
      const report = () => this.ctx.api.ask(`posts/${this.post}/reports`, ask)
      const writer = this.#writer
      const made = await this.ctx.act('asMember', report)
      // Nobody else is shown what one was reporting.
      if (!made && this.#writer !== writer) return this.#leave()
      await this.#back()
      if (!made) return
      this.keep('')
      this.sent = true
      this.ctx.act('announce', this.words.sent)
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('.btn')!.focus()
    } catch (error) {
      await this.#back()
      this.problem = whyOf(this.ctx.say, error)
    } finally {
      this.busy = false
    }
  }

  protected override render() {
    const { words, sent } = this
    return html`<dialog aria-labelledby="title" @close=${this.done}>
      <h2 id="title">${sent ? words.sent : words.title}</h2>
      <button class="ico close" type="button" aria-label=${words.close} @click=${this.#close}>${icon(iconX)}</button>
      ${sent ? html`<p class="q">${words.sentHint}</p><div class="row"><button class="btn pri" type="button" @click=${this.#close}>${words.close}</button></div>` : this.#form()}
    </dialog>`
  }

  #form() {
    const { words } = this
    return html`<p class="q">${words.intro}</p>
      <form novalidate @submit=${this.#send}>
        <fieldset aria-describedby="problem">
          <legend>${words.reason}</legend>
          ${Object.entries(words.reasons).map(([reason, label]) => html`<label><input type="radio" name="reason" value=${reason} />${label}</label>`)}
          <p class="wrong-text" id="problem" role="alert">${this.problem || nothing}</p>
        </fieldset>
        <label>${words.note}<textarea class="input" name="note" dir="auto" maxlength="1000" .value=${this.noted} @input=${this.#note}></textarea></label>
        <div class="row">
          <button class="btn ghost" type="button" @click=${this.#giveUp}>${words.cancel}</button>
          <button class="btn pri" aria-disabled=${this.busy}>${words.send}</button>
        </div>
      </form>`
  }
}

if (!customElements.get('parvis-report')) customElements.define('parvis-report', ParvisReport)
