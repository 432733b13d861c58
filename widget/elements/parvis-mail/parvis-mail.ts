import { css, html, LitElement } from 'lit'
import type { MailChoicesJson } from '../../../server/mails/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { MeWords } from '../../translations/en/me.ts'
import { icon, iconDown } from '../../ui/icons.ts'
import { failed } from '../parvis-board/failed.ts'

const kinds = ['follows', 'mentions', 'statuses', 'officials', 'assignments'] as const
type Kind = (typeof kinds)[number]

/**
 * What one gets by mail, and how often. Part of `<parvis-me>`.
 *
 * @element parvis-mail
 * @prop ctx - What every view is given.
 * @prop words - The words of the account.
 */
export class ParvisMail extends LitElement {
  static override styles = [
    base,
    viewStyles,
    css`
      :host { display: grid !important; gap: var(--s3); max-width: 420px; }
      h3 { font-weight: var(--w-strong); }
      label { display: block; margin-block-end: 6px; }
    `,
  ]
  static override properties = {
    ctx: { attribute: false },
    words: { attribute: false },
    choices: { state: true },
    failure: { state: true },
  }
  declare ctx: Context
  declare words: MeWords
  declare choices: MailChoicesJson | undefined
  declare failure: string

  constructor() {
    super()
    this.failure = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#read()
  }

  async #read(): Promise<void> {
    this.failure = ''
    await this.updateComplete
    try {
      this.choices = await this.ctx.api.ask<MailChoicesJson>('me/mail')
    } catch (error) {
      this.failure = codeOf(error)
    }
  }

  async #choose(kind: Kind, event: Event): Promise<void> {
    const field = event.target as HTMLSelectElement
    try {
      const body = { [kind]: field.value }
      this.choices = await this.ctx.api.ask<MailChoicesJson>('me/mail', { method: 'PATCH', body })
      this.ctx.act('announce', this.words.saved)
    } catch (error) {
      field.value = this.choices![kind] ?? ''
      this.ctx.act('refuse', error)
    }
  }

  protected override render() {
    const { ctx, words, choices } = this
    if (this.failure) return failed(ctx.words, ctx.say?.problems[this.failure], () => this.#read())
    return html`<h3>${words.mail.title}</h3>
      ${choices ? kinds.map((kind) => choices[kind] && this.#field(kind, choices[kind])) : html`<div class="wait" aria-busy="true"></div>`}
      <p class="q sm">${words.mail.decisions} ${words.mail.hours}</p>`
  }

  #field(kind: Kind, chosen: string) {
    const { words } = this
    return html`<div><label for=${kind}>${words.mail.kinds[kind]}</label>
      <span class="select"><select class="input" id=${kind} @change=${(event: Event) => this.#choose(kind, event)}>${Object.entries(
        words.mail.cadences,
      ).map(
        ([cadence, name]) => html`<option value=${cadence} .selected=${cadence === chosen}>${name}</option>`,
      )}</select>${icon(iconDown, 's')}</span></div>`
  }
}

if (!customElements.get('parvis-mail')) customElements.define('parvis-mail', ParvisMail)
