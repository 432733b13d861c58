import { css, html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { session, who } from '../../session.ts'
import { settingsStyles } from '../settings/settings.styles.ts'
import './account-authenticator.ts'
import './account-mail.ts'
import './account-openid.ts'
import './account-passkeys.ts'
import './account-password.ts'
import './account-sessions.ts'
import { account, loadAccount } from './account_state.ts'
import './sign-in-again.ts'

/** How one signs in oneself: password, second factor, passkeys, and where one is signed in; and what one gets by mail. */
export class PageAccount extends AdminElement {
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    css`
      :host {
        max-width: none;
        height: 100%;
        overflow: auto;
      }
      .page {
        max-width: 760px;
        padding: 24px 32px 48px;
      }
      h1 {
        font-size: var(--t-xl);
        line-height: 28px;
        letter-spacing: -0.012em;
      }
      .of-site {
        padding: 12px 16px;
        border-radius: var(--r-control);
        background: var(--wash);
        color: var(--text-2);
        text-wrap: pretty;
      }
      @media (max-width: 900px) {
        .page {
          padding: 16px 16px 48px;
        }
      }
    `,
  )

  #loading = new Loading(this)

  constructor() {
    super()
    follow(this, account, session)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (!who().ofSite) this.#load()
  }

  /** Once somebody signs in again by more than a provider of the site, there is more to be shown. */
  protected override updated(): void {
    if (!who().ofSite && this.#loading.state === 'waiting' && !this.#loading.busy) this.#load()
  }

  #load = (): void => {
    void this.#loading.run(loadAccount)
  }

  #sections() {
    if (who().ofSite)
      return html`<p class="of-site">${this.words.openId.account.ofSite}</p><account-openid></account-openid>`
    if (account.value) {
      return html`<account-password></account-password>
        <account-authenticator></account-authenticator>
        <account-passkeys></account-passkeys>
        <account-openid></account-openid>
        <account-sessions></account-sessions>`
    }
    if (this.#loading.state === 'failed') return failure(this.#loading.problem, this.#load)
    return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`
  }

  override render() {
    const { title, words, againWords } = this.words.account
    return html`<div class="page">
      <div class="lead"><div><h1>${title}</h1>${who().ofSite ? nothing : html`<p>${words(who().email)}</p>`}</div></div>
      ${this.#sections()} <account-mail></account-mail> <sign-in-again why=${againWords}></sign-in-again>
    </div>`
  }
}

define('page-account', PageAccount)
