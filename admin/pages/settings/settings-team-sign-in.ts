import { html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { OpenIdProviderJson, OpenIdProviderListJson } from '../../../server/openid/json.ts'
import { get } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { icon, iconPlus } from '../../parts/icons.ts'
import { empty, failure, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { settingsStyles } from './settings.styles.ts'
import './team_sign_in/openid-provider.ts'
import './team_sign_in/provider-adder.ts'

/** By which OpenID providers the team signs in, beside its codes, passwords and passkeys. */
export class SettingsTeamSignIn extends AdminElement {
  static override properties = { adding: { state: true }, made: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare adding: boolean
  /** The id of a provider added just now, which is checked at once. */
  declare made: string

  #list = new Loading<OpenIdProviderJson[]>(this)

  constructor() {
    super()
    this.adding = false
    this.made = ''
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (may('administer')) this.#load()
  }

  #load = (): void => {
    void this.#list.run(
      async (signal) => (await get<OpenIdProviderListJson>('openid-providers', {}, signal)).items,
    )
  }

  #ended = ({ detail }: CustomEvent<{ made?: OpenIdProviderJson }>): void => {
    this.adding = false
    if (!detail.made) return
    this.made = detail.made.id
    this.#load()
  }

  #providers() {
    const { openId } = this.words
    const { state, value, problem } = this.#list
    if (!value && state === 'failed') return failure(problem, this.#load)
    if (!value)
      return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
    if (!value.length) return empty(openId.emptyHeading, openId.emptyWords)
    return repeat(
      value,
      ({ id }) => id,
      (one) =>
        html`<openid-provider .provider=${one} ?fresh=${one.id === this.made} @changed=${this.#load}></openid-provider>`,
    )
  }

  override render() {
    const { openId, settings } = this.words
    const add = () => {
      this.adding = true
    }
    const allowed = may('administer')
    return html`<div class="lead">
        <div><h2>${settings.pages['team-sign-in']}</h2><p>${openId.words}</p></div>
        <span class="space"></span>
        ${allowed ? html`<button class="button primary" @click=${add}>${icon(iconPlus, 'm')}${openId.add}</button>` : nothing}
      </div>
      ${allowed ? this.#providers() : html`<p class="hint">${openId.adminsOnly}</p>`}
      ${this.adding ? html`<provider-adder @ended=${this.#ended}></provider-adder>` : nothing}`
  }
}

define('settings-team-sign-in', SettingsTeamSignIn)
