import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type {
  ConnectionJson,
  ConnectionListJson,
  ConnectionMadeJson,
} from '../../../server/connections/json.ts'
import { slug } from '../../address.ts'
import { get } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { icon, iconPlus } from '../../parts/icons.ts'
import { empty, failure, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { settingsStyles } from './settings.styles.ts'
import './sign_on/connection-editor.ts'
import './sign_on/sso-connection.ts'
import './sign_on/token-tester.ts'

/** How the host signs its customers on: the connections with their keys, and a tester for its tokens. */
export class SettingsSso extends AdminElement {
  static override properties = { adding: { state: true }, fresh: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare adding: boolean
  /** The secret of a connection made just now, held only while this page is open. */
  declare fresh: { id: string; secret: string } | null

  #list = new Loading<ConnectionJson[]>(this)

  constructor() {
    super()
    this.adding = false
    this.fresh = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (may('administer')) this.#load()
  }

  #load = (): void => {
    void this.#list.run(async (signal) => (await get<ConnectionListJson>('connections', {}, signal)).items)
  }

  #made = ({ detail }: CustomEvent<{ done: boolean; made?: ConnectionMadeJson }>): void => {
    this.adding = false
    if (!detail.done || !detail.made) return
    const { connection, secret } = detail.made
    this.fresh = secret ? { id: connection.id, secret } : null
    this.#load()
  }

  #connections() {
    const { signOn } = this.words
    const { state, value, problem } = this.#list
    if (!value && state === 'failed') return failure(problem, this.#load)
    if (!value)
      return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
    if (!value.length) return empty(signOn.emptyHeading, signOn.emptyWords)
    const secretOf = ({ id }: ConnectionJson) => (this.fresh?.id === id ? this.fresh.secret : '')
    // Keyed, so that a secret just shown never stands under another connection when one is removed.
    return repeat(
      value,
      ({ id }) => id,
      (one) =>
        html`<sso-connection .connection=${one} secret=${secretOf(one)} @changed=${this.#load}></sso-connection>`,
    )
  }

  override render() {
    const { signOn, settings } = this.words
    const add = () => {
      this.adding = true
    }
    const allowed = may('administer')
    return html`<div class="lead">
        <div><h2>${settings.pages.sso}</h2><p>${signOn.words(slug)}</p></div>
        <span class="space"></span>
        ${allowed ? html`<button class="button primary" @click=${add}>${icon(iconPlus, 'm')}${signOn.add}</button>` : nothing}
      </div>
      ${allowed ? html`${this.#connections()}<token-tester></token-tester>` : html`<p class="hint">${signOn.adminsOnly}</p>`}
      ${this.adding ? html`<connection-editor @ended=${this.#made}></connection-editor>` : nothing}`
  }
}

define('settings-sso', SettingsSso)
