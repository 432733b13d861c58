import { css, html, nothing } from 'lit'
import type { LimitJson } from '../../../server/limits/json.ts'
import type { SettingsJson } from '../../../server/sites/json.ts'
import { Problem } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { Loading } from '../../loading.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { figure } from '../../translations/format.ts'
import { saveFoot } from './save_foot.ts'
import { settingsStyles } from './settings.styles.ts'
import { loadSettings, saveLimits, siteSettings } from './site_settings.ts'

type Kind = LimitJson['kind']

const groups: Record<'part' | 'all' | 'keys' | 'entry', Kind[]> = {
  part: ['votes', 'threads', 'replies', 'reports', 'pictures', 'images'],
  all: ['reads', 'searches', 'changes', 'exports'],
  keys: ['keyReads', 'keyChanges', 'keyPosts'],
  entry: [
    'signOns',
    'signInTries',
    'codesPerAddress',
    'codesPerNetwork',
    'codesPerSite',
    'guestsPerNetwork',
    'guestsPerSite',
  ],
}

/** How much of each kind people may do in a while. */
export class SettingsLimits extends AdminElement {
  static override properties = { changed: { state: true }, wrong: { state: true }, busy: { state: true } }
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    css`
      .rows .name {
        flex: 1 1 0;
        padding-block: 6px;
      }
      .rows .input {
        width: 116px;
        text-align: end;
        font-variant-numeric: tabular-nums;
        appearance: textfield;
      }
      .rows .input::-webkit-inner-spin-button {
        appearance: none;
      }
      .rows .bounds {
        color: var(--danger);
      }
      .end {
        display: flex;
        justify-content: space-between;
        align-items: start;
        gap: 16px;
        margin-top: 16px;
      }
      .end .hint {
        text-wrap: pretty;
      }
      .end .button {
        flex: none;
      }
      @media (max-width: 700px) {
        .end {
          flex-wrap: wrap;
        }
      }
    `,
  )

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

  #field(kind: Kind): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${kind}`)
  }

  get #typed(): Partial<Record<Kind, number>> {
    const limits = siteSettings.value?.limits ?? []
    return Object.fromEntries(limits.map(({ kind }) => [kind, this.#field(kind)?.valueAsNumber]))
  }

  async #save(event: Event): Promise<void> {
    event.preventDefault()
    this.busy = true
    this.wrong = null
    try {
      await saveLimits(this.#typed)
      this.changed = false
      tell(this.words.common.saved)
    } catch (error) {
      this.wrong = error instanceof Problem ? error : new Problem(0, 'internal')
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    } finally {
      this.busy = false
    }
  }

  #reset = (): void => {
    for (const { kind, usual } of siteSettings.value?.limits ?? []) {
      const field = this.#field(kind)
      if (field) field.value = String(usual)
    }
    this.changed = true
  }

  #row({ kind, permits, usual, least, most, seconds, of }: LimitJson) {
    const { limits } = this.words
    const wrong = this.wrong?.fields.some((field) => field.path === `limits.${kind}`)
    const hint = [limits.of[of], limits.spans[seconds], limits.usual(figure(usual))].join(' · ')
    return html`<li>
      <label class="name" for=${kind}>${limits.kinds[kind]}
        <span class="others ${wrong ? 'bounds' : ''}" id="${kind}-hint">${wrong ? limits.bounds(figure(least), figure(most)) : hint}</span></label>
      <input class="input" id=${kind} type="number" inputmode="numeric" required step="1" min=${least} max=${most}
        .value=${String(permits)} aria-describedby="${kind}-hint" aria-invalid=${wrong ? 'true' : nothing} />
    </li>`
  }

  #group(name: keyof typeof groups, all: LimitJson[]) {
    const title = this.words.limits.groups[name]
    const rows = groups[name].flatMap((kind) => all.filter((limit) => limit.kind === kind))
    return html`<fieldset class="section"><legend>${title}</legend>
      <ul class="rows">${rows.map((limit) => this.#row(limit))}</ul></fieldset>`
  }

  override render() {
    const { settings, limits } = this.words
    const value = siteSettings.value
    const lead = html`<div class="lead"><div><h2>${settings.pages.limits}</h2><p>${limits.words}</p></div></div>`
    if (!value) {
      if (this.#loading.state === 'failed') return failure(this.#loading.problem, this.#load)
      return html`${lead}<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`
    }
    const fixed = !may('administer')
    const touched = () => {
      this.changed = true
    }
    return html`${lead}
      <form novalidate @submit=${this.#save} @input=${touched}>
        <fieldset ?disabled=${fixed}>
          ${(Object.keys(groups) as (keyof typeof groups)[]).map((name) => this.#group(name, value.limits))}
          <div class="end"><p class="hint">${limits.network}</p>
            ${fixed ? nothing : html`<button class="button" type="button" @click=${this.#reset}>${limits.reset}</button>`}</div>
        </fieldset>
        ${fixed ? nothing : saveFoot(this)}
      </form>`
  }
}

define('settings-limits', SettingsLimits)
