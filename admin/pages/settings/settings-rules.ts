import { html, nothing } from 'lit'
import type { RuleJson } from '../../../server/boards/json.ts'
import type { Locale } from '../../../server/words.ts'
import { post, put, remove } from '../../api.ts'
import { community, reload } from '../../community.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import { icon, iconBin, iconPen, iconPlus } from '../../parts/icons.ts'
import { empty, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { named } from '../../translations/index.ts'
import { settingsStyles } from './settings.styles.ts'
import { filled, loadSettings, localesMainFirst, siteSettings } from './site_settings.ts'

/** Writes a rule or its next version, in the three languages. Property `rule`. Event `ended`. */
export class RuleEditor extends ActDialog {
  static override properties = { rule: { attribute: false }, missing: { state: true } }
  static override styles = sheets(actStyles)

  declare rule: RuleJson | null
  declare missing: boolean

  constructor() {
    super()
    this.rule = null
    this.missing = false
  }

  #submit = (): void => {
    const texts = localesMainFirst().map((locale) => {
      return [locale, this.renderRoot.querySelector<HTMLTextAreaElement>(`#text-${locale}`)?.value ?? '']
    })
    const names = filled(Object.fromEntries(texts))
    const name = names[localesMainFirst()[0] as Locale]
    this.missing = !name
    if (!name) return
    void this.perform(async () => {
      const path = this.rule ? `rules/${this.rule.number}` : 'rules'
      const saved = this.rule
        ? await put<RuleJson>(path, { name, names })
        : await post<RuleJson>(path, { name, names })
      tell(this.words.settings.rules.saved(saved.number))
      await reload('rules')
    })
  }

  override render() {
    const { settings, common } = this.words
    const heading = this.rule ? settings.rules.editing(this.rule.number) : settings.rules.add
    return html`<admin-dialog heading=${heading} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        ${localesMainFirst().map((locale, index) => {
          const main = index === 0
          const value = this.rule?.names[locale] ?? (main ? (this.rule?.name ?? '') : '')
          return html`<label class="field">
            <span class="label">${settings.rules.text(common.languages[locale])} ${main ? html`<span class="quiet">${settings.mainLanguage}</span>` : nothing}</span>
            <textarea class="input" id=${`text-${locale}`} lang=${locale} dir="auto" maxlength="300" .value=${value} aria-invalid=${main && this.missing ? 'true' : nothing}></textarea>
            ${main && this.missing ? html`<span class="wrong" role="alert">${settings.nameMissing}</span>` : nothing}
          </label>`
        })}
        ${this.rule ? html`<p class="hint">${settings.rules.versionHint}</p>` : nothing}
      </div>
      ${this.foot(this.rule ? settings.rules.save : settings.rules.make, this.#submit)}
    </admin-dialog>`
  }
}

/** The netiquette: rules with numbers that stay, and versions that decisions point to. */
export class SettingsRules extends AdminElement {
  static override properties = { editing: { state: true }, retiring: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare editing: RuleJson | 'new' | null
  declare retiring: RuleJson | null

  constructor() {
    super()
    this.editing = null
    this.retiring = null
    follow(this, community, siteSettings)
    if (!siteSettings.value) loadSettings().catch(tellProblem)
  }

  #retire = async (): Promise<void> => {
    const number = this.retiring?.number ?? 0
    await remove(`rules/${number}`)
    tell(this.words.settings.rules.retired(number))
    await reload('rules')
  }

  #row(rule: RuleJson) {
    const { rules } = this.words.settings
    return html`<li>
      <span class="quiet">${rule.number}</span>
      <span class="name"><span class="medium">${named(rule)}</span><span class="others">${rules.version(rule.version)}</span></span>
      ${
        may('administer')
          ? html`<button class="button ghost icon" aria-label=${rules.rewrite(rule.number)} @click=${() => {
              this.editing = rule
            }}>${icon(iconPen, 'm')}</button>
            <button class="button ghost icon" aria-label=${rules.retire(rule.number)} @click=${() => {
              this.retiring = rule
            }}>${icon(iconBin, 'm')}</button>`
          : nothing
      }
    </li>`
  }

  #dialogs() {
    const { rules } = this.words.settings
    const last = community.value.rules.length === 1
    const words = last ? `${rules.retireLast} ${rules.retireWords}` : rules.retireWords
    const ended = () => {
      this.editing = null
      this.retiring = null
    }
    return html`${this.editing ? html`<rule-editor .rule=${this.editing === 'new' ? null : this.editing} @ended=${ended}></rule-editor>` : nothing}
      ${
        this.retiring
          ? html`<confirm-dialog heading=${rules.retiring(this.retiring.number)} text=${words} verb=${rules.retireAct} danger .act=${this.#retire} @ended=${ended}></confirm-dialog>`
          : nothing
      }`
  }

  override render() {
    const { settings } = this.words
    const { rules } = community.value
    const add = () => {
      this.editing = 'new'
    }
    return html`<div class="lead">
        <div><h2>${settings.pages.rules}</h2><p>${settings.rules.words}</p></div>
        <span class="space"></span>
        ${may('administer') ? html`<button class="button primary" @click=${add}>${icon(iconPlus, 'm')}${settings.rules.add}</button>` : nothing}
      </div>
      ${rules.length === 0 ? empty(settings.rules.emptyHeading, settings.rules.emptyWords) : html`<ul class="rows">${rules.map((rule) => this.#row(rule))}</ul>`}
      ${this.#dialogs()}`
  }
}

define('rule-editor', RuleEditor)
define('settings-rules', SettingsRules)
