import { css, html } from 'lit'
import type { MailChoicesJson } from '../../../server/mails/json.ts'
import { get, patch } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { who } from '../../session.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { settingsStyles } from '../settings/settings.styles.ts'

const kinds = ['assignments', 'mentions', 'follows', 'officials', 'statuses'] as const
type Kind = (typeof kinds)[number]

/** What this community tells one by mail, and how often. */
export class AccountMail extends AdminElement {
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    css`
      .form {
        max-width: 420px;
      }
    `,
  )

  #choices = new Loading<MailChoicesJson>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#choices.run((signal) => get<MailChoicesJson>('me/mail', {}, signal))
  }

  async #choose(kind: Kind, event: Event): Promise<void> {
    const field = event.target as HTMLSelectElement
    try {
      this.#choices.set(await patch<MailChoicesJson>('me/mail', { [kind]: field.value }))
      tell(this.words.account.mail.saved)
    } catch (error) {
      field.value = this.#choices.value?.[kind] ?? ''
      tellProblem(error)
    }
  }

  #field(kind: Kind, chosen: string) {
    const { mail } = this.words.account
    return html`<label class="field"><span class="label">${mail.kinds[kind]}</span>
      <select class="input" @change=${(event: Event) => this.#choose(kind, event)}>${Object.entries(
        mail.cadences,
      ).map(
        ([cadence, name]) => html`<option value=${cadence} .selected=${cadence === chosen}>${name}</option>`,
      )}</select></label>`
  }

  #form() {
    const { state, value, problem } = this.#choices
    if (value)
      return html`<div class="form">${kinds.map((kind) => value[kind] && this.#field(kind, value[kind]))}</div>`
    if (state === 'failed') return failure(problem, this.#load)
    return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
  }

  override render() {
    const { mail } = this.words.account
    return html`<section class="section">
      <h2>${mail.title}</h2>
      <p>${mail.words(who().site.name)}</p>
      ${this.#form()}
    </section>`
  }
}

define('account-mail', AccountMail)
