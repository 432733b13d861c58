import { css, html } from 'lit'
import type { UpkeepJson } from '../../../server/jobs/json.ts'
import { request } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { icon, iconAgain } from '../../parts/icons.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { moment } from '../../translations/format.ts'
import { settingsStyles } from './settings.styles.ts'

type Item = UpkeepJson['items'][number]

/** What the installation does by itself, when it last did, and why it could not, for its operators. */
export class SettingsUpkeep extends AdminElement {
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    css`
      .rows {
        margin-top: 20px;
      }
      .rows > li {
        align-items: start;
        padding: 10px 10px 10px 12px;
      }
      .rows .name {
        gap: 2px;
        overflow-wrap: anywhere;
      }
      .wrong::first-letter {
        text-transform: uppercase;
      }
      @media (max-width: 700px) {
        .rows .name {
          flex: 1 1 100%;
        }
        .rows .button {
          height: 36px;
          margin-inline-start: auto;
        }
      }
    `,
  )

  #works = new Loading<Item[]>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = (): void => {
    void this.#works.run(
      async (signal) => (await request<UpkeepJson>('GET', 'upkeep', { global: true, signal })).items,
    )
  }

  async #begin(work: Item['work']): Promise<void> {
    try {
      await request('POST', `upkeep/${work}/attempts`, { global: true })
      tell(this.words.upkeep.begun)
    } catch (error) {
      tellProblem(error)
    }
    this.#load()
  }

  #row({ work, doneAt, failing }: Item) {
    const { outbox, upkeep } = this.words
    const [name, what] = upkeep.works[work]
    const tried = failing && outbox.tried(failing.attempts)
    return html`<li>
      <span class="name">
        <span class="medium">${name}</span>
        <span class="quiet">${what}</span>
        <span>${doneAt ? upkeep.done(moment(doneAt)) : upkeep.never}</span>
        ${
          failing &&
          html`<span class="wrong">${(failing.givenUp ? outbox.givenUp : outbox.again)(tried!, moment(failing.failedAt))}</span>
          <span>${outbox.fault(failing.reason)}</span>`
        }
      </span>
      <button class="button" aria-label=${upkeep.nowOne(name)} @click=${() => this.#begin(work)}>${icon(iconAgain, 'm')}${upkeep.now}</button>
    </li>`
  }

  override render() {
    const { outbox, settings, upkeep } = this.words
    const { state, value, problem } = this.#works
    return html`<div class="lead"><div><h2>${settings.pages.upkeep}</h2><p>${upkeep.words}</p></div></div>
      <button class="button" @click=${this.#load}>${icon(iconAgain, 'm')}${outbox.refresh}</button>
      ${
        value
          ? html`<ul class="rows">${value.map((item) => this.#row(item))}</ul>`
          : state === 'failed'
            ? failure(problem, this.#load)
            : html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
      }`
  }
}

define('settings-upkeep', SettingsUpkeep)
