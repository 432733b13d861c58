import { css, html, nothing } from 'lit'
import type { ConnectionJson } from '../../../../server/connections/json.ts'
import { remove } from '../../../api.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import '../../../parts/confirm-dialog/confirm-dialog.ts'
import { icon, iconBin, iconPen } from '../../../parts/icons.ts'
import { tell } from '../../../toasts.ts'
import { settingsStyles } from '../settings.styles.ts'
import './connection-editor.ts'
import './connection-keys.ts'

/**
 * One way to sign on: what it expects, its keys, and what can be done with it. Properties `connection` and
 * `secret`, one just made. Event `changed`.
 */
export class SsoConnection extends AdminElement {
  static override properties = {
    connection: { attribute: false },
    secret: {},
    asked: { state: true },
  }
  static override styles = sheets(
    settingsStyles,
    css`
      :host {
        margin-bottom: 28px;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-bottom: 8px;
      }
      .head h3 {
        overflow-wrap: anywhere;
      }
      .facts {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px 12px;
        margin-bottom: 12px;
        font-size: var(--t-xs);
        line-height: 18px;
      }
      .facts dt {
        color: var(--text-3);
      }
      .facts dd {
        overflow-wrap: anywhere;
      }
    `,
  )

  declare connection: ConnectionJson
  declare secret: string
  declare asked: 'edit' | 'remove' | null

  constructor() {
    super()
    this.secret = ''
    this.asked = null
  }

  #remove = async (): Promise<void> => {
    const { id, name } = this.connection
    await remove(`connections/${id}`)
    tell(this.words.signOn.removed(name))
  }

  #changed = (): void => {
    this.dispatchEvent(new CustomEvent('changed'))
  }

  #ask(asked: 'edit' | 'remove') {
    return () => {
      this.asked = asked
    }
  }

  #ended = ({ detail }: CustomEvent<{ done: boolean }>): void => {
    this.asked = null
    if (detail.done) this.#changed()
  }

  #facts() {
    const { signOn } = this.words
    const { issuer, jwksUrl, emailsVerified } = this.connection
    if (!issuer && !jwksUrl && !emailsVerified) return nothing
    return html`<dl class="facts">
      ${issuer ? html`<dt>${signOn.facts.issuer}</dt><dd>${issuer}</dd>` : nothing}
      ${jwksUrl ? html`<dt>${signOn.facts.jwksUrl}</dt><dd>${jwksUrl}</dd>` : nothing}
      ${emailsVerified ? html`<dt>${signOn.facts.emails}</dt><dd>${signOn.verified}</dd>` : nothing}
    </dl>`
  }

  #dialog() {
    const { signOn, common } = this.words
    const { asked, connection } = this
    if (asked === 'edit')
      return html`<connection-editor .connection=${connection} @ended=${this.#ended}></connection-editor>`
    return asked === 'remove'
      ? html`<confirm-dialog heading=${signOn.removing(connection.name)} text=${signOn.removeWords} verb=${common.remove} danger .act=${this.#remove} @ended=${this.#ended}></confirm-dialog>`
      : nothing
  }

  override render() {
    const { signOn } = this.words
    const { name, algorithm } = this.connection
    return html`<div class="head">
        <h3>${name}</h3><span class="chip">${algorithm}</span><span class="space"></span>
        <button class="button ghost icon" aria-label=${signOn.editOne(name)} @click=${this.#ask('edit')}>${icon(iconPen, 'm')}</button>
        <button class="button ghost icon" aria-label=${signOn.removeOne(name)} @click=${this.#ask('remove')}>${icon(iconBin, 'm')}</button>
      </div>
      ${this.#facts()}
      <connection-keys .connection=${this.connection} secret=${this.secret} @changed=${this.#changed}></connection-keys>
      ${this.#dialog()}`
  }
}

define('sso-connection', SsoConnection)
