import { html, LitElement, nothing } from 'lit'
import type { ExportProofJson } from '../../../server/members/json.ts'
import type { ChallengeJson, SessionJson } from '../../../server/sessions/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import { Modal } from '../../controllers/modal.ts'
import { replaceSession } from '../../controllers/sign_on_anew.ts'
import { whyOf } from '../../controllers/speech.ts'
import { base } from '../../styles/base.ts'
import { dialogStyles, viewStyles } from '../../styles/views.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { icon } from '../../ui/icons.ts'
import { iconX } from '../../ui/view_icons.ts'
import { exportStyles } from './parvis-export.styles.ts'

/**
 * Asks somebody whose sign-in is old to show that it is them, before they are given all that is theirs: by a code that
 * was mailed, or else by signing on anew at the host. Part of `<parvis-me>`.
 *
 * @element parvis-export
 * @prop ctx - What every view is given.
 * @prop words - The words of the view.
 * @prop asked - What it takes.
 * @prop done - Called when the dialog is closed, with whether they showed it.
 */
export class ParvisExport extends LitElement {
  static override styles = [base, viewStyles, dialogStyles, exportStyles]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    asked: { attribute: false },
    done: { attribute: false },
    challenge: { state: true },
    problem: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare words: MeWords
  declare asked: ExportProofJson
  declare done: (proved: boolean) => void
  declare challenge: ChallengeJson | undefined
  declare problem: string
  declare busy: boolean
  readonly #modal = new Modal(this)
  #proved = false
  #whose: string | undefined

  constructor() {
    super()
    this.problem = ''
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // Somebody else may have signed in while it was moved.
    if (!this.hasUpdated) return
    this.ctx.session.addEventListener('change', this.#greet)
    this.#greet()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.ctx.session.removeEventListener('change', this.#greet)
  }

  protected override firstUpdated(): void {
    this.#whose = this.ctx.session.member?.id
    this.ctx.session.addEventListener('change', this.#greet)
    if (this.asked.email) void this.#send()
  }

  /** What one began is over where somebody else signs in: they would be given what is theirs. */
  #greet = (): void => {
    const { member } = this.ctx.session
    if (member && member.id !== this.#whose) this.#close()
  }

  #field(): HTMLElement | null {
    return this.renderRoot.querySelector('[name=code]')
  }

  #close(): void {
    this.#modal.close()
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.problem = ''
    try {
      await work()
    } catch (error) {
      this.problem = codeOf(error) === 'code_refused' ? this.words.erase.refused : whyOf(this.ctx.say, error)
    } finally {
      this.busy = false
    }
  }

  #send(): Promise<void> {
    const body = { email: this.asked.email, locale: this.ctx.locale }
    return this.#try(async () => {
      this.challenge = await this.ctx.api.ask<ChallengeJson>('sessions/email', { method: 'POST', body })
    })
  }

  async #again(): Promise<void> {
    await this.#send()
    if (!this.problem) this.ctx.act('announce', this.words.erase.resent)
    this.#field()?.focus()
  }

  async #prove(event: Event): Promise<void> {
    event.preventDefault()
    const { challenge } = this
    const given = String(new FormData(event.currentTarget as HTMLFormElement).get('code') ?? '')
    const code = given.replace(/\D/g, '')
    if (code.length !== 6 || !challenge) {
      this.problem = this.words.erase.badCode
      return this.#field()?.focus()
    }
    await this.#try(async () => {
      const { api, session, locale } = this.ctx
      const body = { code, device: challenge.device, locale }
      const path = `sessions/email/${challenge.challenge}`
      this.#proved = replaceSession(session, await api.ask<SessionJson>(path, { method: 'POST', body }))
      if (!this.#proved) this.problem = this.words.erase.refused
    })
    if (this.#proved) this.#close()
    else this.#field()?.focus()
  }

  protected override render() {
    const { words } = this
    return html`<dialog aria-labelledby="title" aria-describedby="text" @close=${() => this.done(this.#proved)}>
      <h2 id="title">${words.data.prove}</h2>
      <button class="ico close" type="button" aria-label=${words.erase.close} @click=${this.#close}>${icon(iconX)}</button>
      ${this.asked.email ? this.#byCode(this.asked.email) : this.#byHost()}
    </dialog>`
  }

  #byCode(email: string) {
    const { words } = this
    return html`<form novalidate @submit=${this.#prove}>
      <p class="q" id="text">${words.data.proveBy(email)}</p>
      <label>${words.erase.code}<input class="input code" name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr" maxlength="60" autofocus aria-describedby="text problem" aria-invalid=${this.problem ? 'true' : nothing} /></label>
      <button class="txt resend" type="button" aria-disabled=${this.busy} @click=${this.#again}>${words.erase.resend}</button>
      <p class="wrong-text" id="problem" role="alert">${this.problem || nothing}</p>
      <div class="row">
        <button class="btn ghost" type="button" @click=${this.#close}>${words.erase.cancel}</button>
        <button class="btn pri" aria-disabled=${this.busy}>${words.data.download}</button>
      </div>
    </form>`
  }

  #byHost() {
    const { words, ctx } = this
    return html`<p id="text">${words.erase.stale(ctx.opening.site.name)}</p>
      <div class="row"><button class="btn pri" type="button" autofocus @click=${this.#close}>${words.erase.close}</button></div>`
  }
}

if (!customElements.get('parvis-export')) customElements.define('parvis-export', ParvisExport)
