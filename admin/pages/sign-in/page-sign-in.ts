import { css, html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { loadOpenIdChoices, openIdChoices, siteName } from '../../openid.ts'
import '../../parts/sign-in-form/sign-in-form.ts'

/** The way in: by the link of the terminal, a code sent to one's e-mail, a password, a passkey or a provider. */
export class PageSignIn extends AdminElement {
  static override styles = sheets(css`
    :host {
      min-height: 100dvh;
      display: grid;
      place-content: center;
      padding: 24px 16px;
      background: var(--wash);
    }
    main {
      width: min(360px, calc(100vw - 32px));
      padding: 32px 28px;
      border: 1px solid var(--line);
      border-radius: 12px;
      background: var(--surface);
    }
    h1 {
      font-size: var(--t-xl);
      line-height: 28px;
      letter-spacing: -0.012em;
      margin-bottom: 20px;
    }
  `)

  constructor() {
    super()
    follow(this, openIdChoices, siteName)
    void loadOpenIdChoices()
  }

  override render() {
    // Drawn once it is whole, so that no button is where another one was just now.
    const providers = openIdChoices.value
    if (!providers) return nothing
    return html`<main>
      <h1>${this.words.signIn.title(siteName.value)}</h1>
      <sign-in-form .providers=${providers}></sign-in-form>
    </main>`
  }
}

define('page-sign-in', PageSignIn)
