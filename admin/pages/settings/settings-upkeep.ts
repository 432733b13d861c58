import { css, html, nothing } from 'lit'
import type { UpkeepJson } from '../../../server/jobs/json.ts'
import { type Problem, request } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { icon, iconAgain } from '../../parts/icons.ts'
import { failure, stateStyles } from '../../parts/states.ts'
import { announce, tell, tellProblem } from '../../toasts.ts'
import { moment } from '../../translations/format.ts'
import { settingsStyles, tallRowStyles } from './settings.styles.ts'

type Item = UpkeepJson['items'][number]

/** How often is looked whether something that was asked for was done, a second apart. */
const mostLooks = 45

/** What the installation does by itself, when it last did, and why it could not, for its operators. */
export class SettingsUpkeep extends AdminElement {
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    tallRowStyles,
    css`
      .rows {
        margin-top: 20px;
      }
      .wrong::first-letter {
        text-transform: uppercase;
      }
    `,
  )

  #works = new Loading<Item[]>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    this.#load()
  }

  #load = async (): Promise<void> => {
    await this.#works.run(
      async (signal) => (await request<UpkeepJson>('GET', 'upkeep', { global: true, signal })).items,
    )
  }

  #refresh = async (): Promise<void> => {
    await this.#load()
    if (this.#works.state === 'ready') announce(this.words.upkeep.refreshed)
  }

  async #begin(work: Item['work']): Promise<void> {
    const { upkeep } = this.words
    const before = this.#rowOf(work)
    try {
      await request('POST', `upkeep/${work}/attempts`, { global: true })
      tell(upkeep.begun)
    } catch (error) {
      const busy = (error as Problem).code === 'conflict'
      return tellProblem(error, busy ? () => upkeep.busy : undefined)
    }
    await this.#follow(work, before)
  }

  #rowOf(work: Item['work']): Item | undefined {
    return this.#works.value?.find((one) => one.work === work)
  }

  /** Looks until it was done or failed, and says so. */
  async #follow(work: Item['work'], before: Item | undefined): Promise<void> {
    const { upkeep } = this.words
    for (let look = 0; look < mostLooks; look++) {
      await new Promise((done) => setTimeout(done, 1000))
      if (!this.isConnected) return
      await this.#load()
      const now = this.#rowOf(work)
      if (!now || now.underWay) continue
      if (now.doneAt !== before?.doneAt) return tell(upkeep.ended(upkeep.works[work][0]))
      if (now.failing && now.failing.failedAt !== before?.failing?.failedAt)
        return announce(upkeep.failed(upkeep.works[work][0]))
    }
  }

  #row({ work, doneAt, underWay, failing }: Item) {
    const { outbox, upkeep } = this.words
    const [name, what] = upkeep.works[work]
    const tried = failing && outbox.tried(failing.attempts)
    return html`<li>
      <span class="name">
        <span class="medium">${name}</span>
        <span class="quiet">${what}</span>
        <span>${doneAt ? upkeep.done(moment(doneAt)) : upkeep.never}</span>
        ${underWay ? html`<span>${upkeep.underWay}</span>` : nothing}
        ${
          failing &&
          !underWay &&
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
      <button class="button" @click=${this.#refresh}>${icon(iconAgain, 'm')}${outbox.refresh}</button>
      ${
        state === 'failed'
          ? failure(problem, this.#load)
          : value
            ? html`<ul class="rows">${value.map((item) => this.#row(item))}</ul>`
            : html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
      }`
  }
}

define('settings-upkeep', SettingsUpkeep)
