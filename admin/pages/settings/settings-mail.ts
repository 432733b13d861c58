import { css, html, nothing } from 'lit'
import type { FailingJobJson } from '../../../server/jobs/json.ts'
import type { OutboxMailJson } from '../../../server/mails/json.ts'
import { get, post } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { icon, iconAgain } from '../../parts/icons.ts'
import { emptyPart, failure, stateStyles } from '../../parts/states.ts'
import { may } from '../../session.ts'
import { tell, tellProblem } from '../../toasts.ts'
import { moment } from '../../translations/format.ts'
import { reasonOf } from './mail_reason.ts'
import { settingsStyles, tallRowStyles } from './settings.styles.ts'

interface Page<Item> {
  items: Item[]
  next: string | null
}
type Outbox = Page<OutboxMailJson>

const states = ['failed', 'waiting'] as const
type State = (typeof states)[number]

/** Mail of news that could not be sent, mail that waits, and other work that failed: why, and a way to try again. */
export class SettingsMail extends AdminElement {
  static override styles = sheets(
    stateStyles,
    settingsStyles,
    tallRowStyles,
    css`
      section {
        margin-top: 28px;
      }
      h3 {
        margin: 0 0 8px;
      }
      .more {
        margin-top: 12px;
      }
    `,
  )

  #lists: Record<State, Loading<Outbox>> = { failed: new Loading(this), waiting: new Loading(this) }

  #jobs = new Loading<Page<FailingJobJson>>(this)

  override connectedCallback(): void {
    super.connectedCallback()
    if (may('administer')) this.#load()
  }

  #load = (): void => {
    for (const state of states)
      void this.#lists[state].run((signal) => get<Outbox>('mails', { state }, signal))
    void this.#jobs.run((signal) => get('failing-jobs', {}, signal))
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

  async #moreJobs({ items, next }: Page<FailingJobJson>): Promise<void> {
    try {
      const page = await get<Page<FailingJobJson>>('failing-jobs', { cursor: next! })
      this.#jobs.set({ items: [...items, ...page.items], next: page.next })
      this.requestUpdate()
    } catch (error) {
      tellProblem(error)
    }
  }

  async #retry(path: string, told: string): Promise<void> {
    try {
      await post(`${path}/attempts`)
      tell(told)
    } catch (error) {
      tellProblem(error)
    }
    this.#load()
  }

  /** Whether anything on the screen was tried in vain, and may be tried again. */
  get #again(): { mails: boolean; work: boolean } {
    return {
      mails: states.some((state) => this.#lists[state].value?.items.some((mail) => mail.attempts)),
      work: this.#jobs.value?.items.some((job) => job.again) ?? false,
    }
  }

  async #retryAll(): Promise<void> {
    const { mails, work } = this.#again
    try {
      await Promise.all([mails && post('mails/attempts'), work && post('failing-jobs/attempts')])
      tell(this.words.outbox.retriedAll)
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
        ${mail.reason ? html`<span>${reasonOf(outbox, { ...mail, reason: mail.reason })}</span>` : nothing}
      </span>
      ${mail.attempts ? html`<button class="button" aria-label=${outbox.retryOne(mail.member.name)} @click=${() => this.#retry(`mails/${mail.id}`, outbox.retried(mail.member.name))}>${icon(iconAgain, 'm')}${outbox.retry}</button>` : nothing}
    </li>`
  }

  #job(job: FailingJobJson) {
    const { outbox } = this.words
    const what = outbox.abouts[job.about]
    const tried = outbox.tried(job.attempts)
    return html`<li>
      <span class="name">
        <span><span class="medium">${what}</span> <span class="quiet">${job.email}</span></span>
        <span>${job.givenUp ? outbox.givenUp(tried, moment(job.failedAt)) : outbox.again(tried, moment(job.failedAt))}</span>
        <span>${reasonOf(outbox, job, job.email !== null)}</span>
      </span>
      ${job.again ? html`<button class="button" aria-label=${outbox.retryWork(what, job.email)} @click=${() => this.#retry(`failing-jobs/${job.id}`, outbox.retriedWork)}>${icon(iconAgain, 'm')}${outbox.retry}</button>` : nothing}
    </li>`
  }

  #otherWork() {
    const { outbox, common } = this.words
    const { state, value, problem } = this.#jobs
    if (!value && state === 'failed') return failure(problem, this.#load)
    if (!value) return html`<div class="bones" aria-hidden="true"><span class="bone"></span></div>`
    if (!value.items.length) return emptyPart(...outbox.noWork)
    return html`<ul class="rows" aria-labelledby="work">${value.items.map((job) => this.#job(job))}</ul>
      ${value.next ? html`<button class="button more" @click=${() => this.#moreJobs(value)}>${common.more}</button>` : nothing}`
  }

  #list(state: State) {
    const { outbox, common } = this.words
    const { state: loaded, value, problem } = this.#lists[state]
    if (!value && loaded === 'failed') return failure(problem, this.#load)
    if (!value)
      return html`<div class="bones" aria-hidden="true"><span class="bone"></span><span class="bone"></span></div>`
    const [heading, words] = outbox.empty[state]
    if (!value.items.length) return emptyPart(heading, words)
    return html`<ul class="rows" aria-labelledby=${state}>${value.items.map((mail) => this.#row(mail))}</ul>
      ${value.next ? html`<button class="button more" @click=${() => this.#more(state, value)}>${common.more}</button>` : nothing}`
  }

  override render() {
    const { outbox, settings } = this.words
    const lead = html`<div class="lead"><div><h2>${settings.pages.mail}</h2><p>${outbox.words}</p></div></div>`
    if (!may('administer')) return html`${lead}<p class="hint">${outbox.adminsOnly}</p>`
    const { mails, work } = this.#again
    return html`${lead}
      <button class="button" @click=${this.#load}>${icon(iconAgain, 'm')}${outbox.refresh}</button>
      ${mails || work ? html`<button class="button" @click=${() => this.#retryAll()}>${icon(iconAgain, 'm')}${outbox.retryAll}</button>` : nothing}
      ${states.map((state) => html`<section><h3 id=${state}>${outbox.headings[state]}</h3>${this.#list(state)}</section>`)}
      <section><h3 id="work">${outbox.work}</h3><p class="hint">${outbox.workHint}</p>${this.#otherWork()}</section>`
  }
}

define('settings-mail', SettingsMail)
