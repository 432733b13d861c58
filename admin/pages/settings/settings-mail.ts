import { css, html, nothing } from 'lit'
import type { OutboxMailJson } from '../../../server/mails/json.ts'
import { get, post } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { icon, iconAgain } from '../../parts/icons.ts'
import { empty, failure, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { moment } from '../../translations/format.ts'
import { settingsStyles } from './settings.styles.ts'

interface Outbox {
  items: OutboxMailJson[]
  next: string | null
}

const states = ['failed', 'waiting'] as const
type State = (typeof states)[number]

/** Mail of news that could not be sent, and mail that waits: why, and a way to try again. */
export class SettingsMail extends AdminElement {
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    css`
      section + section {
        margin-top: 28px;
      }
      h3 {
        margin: 0 0 8px;
      }
      .rows > li {
        align-items: start;
        padding: 10px 10px 10px 12px;
      }
      .rows .name {
        gap: 2px;
        overflow-wrap: anywhere;
      }
      .more {
        margin-top: 12px;
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

  #lists: Record<State, Loading<Outbox>> = { failed: new Loading(this), waiting: new Loading(this) }

  override connectedCallback(): void {
    super.connectedCallback()
    if (may('administer')) this.#load()
  }

  #load = (): void => {
    for (const state of states)
      void this.#lists[state].run((signal) => get<Outbox>('mails', { state }, signal))
  }

  async #more(state: State, { items, next }: Outbox): Promise<void> {
    try {
      const page = await get<Outbox>('mails', { state, cursor: next! })
      this.#lists[state].set({ items: [...items, ...page.items], next: page.next })
      this.requestUpdate()
    } catch (error) {
      tellProblem(error)
    }
  }

  async #retry(mail: OutboxMailJson): Promise<void> {
    try {
      await post(`mails/${mail.id}/attempts`)
      tell(this.words.outbox.retried(mail.member.name))
    } catch (error) {
      tellProblem(error)
    }
    this.#load()
  }

  #row(mail: OutboxMailJson) {
    const { outbox } = this.words
    const due =
      mail.state === 'failed' ? outbox.tried(mail.attempts) : outbox.due(moment(mail.dueAt), mail.attempts)
    return html`<li>
      <span class="name">
        <span><span class="medium">${mail.member.name}</span> <span class="quiet">${mail.email ?? outbox.noAddress}</span></span>
        <span>${outbox.cadences[mail.cadence]} · ${due}</span>
        ${mail.reason ? html`<span>${outbox.reason(mail.reason)}</span>` : nothing}
      </span>
      ${mail.attempts ? html`<button class="button" aria-label=${outbox.retryOne(mail.member.name)} @click=${() => this.#retry(mail)}>${icon(iconAgain, 'm')}${outbox.retry}</button>` : nothing}
    </li>`
  }

  #list(state: State) {
    const { outbox, common } = this.words
    const { state: loaded, value, problem } = this.#lists[state]
    if (!value && loaded === 'failed') return failure(problem, this.#load)
    if (!value)
      return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
    const [heading, words] = outbox.empty[state]
    if (!value.items.length) return empty(heading, words)
    return html`<ul class="rows" aria-labelledby=${state}>${value.items.map((mail) => this.#row(mail))}</ul>
      ${value.next ? html`<button class="button more" @click=${() => this.#more(state, value)}>${common.more}</button>` : nothing}`
  }

  override render() {
    const { outbox, settings } = this.words
    const lead = html`<div class="lead"><div><h2>${settings.pages.mail}</h2><p>${outbox.words}</p></div></div>`
    if (!may('administer')) return html`${lead}<p class="hint">${outbox.adminsOnly}</p>`
    return html`${lead}
      ${states.map((state) => html`<section><h3 id=${state}>${outbox.headings[state]}</h3>${this.#list(state)}</section>`)}`
  }
}

define('settings-mail', SettingsMail)
