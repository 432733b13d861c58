import { css, html, nothing } from 'lit'
import type { OpenIdLinkJson } from '../../../server/openid/json.ts'
import { timeTag } from '../../../widget/ui/relative_time.ts'
import { get, remove } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { leaveToLink, loadOpenIdChoices, openIdChoices } from '../../openid.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import { icon, iconBin } from '../../parts/icons.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { who } from '../../session.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { ago, day } from '../../translations/format.ts'
import { intlTag } from '../../translations/index.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import { accountStyles } from './account.styles.ts'
import { freshly } from './account_state.ts'

/** By which of the site's OpenID providers one signs in, with the way to end that. */
export class AccountOpenId extends AdminElement {
  static override properties = { removing: { state: true } }
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    accountStyles,
    css`
      .offers {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .offers .button {
        height: auto;
        min-height: 28px;
        white-space: normal;
        overflow-wrap: anywhere;
      }
    `,
  )

  declare removing: OpenIdLinkJson | null

  #links = new Loading<OpenIdLinkJson[]>(this)

  constructor() {
    super()
    this.removing = null
    follow(this, openIdChoices)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
    void loadOpenIdChoices()
  }

  async #link(id: string): Promise<void> {
    try {
      await freshly(() => leaveToLink(id))
    } catch (error) {
      tellProblem(error)
    }
  }

  /** Providers that one could be known by and is not; a provider's own session changes nothing of that. */
  #offers() {
    const links = this.#links.value
    if (!links || who().ofSite) return nothing
    const offered = (openIdChoices.value ?? []).filter(
      ({ id }) => !links.some((one) => one.provider.id === id),
    )
    if (!offered.length) return nothing
    const { account } = this.words.openId
    return html`<p class="all offers">${offered.map(
      ({ id, name }) =>
        html`<button class="button" @click=${() => this.#link(id)}>${account.link(name)}</button>`,
    )}</p>`
  }

  #load = (): void => {
    void this.#links.run(
      async (signal) => (await get<{ items: OpenIdLinkJson[] }>('account/openid-links', {}, signal)).items,
    )
  }

  #remove = async (): Promise<void> => {
    const one = this.removing
    if (!one) return
    await freshly(() => remove(`account/openid-links/${one.id}`))
    tell(this.words.openId.account.removed(one.provider.name))
    this.#load()
  }

  #row(one: OpenIdLinkJson) {
    const { account } = this.words.openId
    const ask = () => {
      this.removing = one
    }
    return html`<li>
      <span class="name"><span class="medium clip">${one.provider.name}</span>
        <span class="others">${account.since(day(one.createdAt))} · ${account.used} ${timeTag(one.usedAt, intlTag(), ago(one.usedAt))}</span></span>
      ${
        who().ofSite
          ? nothing
          : html`<button class="button ghost icon" aria-label=${account.remove(one.provider.name)} @click=${ask}>${icon(iconBin, 'm')}</button>`
      }
    </li>`
  }

  #list() {
    const { account } = this.words.openId
    const { state, value, problem } = this.#links
    if (value?.length) return html`<ul class="rows">${value.map((one) => this.#row(one))}</ul>`
    if (value) return html`<p class="quiet">${account.none}</p>`
    if (state === 'failed') return failure(problem, this.#load)
    return html`<div class="bones" aria-hidden="true"><span class="bone"></span></div>`
  }

  override render() {
    const { account } = this.words.openId
    const ended = () => {
      this.removing = null
    }
    return html`<section class="section">
      <h2>${account.title}</h2>
      <p>${account.words}</p>
      ${this.#list()} ${this.#offers()}
      ${
        this.removing
          ? html`<confirm-dialog heading=${account.removing(this.removing.provider.name)} text=${account.removeWords} verb=${account.removeAct} danger
            .act=${this.#remove} @ended=${ended}></confirm-dialog>`
          : nothing
      }
    </section>`
  }
}

define('account-openid', AccountOpenId)
