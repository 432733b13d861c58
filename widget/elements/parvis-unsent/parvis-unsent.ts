import { css, html, LitElement, nothing } from 'lit'
import type { Context } from '../../context.ts'
import { draftKey, keepDraft, readDraft, WrittenElsewhere } from '../../controllers/draft.ts'
import { recall, remember } from '../../storage.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { UnsentWords } from '../../translations/en/unsent.ts'

/** What else can be done with the text; it is forgotten here by that. */
export interface Offer {
  label: string
  act(text: string): void
}

/**
 * A text that was written and cannot be posted any more where it was: it is said why, and it can be read, copied, used
 * elsewhere or discarded. Nothing where there is none. Part of `<parvis-board>`.
 *
 * @element parvis-unsent
 * @prop ctx - What every view is given.
 * @prop words - Its words.
 * @prop what - Of what it is a draft, as with `<parvis-composer>`.
 * @prop why - Why it cannot be posted, in words.
 * @prop ruled - Leads to the decisions about one's posts.
 * @prop offers - What else can be done with it.
 * @fires unsent-discarded
 */
export class ParvisUnsent extends LitElement {
  static override styles = [
    base,
    viewStyles,
    css`
      section { display: grid; row-gap: var(--s2); margin-block-start: var(--s4); }
      section:focus { outline: 0; }
      p { font-size: var(--t-sm); line-height: 20px; color: var(--text-2); text-wrap: pretty; }
      textarea { min-height: 72px; max-height: 320px; field-sizing: content; resize: vertical; }
      div { display: flex; flex-wrap: wrap; align-items: center; gap: var(--s2); }
    `,
  ]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    what: {},
    why: {},
    ruled: { type: Boolean },
    offers: { attribute: false },
  }
  declare ctx: Context
  declare words: UnsentWords
  declare what: string
  declare why: string
  declare ruled: boolean
  declare offers: Offer[]

  constructor() {
    super()
    this.what = this.why = ''
    this.ruled = false
    this.offers = []
    new WrittenElsewhere(
      this,
      () => draftKey(this.ctx, this.what),
      () => this.requestUpdate(),
      () => this.requestUpdate(),
    )
  }

  /** What was written. An edit has a title as well, which is kept beside its text. */
  get text(): string {
    const key = draftKey(this.ctx, this.what)
    return [recall<{ title?: string }>(`${key}:form`)?.title, readDraft(key)?.text]
      .filter(Boolean)
      .join('\n\n')
  }

  override focus(): void {
    this.renderRoot.querySelector('section')?.focus()
  }

  #forget(): void {
    const key = draftKey(this.ctx, this.what)
    keepDraft(key, '')
    remember(`${key}:form`, undefined)
    this.requestUpdate()
  }

  #use({ act }: Offer): void {
    const { text } = this
    // Where it goes, it is kept before it is forgotten here.
    act(text)
    this.#forget()
  }

  #discard(): void {
    this.#forget()
    void this.ctx.act('announce', this.words.discarded)
    this.dispatchEvent(new Event('unsent-discarded'))
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text)
      void this.ctx.act('notify', this.words.copied)
    } catch {
      // Without a secure page or the permission there is no clipboard: it is chosen, for whoever copies it by hand.
      this.renderRoot.querySelector('textarea')?.select()
    }
  }

  protected override render() {
    const { ctx, words, why, ruled, offers, text } = this
    if (!text) return nothing
    const decisions = html` <a class="a" href=${ctx.href('/me/decisions')} data-to="/me/decisions">${words.why}</a>`
    return html`<section tabindex="-1" aria-labelledby="why">
      <p><span id="why">${why}</span>${ruled ? decisions : nothing}</p>
      <textarea class="input" readonly dir="auto" aria-label=${words.label} .value=${text}></textarea>
      <div>
        ${offers.map((offer) => html`<button class="btn" type="button" @click=${() => this.#use(offer)}>${offer.label}</button>`)}
        <button class="btn" type="button" @click=${this.#copy}>${words.copy}</button>
        <button class="btn ghost" type="button" @click=${this.#discard}>${words.discard}</button>
      </div>
    </section>`
  }
}

if (!customElements.get('parvis-unsent')) customElements.define('parvis-unsent', ParvisUnsent)
