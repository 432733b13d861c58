import { html, nothing } from 'lit'
import type { SettingsJson } from '../../../server/sites/json.ts'
import type { Locale } from '../../../server/words.ts'
import { Problem } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { may, session } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { saveFoot } from './save_foot.ts'
import { settingsStyles } from './settings.styles.ts'
import {
  allLocales,
  filled,
  loadSettings,
  localesMainFirst,
  saveTyped,
  siteSettings,
} from './site_settings.ts'

/** The site's name, what it says in each language, and how people are shown and let in. */
export class SettingsGeneral extends AdminElement {
  static override properties = { changed: { state: true }, wrong: { state: true }, busy: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare changed: boolean
  declare wrong: Problem | null
  declare busy: boolean

  #loading = new Loading<SettingsJson>(this)

  constructor() {
    super()
    this.changed = false
    this.wrong = null
    this.busy = false
    follow(this, siteSettings)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#loading.run(loadSettings)
  }

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
  }

  #ticked(id: string): boolean {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.checked ?? false
  }

  #byLocale(field: string) {
    return filled(Object.fromEntries(allLocales.map((locale) => [locale, this.#value(`${field}-${locale}`)])))
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault()
    this.busy = true
    this.wrong = null
    try {
      await saveTyped({
        name: this.#value('name'),
        locale: this.#value('locale') as Locale,
        titles: this.#byLocale('titles'),
        purposes: this.#byLocale('purposes'),
        promises: this.#byLocale('promises'),
        showCompany: this.#ticked('company'),
        emailSignIn: this.#ticked('email'),
        guests: this.#ticked('guests'),
      })
      this.changed = false
      // The rail shows the site's name.
      if (session.value.state === 'in') session.value = { ...session.value }
      tell(this.words.common.saved)
    } catch (error) {
      this.wrong = error instanceof Problem ? error : new Problem(0, 'internal')
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    } finally {
      this.busy = false
    }
  }

  /** Whether the server found this field wrong. */
  #bad(path: string) {
    return this.wrong?.fields.some((field) => field.path === path) ? 'true' : nothing
  }

  #text(field: 'titles' | 'purposes' | 'promises', locale: Locale, label: string, max: number, hint = '') {
    const id = `${field}-${locale}`
    const value = siteSettings.value?.[field][locale] ?? ''
    const wrong = this.#bad(`${field}.${locale}`)
    // The purpose is a sentence or two, which a single line would cut.
    return html`<label class="field"><span class="label">${label}</span>
      ${
        field === 'purposes'
          ? html`<textarea class="input short" id=${id} lang=${locale} dir="auto" maxlength=${max} .value=${value} aria-invalid=${wrong}></textarea>`
          : html`<input class="input" id=${id} lang=${locale} dir="auto" maxlength=${max} .value=${value} aria-invalid=${wrong} />`
      }
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}</label>`
  }

  #language(locale: Locale, main: boolean) {
    const { settings, common } = this.words
    const { general } = settings
    return html`<fieldset class="section">
      <legend>${general.inLanguage(common.languages[locale])} ${main ? html`<span class="quiet small">${settings.mainLanguage}</span>` : nothing}</legend>
      <div class="form">
        ${this.#text('titles', locale, general.heading, 80)} ${this.#text('purposes', locale, general.purpose, 300)}
        ${this.#text('promises', locale, general.promise, 120, general.promiseHint)}
      </div>
    </fieldset>`
  }

  #first(value: SettingsJson) {
    const { general } = this.words.settings
    return html`<div class="two">
      <label class="field"><span class="label">${general.name}</span>
        <input class="input" id="name" required maxlength="80" .value=${value.name} aria-invalid=${this.#bad('name')} />
        <span class="hint">${general.nameHint}</span></label>
      <label class="field"><span class="label">${general.locale}</span>
        <select class="input" id="locale">
          ${allLocales.map((locale) => html`<option value=${locale} ?selected=${locale === value.locale}>${this.words.common.languages[locale]}</option>`)}
        </select>
        <span class="hint">${general.localeHint}</span></label>
    </div>`
  }

  #people(value: SettingsJson) {
    const { general } = this.words.settings
    return html`<fieldset class="section">
      <legend>${general.people}</legend>
      <label class="tick"><input type="checkbox" id="company" .checked=${value.showCompany} />${general.showCompany}</label>
      <p class="hint tick-hint">${general.showCompanyHint}</p>
      <label class="tick"><input type="checkbox" id="email" .checked=${value.emailSignIn} />${general.emailSignIn}</label>
      <p class="hint tick-hint">${general.emailSignInHint}</p>
      <label class="tick"><input type="checkbox" id="guests" .checked=${value.guests} aria-describedby="guests-hint" />${general.guests}</label>
      <p class="hint tick-hint" id="guests-hint">${general.guestsHint}</p>
    </fieldset>`
  }

  override render() {
    const { settings } = this.words
    const value = siteSettings.value
    const lead = html`<div class="lead"><div><h2>${settings.pages.general}</h2><p>${settings.general.words}</p></div></div>`
    if (!value) {
      if (this.#loading.state === 'failed') return failure(this.#loading.problem, this.#load)
      return html`${lead}<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`
    }
    const touched = () => {
      this.changed = true
    }
    const fixed = !may('administer')
    return html`${lead}
      <form novalidate @submit=${this.#save} @input=${touched} @change=${touched}>
        <fieldset ?disabled=${fixed}>
          ${this.#first(value)}
          ${localesMainFirst().map((locale, index) => this.#language(locale, index === 0))}
          ${this.#people(value)}
        </fieldset>
        ${fixed ? nothing : saveFoot(this)}
      </form>`
  }
}

define('settings-general', SettingsGeneral)
