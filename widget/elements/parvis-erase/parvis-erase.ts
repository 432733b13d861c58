import { html, LitElement, nothing } from 'lit'
import type { ErasureJson } from '../../../server/members/json.ts'
import type { ChallengeJson } from '../../../server/sessions/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import { Modal } from '../../controllers/modal.ts'
import { signOnAnew } from '../../controllers/sign_on_anew.ts'
import { whyOf } from '../../controllers/speech.ts'
import { base } from '../../styles/base.ts'
import { dialogStyles, viewStyles } from '../../styles/views.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { icon } from '../../ui/icons.ts'
import { iconX } from '../../ui/view_icons.ts'
import { forgetDevice } from './forget_device.ts'
import { eraseStyles } from './parvis-erase.styles.ts'

/**
 * Erases one's account: says what goes and what stays and asks what becomes of the posts, then asks once more, by a
 * code that was mailed or a box to tick (APG: alert dialog). It begins on the button that closes it, which stands above
 * the text: from one below, a small window would show the end of it first. Part of `<parvis-me>`.
 *
 * @element parvis-erase
 * @prop ctx - What every view is given.
 * @prop words - Its words.
 * @prop done - Called when the dialog is closed.
 */
export class ParvisErase extends LitElement {
  static override styles = [base, viewStyles, dialogStyles, eraseStyles]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    done: { attribute: false },
    asked: { state: true },
    challenge: { state: true },
    erased: { state: true },
    problem: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare words: MeWords['erase']
  declare done: () => void
  /** How one shows that it is oneself; nothing before one has chosen. */
  declare asked: ErasureJson | undefined
  declare challenge: ChallengeJson | undefined
  declare erased: boolean
  declare problem: string
  declare busy: boolean
  readonly #modal = new Modal(this)
  #posts: 'keep' | 'remove' = 'keep'
  #whose: string | undefined

  constructor() {
    super()
    this.problem = ''
    this.busy = this.erased = false
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
  }

  /** What one began is over where somebody else signs in: it would erase them. */
  #greet = (): void => {
    const { member } = this.ctx.session
    if (member && member.id !== this.#whose) this.#close()
  }

  #close(): void {
    this.#modal.close()
  }

  #closed(): void {
    this.done()
    if (!this.erased) return
    this.ctx.act('renewList')
    this.ctx.go('/')
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.problem = ''
    try {
      await work()
    } catch (error) {
      this.problem = codeOf(error) === 'code_refused' ? this.words.refused : whyOf(this.ctx.say, error)
    } finally {
      this.busy = false
    }
  }

  async #choose(event: Event): Promise<void> {
    event.preventDefault()
    this.#posts = new FormData(event.currentTarget as HTMLFormElement).get('posts') as 'keep' | 'remove'
    await this.#try(async () => {
      let asked = await this.ctx.api.ask<ErasureJson>('me/erasure')
      if (asked.proof === 'session' && !asked.fresh && (await signOnAnew(this.ctx.session)))
        asked = await this.ctx.api.ask<ErasureJson>('me/erasure')
      if (asked.proof === 'code') await this.#sendCode()
      this.asked = asked
    })
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('[name=code], [name=sure], .last')?.focus()
  }

  async #sendCode(): Promise<void> {
    const path = `me/erasure/codes?locale=${this.ctx.locale}`
    this.challenge = await this.ctx.api.ask<ChallengeJson>(path, { method: 'POST' })
  }

  async #again(): Promise<void> {
    await this.#try(async () => {
      await this.#sendCode()
      this.ctx.act('announce', this.words.resent)
    })
    this.renderRoot.querySelector<HTMLElement>('[name=code]')?.focus()
  }

  async #erase(event: Event): Promise<void> {
    event.preventDefault()
    const fields = new FormData(event.currentTarget as HTMLFormElement)
    const code = String(fields.get('code') ?? '').replace(/\D/g, '')
    if (this.challenge && code.length !== 6) return this.#wrong(this.words.badCode, '[name=code]')
    if (!this.challenge && !fields.get('sure')) return this.#wrong(this.words.notUnderstood, '[name=sure]')
    const given = this.challenge && {
      challenge: this.challenge.challenge,
      device: this.challenge.device,
      code,
    }
    await this.#try(async () => {
      const body = { posts: this.#posts, ...(given && { proof: given }) }
      await this.ctx.api.ask('me/erasure', { method: 'PUT', body })
      forgetDevice(this.ctx)
      this.erased = true
    })
    if (!this.erased) return this.renderRoot.querySelector<HTMLElement>('[name=code]')?.focus()
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('.last')!.focus()
  }

  #wrong(problem: string, field: string): void {
    this.problem = problem
    this.renderRoot.querySelector<HTMLElement>(field)!.focus()
  }

  protected override render() {
    const { words, asked, erased } = this
    return html`<dialog role="alertdialog" aria-labelledby="title" aria-describedby="text more" @close=${this.#closed}>
      <h2 id="title">${erased ? words.done : asked ? words.sure : words.title}</h2>
      <button class="ico close" type="button" autofocus aria-label=${words.close} @click=${this.#close}>${icon(iconX)}</button>
      ${erased ? this.#stop(words.doneHint) : asked ? this.#proof(asked) : this.#choice()}
    </dialog>`
  }

  #choice() {
    const { words } = this
    const list = (items: string[]) => html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`
    const pick = (value: string, name: string, hint: string) =>
      html`<label class="pick"><input type="radio" name="posts" value=${value} ?checked=${value === this.#posts} /><span>${name}<small>${hint}</small></span></label>`
    return html`<div id="text">
        <h3>${words.goesTitle}</h3>${list(words.goes)}
        <h3>${words.staysTitle}</h3>${list(words.stays)}
      </div>
      <form novalidate @submit=${this.#choose}>
        <fieldset>
          <legend>${words.posts}</legend>
          ${pick('keep', words.keep, words.keepHint)} ${pick('remove', words.remove, words.removeHint)}
        </fieldset>
        <p class="q sm" id="more">${words.again}</p>
        ${this.#problemLine()}
        <div class="row">
          <button class="btn ghost" type="button" @click=${this.#close}>${words.cancel}</button>
          <button class="btn pri" aria-disabled=${this.busy}>${words.next}</button>
        </div>
      </form>`
  }

  #proof({ proof, email, fresh }: ErasureJson) {
    const { words } = this
    if (proof === 'team') return this.#stop(words.team)
    if (proof === 'session' && !fresh) return this.#stop(words.stale(this.ctx.opening.site.name))
    return html`<form novalidate @submit=${this.#erase}>
      <p id="text">${words.posts} ${this.#posts === 'keep' ? words.keep : words.remove}.</p>
      ${
        email
          ? html`<p class="q" id="more">${words.codeSent(email)}</p>
            <label>${words.code}<input class="input code" name="code" inputmode="numeric" autocomplete="one-time-code" dir="ltr" maxlength="60" aria-describedby="title text more problem" aria-invalid=${this.problem ? 'true' : nothing} /></label>
            <button class="txt resend" type="button" aria-disabled=${this.busy} @click=${this.#again}>${words.resend}</button>`
          : html`<label class="pick"><input type="checkbox" name="sure" aria-describedby="title text more problem" /><span>${words.understood}</span></label>`
      }
      ${this.#problemLine()}
      <div class="row">
        <button class="btn ghost" type="button" @click=${this.#close}>${words.cancel}</button>
        <button class="btn danger" aria-disabled=${this.busy}>${words.verb}</button>
      </div>
    </form>`
  }

  #stop(why: string) {
    return html`<p id="text">${why}</p><div class="row"><button class="btn pri last" type="button" aria-describedby="title text" @click=${this.#close}>${this.words.close}</button></div>`
  }

  #problemLine() {
    return html`<p class="wrong-text" id="problem" role="alert">${this.problem || nothing}</p>`
  }
}

if (!customElements.get('parvis-erase')) customElements.define('parvis-erase', ParvisErase)
