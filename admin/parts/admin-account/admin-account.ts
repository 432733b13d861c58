import { css, html } from 'lit'
import type { Locale } from '../../../server/words.ts'
import { avatar, avatarStyles } from '../../../widget/ui/avatar.ts'
import { patch } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { language, shortcutKeys, type Theme, theme } from '../../preferences.ts'
import { go, hrefOf } from '../../router.ts'
import { session, signOut, who } from '../../session.ts'
import { tellProblem } from '../../toasts.ts'
import { localeNames } from '../../translations/index.ts'
import { menuStyles } from '../admin-menu/admin-menu.ts'
import '../admin-menu/admin-menu.ts'
import { icon, iconDots, iconKey, iconLeave } from '../icons.ts'

/**
 * The person at the desk, with theme, language, keys and the way out. `inline` shows the choices without a menu
 * around them, for the phone's own menu.
 */
export class AdminAccount extends AdminElement {
  static override properties = { inline: { type: Boolean } }
  static override styles = sheets(
    menuStyles,
    avatarStyles,
    css`
      admin-menu {
        display: block;
      }
      .person {
        display: flex;
        align-items: center;
        gap: 8px;
        min-height: 32px;
        padding: 0 8px;
        width: 100%;
        color: var(--text-2);
        font-weight: var(--w-medium);
      }
      .av {
        width: 20px;
        height: 20px;
        font-size: 9px;
      }
      .choices {
        display: grid;
        gap: 10px;
        padding: 8px;
      }
      .who {
        padding: 6px 8px 2px;
      }
      .who b {
        display: block;
      }
      .keys-hint {
        padding-inline-start: 22px;
      }
    `,
  )

  declare inline: boolean

  constructor() {
    super()
    this.inline = false
    follow(this, session, theme, language, shortcutKeys)
  }

  async #leave(): Promise<void> {
    try {
      await signOut()
      go('sign-in')
    } catch (error) {
      tellProblem(error)
    }
  }

  #onTheme(event: Event): void {
    theme.value = (event.target as HTMLSelectElement).value as Theme
  }

  #onLanguage(event: Event): void {
    language.value = (event.target as HTMLSelectElement).value as Locale | 'auto'
    // The choice goes with the person: to other devices, and to the mails they get.
    const locale = language.value === 'auto' ? null : language.value
    patch('me', { locale }).catch(tellProblem)
  }

  #onKeys(event: Event): void {
    shortcutKeys.value = (event.target as HTMLInputElement).checked ? 'on' : 'off'
  }

  #choices() {
    const { shell, common } = this.words
    const { member, email } = who()
    return html`<p class="who"><b>${member.name}</b><span class="quiet small">${email} · ${common.roles[member.role]}</span></p>
      <div class="choices">
        <label class="field"><span class="label">${shell.theme}</span>
          <select class="input" @change=${this.#onTheme}>
            ${(['auto', 'light', 'dark'] as const).map(
              (one) =>
                html`<option value=${one} ?selected=${theme.value === one}>${shell.themes[one]}</option>`,
            )}
          </select></label>
        <label class="field"><span class="label">${shell.language}</span>
          <select class="input" @change=${this.#onLanguage}>
            <option value="auto" ?selected=${language.value === 'auto'}>${shell.languageAuto}</option>
            ${Object.entries(localeNames).map(
              ([one, name]) =>
                html`<option value=${one} lang=${one} ?selected=${language.value === one}>${name}</option>`,
            )}
          </select></label>
        <div>
          <label class="tick"><input type="checkbox" .checked=${shortcutKeys.value === 'on'} @change=${this.#onKeys} />${shell.shortcutKeys}</label>
          <p class="hint keys-hint">${shell.shortcutKeysHint}</p>
        </div>
      </div>
      <div class="menu-rule"></div>
      <a class="item" href=${hrefOf('account')}>${icon(iconKey)}${shell.myAccount}</a>
      <button class="item" @click=${this.#leave}>${icon(iconLeave)}${shell.signOut}</button>`
  }

  override render() {
    const { member } = who()
    if (this.inline) return this.#choices()
    return html`<admin-menu look="plain">
      <span slot="button" class="person">
        ${avatar(member)}<span class="clip">${member.name}</span><span class="space"></span>${icon(iconDots)}<span class="unseen">${this.words.shell.account(member.name)}</span>
      </span>
      <div>${this.#choices()}</div>
    </admin-menu>`
  }
}

define('admin-account', AdminAccount)
