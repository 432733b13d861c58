import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { GuestSessionJson } from '../../../server/sessions/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import type { Proof } from '../../controllers/proof.ts'
import { whyOf } from '../../controllers/speech.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { SignInWords } from '../../translations/en/sign_in.ts'

/**
 * Lets a visitor in as a guest: a name if they like, while the browser does its piece of work. Part of
 * `<parvis-sign-in>`.
 *
 * @element parvis-guest
 * @prop ctx - What every view is given.
 * @prop words - The words of the sign-in.
 * @prop done - Called with the guest's session.
 * @prop back - Called when they would rather not.
 */
export class ParvisGuest extends LitElement {
  static override styles = [
    base,
    viewStyles,
    css`
      :host { display: block !important; }
      form { display: grid; row-gap: var(--s4); margin-block-start: var(--s4); }
      label { font-weight: var(--w-medium); }
      label .input { margin-block-start: 6px; font-weight: 400; font-size: var(--t-lg); }
      .hint { margin-block-start: calc(-1 * var(--s3)); }
      .work { display: grid; row-gap: var(--s2); font-size: var(--t-sm); }
      progress { appearance: none; display: block; width: 100%; height: 4px; border: 0; border-radius: 2px; overflow: hidden; background: var(--wash-2); }
      progress::-webkit-progress-bar { background: var(--wash-2); }
      progress::-webkit-progress-value { background: var(--accent); }
      progress::-moz-progress-bar { background: var(--accent); }
      .row { display: flex; flex-wrap: wrap; gap: var(--s2); }
      .row .pri { flex: 1; }
      @media (forced-colors: active) { progress { border: 1px solid; } }
    `,
  ]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    done: { attribute: false },
    back: { attribute: false },
    percent: { state: true },
    problem: { state: true },
    busy: { state: true },
  }
  declare ctx: Context
  declare words: SignInWords
  declare done: (session: GuestSessionJson) => void
  declare back: () => void
  declare percent: number
  declare problem: string
  declare busy: boolean
  #work = new AbortController()
  #proof: Promise<Proof> | undefined

  constructor() {
    super()
    this.percent = 0
    this.problem = ''
    this.busy = false
  }

  // The work begins with the form, and is often done when the name is typed.
  protected override firstUpdated(): void {
    this.#begin()
    this.#field.focus()
  }

  /** What was given up when the form was taken out begins again where it is put back. */
  override connectedCallback(): void {
    super.connectedCallback()
    if (!this.hasUpdated) return
    this.#work = new AbortController()
    this.#begin()
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('percent') && this.percent === 100) this.ctx.act('announce', this.words.guest.ready, true)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#work.abort()
  }

  get #field(): HTMLInputElement {
    return this.renderRoot.querySelector('input')!
  }

  #begin(): Promise<Proof> {
    this.percent = 0
    const told = (part: number) => {
      this.percent = Math.floor(part * 100)
    }
    const loading = import('../../controllers/proof.ts')
    const { signal } = this.#work
    const proof = loading.then(({ prove }) => prove(this.ctx.api, signal, told))
    this.#proof = proof
    // What went wrong is said to who goes on, and tried once more then.
    proof.catch(() => {
      if (this.#proof === proof) this.#proof = undefined
    })
    return proof
  }

  async #enter(event: Event): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    this.busy = true
    this.problem = ''
    try {
      const session = await this.#open().catch((error) => {
        // Who thought about a name for too long: the work is done once more.
        if (codeOf(error) !== 'proof_refused') throw error
        this.#proof = undefined
        return this.#open()
      })
      this.done(session)
    } catch (error) {
      if (codeOf(error) === 'aborted') return
      this.problem = codeOf(error) === 'invalid_input' ? this.words.guest.badName : whyOf(this.ctx.say, error)
      this.#field.focus()
    } finally {
      this.busy = false
    }
  }

  async #open(): Promise<GuestSessionJson> {
    const { ctx } = this
    const name = this.#field.value.trim() || undefined
    const proof = await (this.#proof ?? this.#begin())
    const { signal } = this.#work
    const session = await ctx.api.ask<GuestSessionJson>('sessions/guest', {
      method: 'POST',
      body: { ...proof, name, locale: ctx.locale },
      signal,
    })
    this.#proof = undefined
    return session
  }

  protected override render() {
    const { words, problem, percent, busy } = this
    const { guest } = words
    return html`<p class="q">${guest.intro}</p>
      <form novalidate @submit=${this.#enter}>
        <label>${guest.name}<input class="input" name="name" autocomplete="nickname" dir="auto" maxlength="80" aria-describedby="hint problem" aria-invalid=${problem ? 'true' : nothing} /></label>
        <p class="q sm hint" id="hint">${guest.nameHint}</p>
        <p class="wrong-text" id="problem" role="alert">${problem || nothing}</p>
        <div class="work">
          <progress max="100" value=${percent} aria-labelledby="work"></progress>
          <p class="q" id="work">${percent === 100 ? guest.ready : guest.working}</p>
        </div>
        <div class="row">
          <button class="btn pri" aria-disabled=${busy ? 'true' : nothing}>${busy ? guest.entering : guest.enter}</button>
          <button class="btn" type="button" @click=${this.back}>${guest.cancel}</button>
        </div>
      </form>`
  }
}

if (!customElements.get('parvis-guest')) customElements.define('parvis-guest', ParvisGuest)
