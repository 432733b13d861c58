import { css, html, nothing } from 'lit'
import type { OpenIdProviderJson } from '../../../../server/openid/json.ts'
import { remove } from '../../../api.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import '../../../parts/confirm-dialog/confirm-dialog.ts'
import { icon, iconBin, iconPen } from '../../../parts/icons.ts'
import '../../../parts/once-shown/once-shown.ts'
import { loadSession, who } from '../../../session.ts'
import { tell } from '../../../toasts.ts'
import { settingsStyles } from '../settings.styles.ts'
import './issuer-check.ts'
import './provider-editor.ts'

/**
 * One provider: whether people can sign in by it, what it has to be told, and whether it is fit. Property `provider`;
 * one that is `fresh` is checked at once. Event `changed`.
 */
export class OpenIdProvider extends AdminElement {
  static override properties = {
    provider: { attribute: false },
    fresh: { type: Boolean },
    asked: { state: true },
  }
  static override styles = sheets(
    settingsStyles,
    css`
      :host {
        padding-bottom: 20px;
        margin-bottom: 24px;
        border-bottom: 1px solid var(--line);
      }
      :host(:last-of-type) {
        border: 0;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        margin-bottom: 4px;
      }
      .head h3 {
        overflow-wrap: anywhere;
      }
      .facts {
        color: var(--text-3);
        font-size: var(--t-xs);
        line-height: 18px;
        overflow-wrap: anywhere;
      }
      .unready {
        margin-top: 8px;
        color: var(--text-2);
        text-wrap: pretty;
      }
      .acts {
        margin-top: 12px;
      }
      @media (max-width: 700px) {
        .head {
          flex-wrap: wrap;
        }
        .head h3 {
          flex: 1 1 100%;
        }
      }
    `,
  )

  declare provider: OpenIdProviderJson
  declare fresh: boolean
  declare asked: 'edit' | 'remove' | null

  constructor() {
    super()
    this.fresh = false
    this.asked = null
  }

  #remove = async (): Promise<void> => {
    const { id, name } = this.provider
    await remove(`openid-providers/${id}`)
    tell(this.words.openId.removed(name))
    // It may have been what let oneself in.
    if (who().ofSite) void loadSession()
  }

  #ask(asked: 'edit' | 'remove') {
    return () => {
      this.asked = asked
    }
  }

  #ended = ({ detail }: CustomEvent<{ done: boolean }>): void => {
    this.asked = null
    if (detail.done) this.dispatchEvent(new CustomEvent('changed'))
  }

  #dialog() {
    const { openId, common } = this.words
    const { asked, provider } = this
    if (asked === 'edit')
      return html`<provider-editor .provider=${provider} @ended=${this.#ended}></provider-editor>`
    return asked === 'remove'
      ? html`<confirm-dialog heading=${openId.removing(provider.name)} text=${openId.removeWords(provider.people)} verb=${common.remove} danger
          .act=${this.#remove} @ended=${this.#ended}></confirm-dialog>`
      : nothing
  }

  #unready() {
    const { openId } = this.words
    return html`<p class="unready">${openId.unreadyWords}</p>
      <p class="acts"><button class="button primary" @click=${this.#ask('edit')}>${openId.enterClient}</button></p>`
  }

  override render() {
    const { openId } = this.words
    const { name, issuer, redirectUri, clientId, people } = this.provider
    return html`<div class="head">
        <h3>${name}</h3><span class="chip">${clientId ? openId.ready : openId.unready}</span><span class="space"></span>
        <button class="button ghost icon" aria-label=${openId.editOne(name)} @click=${this.#ask('edit')}>${icon(iconPen, 'm')}</button>
        <button class="button ghost icon" aria-label=${openId.removeOne(name)} @click=${this.#ask('remove')}>${icon(iconBin, 'm')}</button>
      </div>
      <p class="facts">${issuer}</p>
      <p class="facts">${openId.people(people)}</p>
      <once-shown label=${openId.redirectUri} text=${redirectUri} hint=${openId.redirectHint} copied=${openId.redirectCopied}></once-shown>
      ${clientId ? nothing : this.#unready()}
      <issuer-check issuer=${issuer} name=${name} ?fresh=${this.fresh}></issuer-check>
      ${this.#dialog()}`
  }
}

define('openid-provider', OpenIdProvider)
