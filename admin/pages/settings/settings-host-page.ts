import { html, nothing } from 'lit'
import { base, slug } from '../../address.ts'
import { Problem } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { stateStyles } from '../../parts/states.ts'
import { problemWords } from '../../problem_words.ts'
import { may } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { settingsStyles } from './settings.styles.ts'
import { saveSettings, siteSettings } from './site_settings.ts'

/** The public pages, and to which page of the host they lead. */
export class SettingsHostPage extends AdminElement {
  static override properties = { wrong: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare wrong: string

  constructor() {
    super()
    this.wrong = ''
    follow(this, siteSettings)
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault()
    const { embed } = this.words.settings
    const field = this.renderRoot.querySelector<HTMLInputElement>('#host-page')
    const typed = field?.value.trim() ?? ''
    this.wrong = ''
    try {
      const { hostPage } = await saveSettings({ hostPage: typed || null })
      if (field) field.value = hostPage ?? ''
      tell(hostPage ? embed.hostPageSaved : embed.hostPageCleared)
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem(0, 'internal')
      this.wrong = problem.code === 'invalid_input' ? embed.hostPageWrong : problemWords(problem)
      field?.focus()
    }
  }

  override render() {
    const { embed } = this.words.settings
    const hostPage = siteSettings.value?.hostPage ?? ''
    const fixed = !may('administer')
    return html`<section class="section">
      <h3>${embed.publicTitle}</h3>
      <p>${embed.publicWords} <a class="link" href=${`${base}/s/${slug}`} target="_blank" rel="noopener">${embed.publicLink}</a></p>
      <form class="add" novalidate @submit=${this.#save}>
        <div class="field">
          <label class="label" for="host-page">${embed.hostPage}</label>
          <input class="input" id="host-page" type="url" inputmode="url" autocomplete="off" maxlength="500" .value=${hostPage} ?disabled=${fixed} aria-describedby="host-page-hint" aria-invalid=${this.wrong ? 'true' : nothing} />
          <p class=${this.wrong ? 'wrong' : 'hint'} id="host-page-hint" role="status">${this.wrong || embed.hostPageHint}</p>
        </div>
        ${fixed ? nothing : html`<p><button class="button">${embed.saveHostPage}</button></p>`}
      </form>
    </section>`
  }
}

define('settings-host-page', SettingsHostPage)
