import { html, nothing } from 'lit'
import type { SiteListJson } from '../../../server/sites/json.ts'
import { adminOf } from '../../address.ts'
import { type Problem, request } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { ActDialog, actStyles } from '../../parts/acts/act_dialog.ts'
import { icon, iconOutside, iconPlus } from '../../parts/icons.ts'
import '../../parts/once-shown/once-shown.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { who } from '../../session.ts'
import { day } from '../../translations/format.ts'
import { settingsStyles } from './settings.styles.ts'
import './site-access.ts'
import { allLocales } from './site_settings.ts'

/** What is shown this once. */
interface SiteMade {
  slug: string
  ssoSecret: string
  ownerLink: string
}

/** Makes a site; its secret and its owner's link are shown in the same dialog, once. Event `ended`. */
export class SiteMaker extends ActDialog {
  static override properties = { made: { state: true }, named: { state: true }, missing: { state: true } }
  static override styles = sheets(actStyles)

  declare made: SiteMade | null
  declare named: string
  declare missing: 'slug' | 'name' | 'origin' | null

  constructor() {
    super()
    this.made = null
    this.named = ''
    this.missing = null
  }

  #value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value.trim() ?? ''
  }

  #submit = async (): Promise<void> => {
    if (this.busy || this.made) return
    const slug = this.#value('slug')
    const origin = this.#value('origin')
    this.named = this.#value('name')
    const slugWrong = slug.length < 2 || !/^[a-z0-9](-?[a-z0-9])*$/.test(slug)
    const originWrong = origin !== '' && !URL.canParse(origin)
    this.missing = slugWrong ? 'slug' : !this.named ? 'name' : originWrong ? 'origin' : null
    if (this.missing) {
      this.renderRoot.querySelector<HTMLElement>(`#${this.missing}`)?.focus()
      return
    }
    const body = {
      slug,
      name: this.named,
      locale: this.#value('locale'),
      origins: origin ? [new URL(origin).origin] : [],
    }
    // Not `perform`: the dialog stays open to show what is shown once.
    this.busy = true
    this.wrong = ''
    try {
      this.made = await request<SiteMade>('POST', 'sites', { body, global: true })
      this.dispatchEvent(new CustomEvent('made'))
    } catch (error) {
      this.wrong = this.explained(error as Problem)
    } finally {
      this.busy = false
    }
  }

  protected override explained(problem: Problem): string {
    return problem.code === 'conflict' ? this.words.settings.sites.taken : super.explained(problem)
  }

  #form() {
    const { settings, common } = this.words
    const { sites, embed } = settings
    const wrong = (field: string) => (this.missing === field ? 'true' : nothing)
    return html`<div class="form">
      <label class="field"><span class="label">${sites.name}</span>
        <input class="input" id="name" maxlength="80" aria-invalid=${wrong('name')} />
        ${this.missing === 'name' ? html`<span class="wrong" role="alert">${common.required}</span>` : nothing}</label>
      <label class="field"><span class="label">${sites.slug}</span>
        <input class="input" id="slug" maxlength="40" autocapitalize="off" spellcheck="false" aria-invalid=${wrong('slug')} />
        <span class=${this.missing === 'slug' ? 'wrong' : 'hint'}>${sites.slugHint}</span></label>
      <label class="field"><span class="label">${sites.locale}</span>
        <select class="input" id="locale">${allLocales.map((locale) => html`<option value=${locale}>${common.languages[locale]}</option>`)}</select></label>
      <label class="field"><span class="label">${sites.origin}</span>
        <input class="input" id="origin" type="url" inputmode="url" aria-invalid=${wrong('origin')} />
        <span class=${this.missing === 'origin' ? 'wrong' : 'hint'}>${this.missing === 'origin' ? embed.originWrong : sites.originHint}</span></label>
    </div>`
  }

  #shown(made: SiteMade) {
    const { sites } = this.words.settings
    return html`<div class="form">
      <p role="status">${sites.madeWords}</p>
      <once-shown label=${sites.ownerLink} text=${made.ownerLink} hint=${sites.ownerLinkHint}></once-shown>
      <once-shown label=${sites.secret} text=${made.ssoSecret}></once-shown>
    </div>`
  }

  override render() {
    const { sites } = this.words.settings
    if (!this.made) {
      return html`<admin-dialog heading=${sites.adding} .submit=${this.#submit} @closed=${this.ended}>
        ${this.#form()} ${this.foot(sites.addAct, this.#submit)}
      </admin-dialog>`
    }
    return html`<admin-dialog heading=${sites.madeTitle(this.named)} @closed=${this.ended}>
      ${this.#shown(this.made)}
      <span slot="footer" class="space"></span><button slot="footer" class="button primary large" @click=${this.close}>${sites.done}</button>
    </admin-dialog>`
  }
}

/** All communities of the installation, for its operators. */
export class SettingsSites extends AdminElement {
  static override properties = { making: { state: true }, access: { state: true } }
  static override styles = sheets(stateStyles, settingsStyles)

  declare making: boolean
  /** The community to which access is given anew. */
  declare access: SiteListJson['items'][number] | null

  #sites = new Loading<SiteListJson['items']>(this)

  constructor() {
    super()
    this.making = false
    this.access = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#sites.run(
      async (signal) => (await request<SiteListJson>('GET', 'sites', { global: true, signal })).items,
    )
  }

  #row(site: SiteListJson['items'][number]) {
    const { settings, common } = this.words
    const mine = who().sites.some((one) => one.slug === site.slug)
    return html`<li>
      <span class="name"><span class="medium clip">${site.name}</span><span class="others">${site.slug} · ${common.languages[site.locale]} · ${settings.sites.since(day(site.createdAt))}</span></span>
      <button class="button ghost" aria-label=${settings.sites.accessOf(site.name)} @click=${() => {
        this.access = site
      }}>${settings.sites.access}</button>
      ${mine ? html`<a class="button ghost" href=${adminOf(site.slug)} aria-label=${settings.sites.open(site.name)}>${icon(iconOutside, 'm')}${settings.sites.openShort}</a>` : nothing}
    </li>`
  }

  override render() {
    const { sites } = this.words.settings
    const { state, value, problem } = this.#sites
    const ended = () => {
      this.making = false
      this.access = null
    }
    const add = () => {
      this.making = true
    }
    return html`<div class="lead">
        <div><h2>${this.words.settings.pages.sites}</h2><p>${sites.words}</p></div>
        <span class="space"></span>
        <button class="button primary" @click=${add}>${icon(iconPlus, 'm')}${sites.add}</button>
      </div>
      ${
        value
          ? html`<ul class="rows">${value.map((site) => this.#row(site))}</ul>`
          : state === 'failed'
            ? failure(problem, this.#load)
            : html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
      }
      ${this.making ? html`<site-maker @made=${this.#load} @ended=${ended}></site-maker>` : nothing}
      ${this.access ? html`<site-access slug=${this.access.slug} name=${this.access.name} @ended=${ended}></site-access>` : nothing}`
  }
}

define('site-maker', SiteMaker)
define('settings-sites', SettingsSites)
