import { css, html, nothing, type TemplateResult } from 'lit'
import type { ApiKeyJson, ApiKeyListJson } from '../../../server/api_keys/json.ts'
import { base } from '../../address.ts'
import { get, remove } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import '../../parts/confirm-dialog/confirm-dialog.ts'
import { icon, iconOutside, iconPlus } from '../../parts/icons.ts'
import { empty, failure, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { ago, day, moment } from '../../translations/format.ts'
import './api_keys/key-maker.ts'
import { opened } from './api_keys/scopes.ts'
import { settingsStyles, tallRowStyles } from './settings.styles.ts'

const dayMs = 86_400_000
const warnDays = 14

/** The keys that the company's own programs come by: what each opens, until when, and whether it is used. */
export class SettingsKeys extends AdminElement {
  static override properties = { adding: { state: true }, ending: { state: true } }
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    tallRowStyles,
    css`
      .rows code {
        font: 12px / 16px ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace;
        color: var(--text-3);
      }
      .rows .others {
        line-height: 18px;
      }
      .others > span {
        display: inline-block;
      }
      .rows .chip {
        margin-top: 4px;
      }
      .past .medium {
        color: var(--text-2);
      }
      .lead .link {
        white-space: nowrap;
      }
      .link .i {
        display: inline-block;
        margin-inline-start: 4px;
        vertical-align: -2px;
      }
      h3 {
        margin: 28px 0 8px;
      }
      @media (max-width: 700px) {
        .rows .chip {
          margin-top: 8px;
        }
      }
    `,
  )

  declare adding: boolean
  declare ending: ApiKeyJson | null

  #list = new Loading<ApiKeyJson[]>(this)

  constructor() {
    super()
    this.adding = false
    this.ending = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (may('administer')) this.#load()
  }

  #load = (): void => {
    void this.#list.run(async (signal) => (await get<ApiKeyListJson>('api-keys', {}, signal)).items)
  }

  #end = async (): Promise<void> => {
    if (!this.ending) return
    const { id, name } = this.ending
    await remove(`api-keys/${id}`)
    tell(this.words.keys.endedOne(name))
    this.#load()
  }

  #used(key: ApiKeyJson): string {
    const { keys } = this.words
    return key.lastUsedAt ? keys.used(ago(key.lastUsedAt)) : keys.unused
  }

  /** Until when, warned of when it is near. */
  #until({ expiresAt }: ApiKeyJson): TemplateResult {
    const { keys } = this.words
    const days = Math.floor((Date.parse(expiresAt) - Date.now()) / dayMs)
    return days < warnDays
      ? html`<span class="chip warn" title=${moment(expiresAt)}>${keys.endsIn(days)}</span>`
      : html`<span class="chip" title=${moment(expiresAt)}>${keys.until(day(expiresAt))}</span>`
  }

  /** Why it opens nothing any more. */
  #over({ endedAt, endedBy, expiresAt }: ApiKeyJson): string {
    const { keys } = this.words
    if (endedAt) return keys.ended(day(endedAt), endedBy?.name ?? null)
    return Date.parse(expiresAt) <= Date.now() ? keys.expired(day(expiresAt)) : keys.makerGone
  }

  #row(key: ApiKeyJson) {
    const { keys } = this.words
    const end = () => {
      this.ending = key
    }
    const made = keys.madeBy(day(key.createdAt), key.madeBy?.name ?? null)
    return html`<li>
      <span class="name">
        <span><span class="medium">${key.name}</span> <code aria-hidden="true">…${key.lastFour}</code><span class="unseen">, ${keys.lastFour(key.lastFour)}</span></span>
        <span>${opened(key.scopes)}</span>
        <span class="others"><span>${key.works ? made : this.#over(key)}&nbsp;·&nbsp;</span><span>${this.#used(key)}</span></span>
      </span>
      ${key.works ? html`${this.#until(key)}<button class="button" aria-label=${keys.endOne(key.name)} @click=${end}>${keys.end}</button>` : nothing}
    </li>`
  }

  #keys() {
    const { keys } = this.words
    const { state, value, problem } = this.#list
    if (!value && state === 'failed') return failure(problem, this.#load)
    if (!value)
      return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
    if (!value.length) return empty(keys.emptyHeading, keys.emptyWords)
    const working = value.filter((key) => key.works)
    const past = value.filter((key) => !key.works)
    return html`${working.length ? html`<ul class="rows" aria-label=${keys.list}>${working.map((key) => this.#row(key))}</ul>` : nothing}
      ${past.length ? html`<h3 id="past">${keys.past}</h3><ul class="rows past" aria-labelledby="past">${past.map((key) => this.#row(key))}</ul>` : nothing}`
  }

  #dialogs() {
    const { keys } = this.words
    const ended = () => {
      this.adding = false
      this.ending = null
    }
    if (this.adding) return html`<key-maker @made=${this.#load} @ended=${ended}></key-maker>`
    if (!this.ending) return nothing
    const { name } = this.ending
    return html`<confirm-dialog heading=${keys.endOne(name)} text=${keys.endWords(this.#used(this.ending))} verb=${keys.endAct} danger
      .act=${this.#end} @ended=${ended}></confirm-dialog>`
  }

  override render() {
    const { keys, settings } = this.words
    const allowed = may('administer')
    const add = () => {
      this.adding = true
    }
    const reference = html`<a class="link" href=${`${base}/api`} target="_blank" rel="noopener">${keys.reference}${icon(iconOutside, 's')}</a>`
    return html`<div class="lead">
        <div><h2>${settings.pages.keys}</h2><p>${keys.words} ${reference}</p></div>
        <span class="space"></span>
        ${allowed ? html`<button class="button primary" @click=${add}>${icon(iconPlus, 'm')}${keys.add}</button>` : nothing}
      </div>
      ${allowed ? html`${this.#keys()} ${this.#dialogs()}` : html`<p class="hint">${keys.adminsOnly}</p>`}`
  }
}

define('settings-keys', SettingsKeys)
