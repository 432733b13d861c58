import { html, nothing } from 'lit'
import type { SettingsJson } from '../../../server/sites/json.ts'
import { Problem } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { icon, iconX } from '../../parts/icons.ts'
import '../../parts/once-shown/once-shown.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { problemWords } from '../../problem_words.ts'
import { hrefOf } from '../../router.ts'
import { may } from '../../session.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { settingsStyles } from './settings.styles.ts'
import './settings-host-page.ts'
import { changeOrigins, loadSettings, siteSettings } from './site_settings.ts'

/** How the board gets onto the host's page: the tag, the origins that may show it, and the way to sign-on. */
export class SettingsEmbed extends AdminElement {
  static override properties = { wrong: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare wrong: string

  #loading = new Loading<SettingsJson>(this)

  constructor() {
    super()
    this.wrong = ''
    follow(this, siteSettings)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#loading.run(loadSettings)
  }

  async #add(event: Event): Promise<void> {
    event.preventDefault()
    const { embed } = this.words.settings
    const field = this.renderRoot.querySelector<HTMLInputElement>('#origin')
    const origins = siteSettings.value?.origins ?? []
    const origin = originOf(field?.value ?? '')
    this.wrong = origin === null ? embed.originWrong : origins.includes(origin) ? embed.originThere : ''
    if (this.wrong || origin === null) {
      field?.focus()
      return
    }
    try {
      await changeOrigins((now) => [...now.filter((one) => one !== origin), origin])
      if (field) field.value = ''
      tell(embed.originAdded(origin))
    } catch (error) {
      const invalid = error instanceof Problem && error.code === 'invalid_input'
      this.wrong = invalid
        ? embed.originWrong
        : problemWords(error instanceof Problem ? error : new Problem(0, 'internal'))
    }
  }

  async #remove(origin: string): Promise<void> {
    try {
      await changeOrigins((now) => now.filter((one) => one !== origin))
      tell(this.words.settings.embed.originRemoved(origin))
      this.renderRoot.querySelector<HTMLElement>('#origin')?.focus()
    } catch (error) {
      tellProblem(error)
    }
  }

  #origins(value: SettingsJson) {
    const { embed } = this.words.settings
    const fixed = !may('administer')
    return html`<section class="section">
      <h3>${embed.originsTitle}</h3>
      <p>${embed.originsWords}</p>
      ${value.origins.length === 0 ? html`<p class="hint">${embed.noOrigins}</p>` : nothing}
      <ul class="rows" ?hidden=${value.origins.length === 0}>
        ${value.origins.map(
          (origin) => html`<li><code class="name">${origin}</code>
            ${fixed ? nothing : html`<button class="button ghost icon" aria-label=${embed.removeOrigin(origin)} @click=${() => this.#remove(origin)}>${icon(iconX)}</button>`}</li>`,
        )}
      </ul>
      ${fixed ? nothing : this.#addForm()}
    </section>`
  }

  #addForm() {
    const { embed } = this.words.settings
    return html`<form class="add" novalidate @submit=${this.#add}>
      <div class="field">
        <label class="label" for="origin">${embed.origin}</label>
        <input class="input" id="origin" type="url" inputmode="url" autocomplete="off" aria-describedby="origin-hint" aria-invalid=${this.wrong ? 'true' : nothing} />
        <p class=${this.wrong ? 'wrong' : 'hint'} id="origin-hint" role="status">${this.wrong || embed.originHint}</p>
      </div>
      <p><button class="button">${embed.addOrigin}</button></p>
    </form>`
  }

  #signOn() {
    const { settings, signOn } = this.words
    return html`<section class="section">
      <h3>${settings.pages.sso}</h3>
      <p>${signOn.embedWords}</p>
      <a class="link" href=${hrefOf('settings/sso')}>${signOn.embedLink}</a>
    </section>`
  }

  override render() {
    const { settings } = this.words
    const value = siteSettings.value
    if (!value && this.#loading.state === 'failed') return failure(this.#loading.problem, this.#load)
    return html`<div class="lead"><div><h2>${settings.pages.embed}</h2></div></div>
      <h3>${settings.embed.tagTitle}</h3>
      <p class="quiet">${settings.embed.tagWords}</p>
      ${
        value
          ? html`<once-shown text=${value.widgetTag} copied=${settings.embed.tagCopied}></once-shown>
            ${this.#origins(value)}
            <settings-host-page></settings-host-page>
            ${this.#signOn()}`
          : html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
      }`
  }
}

/** The origin of what was typed, a path or a slash at its end forgiven; null where it is none. */
function originOf(typed: string): string | null {
  const text = typed.trim()
  if (!URL.canParse(text)) return null
  const { origin, protocol } = new URL(text)
  return protocol === 'https:' || protocol === 'http:' ? origin : null
}

define('settings-embed', SettingsEmbed)
