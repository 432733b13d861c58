import { html, nothing } from 'lit'
import type { Locale } from '../../../server/words.ts'
import { base, slug } from '../../address.ts'
import { Problem } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { stateStyles } from '../../parts/states.ts'
import { problemWords } from '../../problem_words.ts'
import { may } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { settingsStyles } from './settings.styles.ts'
import { filled, localesMainFirst, saveTyped, siteSettings } from './site_settings.ts'

/** The public pages, and to which pages of the host they and mails lead. */
export class SettingsHostPage extends AdminElement {
  static override properties = { wrong: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare wrong: Problem | null

  constructor() {
    super()
    this.wrong = null
    follow(this, siteSettings)
  }

  #field = (id: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)

  async #save(event: Event): Promise<void> {
    event.preventDefault()
    const { embed } = this.words.settings
    const typed = (id: string) => this.#field(id)?.value.trim() ?? ''
    const asked = ownPages()
    const pages = Object.fromEntries(asked.map((locale) => [locale, typed(`host-page-${locale}`)]))
    this.wrong = null
    try {
      const saved = await saveTyped({ hostPage: typed('host-page') || null, hostPages: filled(pages) })
      this.#show('host-page', saved.hostPage ?? '')
      for (const locale of asked) this.#show(`host-page-${locale}`, saved.hostPages[locale] ?? '')
      tell(saved.hostPage ? embed.hostPageSaved : embed.hostPageCleared)
    } catch (error) {
      this.wrong = error instanceof Problem ? error : new Problem(0, 'internal')
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    }
  }

  /** What was saved may be written otherwise than it was typed. */
  #show(id: string, page: string): void {
    const field = this.#field(id)
    if (field) field.value = page
  }

  #page(id: string, path: string, label: string, page: string, hint: string) {
    const { embed } = this.words.settings
    const bad = this.wrong?.fields.some((field) => field.path === path)
    return html`<div class="field">
      <label class="label" for=${id}>${label}</label>
      <input class="input" id=${id} type="url" inputmode="url" autocomplete="off" maxlength="500" .value=${page} aria-describedby="${id}-hint" aria-invalid=${bad ? 'true' : nothing} />
      <p class=${bad ? 'wrong' : 'hint'} id="${id}-hint" role="status">${bad ? embed.hostPageWrong : hint}</p>
    </div>`
  }

  override render() {
    const { settings, common } = this.words
    const { embed } = settings
    const fixed = !may('administer')
    const value = siteSettings.value
    const elsewhere = this.wrong && !this.wrong.fields.length
    return html`<section class="section">
      <h3>${embed.publicTitle}</h3>
      <p>${embed.publicWords} <a class="link" href=${`${base}/s/${slug}`} target="_blank" rel="noopener">${embed.publicLink}</a></p>
      <form class="form" novalidate @submit=${this.#save}>
        <fieldset class="form" ?disabled=${fixed}>
          ${this.#page('host-page', 'hostPage', embed.hostPage, value?.hostPage ?? '', embed.hostPageHint)}
          ${ownPages().map((locale) =>
            this.#page(
              `host-page-${locale}`,
              `hostPages.${locale}`,
              embed.hostPageIn(common.languages[locale]),
              value?.hostPages[locale] ?? '',
              embed.hostPageInHint,
            ),
          )}
        </fieldset>
        <p class="wrong" role="alert" ?hidden=${!elsewhere}>${elsewhere && this.wrong ? problemWords(this.wrong) : nothing}</p>
        ${fixed ? nothing : html`<p><button class="button">${embed.saveHostPage}</button></p>`}
      </form>
    </section>`
  }
}

/**
 * The languages whose page is asked for. The one for all is that of the main language, unless it has one of its own, as
 * where it became the main one later.
 */
const ownPages = (): Locale[] =>
  localesMainFirst().filter((locale, place) => place > 0 || siteSettings.value?.hostPages[locale])

define('settings-host-page', SettingsHostPage)
