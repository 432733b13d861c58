import { html, nothing, type PropertyValues } from 'lit'
import type { ThreadJson, ThreadRowJson } from '../../../server/threads/json.ts'
import { type Problem, put } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { go, place } from '../../router.ts'
import { tell } from '../../toasts.ts'
import { figure } from '../../translations/format.ts'
import { icon, iconLink, iconLock, iconMail, iconReply, iconRoadmap, iconUp } from '../icons.ts'
import { finderStyles, ThreadFinder } from '../thread_finder.ts'
import { ActDialog, actStyles } from './act_dialog.ts'
import { type Places, placesLost, readPlaces } from './places.ts'

/** Merges threads into the one that stays, chosen among them or found by words. */
export class ActMerge extends ActDialog {
  static override properties = { into: { state: true }, others: { state: true } }
  static override styles = sheets(actStyles, finderStyles)

  declare into: number | null
  /** Possible targets that were found, beyond the threads selected. */
  declare others: ThreadRowJson[]

  #finder: ThreadFinder | undefined
  #places = new Loading<Places>(this)

  constructor() {
    super()
    this.into = null
    this.others = []
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#finder ??= new ThreadFinder(this, {
      label: this.words.acts.mergeFind,
      nothing: this.words.acts.mergeNothing,
      hint: this.words.acts.mergeFindHint,
      kind: () => this.threads[0]?.kind,
      leaveOut: () => [...this.threads, ...this.#candidates].map((thread) => thread.number),
      onPick: (thread) => this.#found(thread),
    })
    if (changed.has('threads') || changed.has('others')) {
      const known = this.#places.value ?? new Map()
      void this.#places.run((signal) => readPlaces([...this.threads, ...this.others], known, signal))
    }
    if (!changed.has('threads') || this.into !== null || this.threads.length < 2) return
    // The one with the most votes, then the oldest, is the likely one to stay.
    const [likely] = this.threads.toSorted((a, b) => b.votes - a.votes || a.number - b.number)
    this.into = likely?.number ?? null
  }

  get #candidates(): ThreadRowJson[] {
    return this.threads.length > 1 ? [...this.threads, ...this.others] : this.others
  }

  /** Those that go into the one that stays. */
  get #from(): ThreadRowJson[] {
    return this.threads.filter((thread) => thread.number !== this.into)
  }

  #found(thread: ThreadRowJson): void {
    this.others = [...this.others, thread]
    this.into = thread.number
    // The result that had the focus is gone; what was chosen takes it.
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus())
  }

  #submit = (): void => {
    const { into } = this
    const from = this.#from
    if (into === null || from.length === 0) return
    void this.perform(async () => {
      try {
        await this.#mergeAll(from, into)
      } finally {
        // Also where one of several was refused: those before it are merged.
        threadsChanged(into, ...from.map((thread) => thread.number))
      }
      const open = Number(place.value.rest[0])
      if (from.some((thread) => thread.number === open)) {
        go(`feedback/${into}`, place.value.query, { replace: true })
      }
    })
  }

  async #mergeAll(from: ThreadRowJson[], into: number): Promise<void> {
    let target: ThreadJson | undefined
    for (const thread of from) target = await put<ThreadJson>(`threads/${thread.number}/merge`, { into })
    tell(this.words.acts.mergeDone(from.length, target?.title ?? ''))
  }

  protected override explained(problem: Problem): string {
    return problem.code === 'conflict' ? this.words.acts.mergeRefused : super.explained(problem)
  }

  /** Threads of different kinds do not go together, which is said before anything is tried. */
  get #mixed(): boolean {
    return new Set(this.threads.map((thread) => thread.kind)).size > 1
  }

  #targets() {
    if (this.#candidates.length === 0) return nothing
    return html`<fieldset>
      <legend class="label">${this.words.acts.mergeInto}</legend>
      <div class="choices">
        ${this.#candidates.map(
          (thread) => html`<label class="choice">
            <input type="radio" name="into" .checked=${this.into === thread.number} @change=${() => {
              this.into = thread.number
            }} />
            <span class="quiet figures">#${thread.number}</span><span class="clip">${thread.title}</span>
            <span class="quiet figures">${icon(iconUp, 's')}${figure(thread.votes)}</span>
          </label>`,
        )}
      </div>
    </fieldset>`
  }

  override render() {
    const { acts } = this.words
    const one = this.threads.length === 1 ? this.threads[0] : undefined
    const lost = placesLost(this.#places.value ?? new Map(), this.#from, this.into)
    const title = one ? acts.mergeTitleInto(one.title) : acts.mergeTitle(this.threads.length)
    return html`<admin-dialog heading=${title} alert warning=${`${acts.mergeTold} ${acts.mergeFinal}`} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        ${this.#mixed ? html`<p class="wrong" role="status">${acts.mergeRefused}</p>` : nothing} ${this.#targets()} ${this.#finder?.render()}
        <ul class="then">
          <li>${icon(iconUp, 'm')}<span>${acts.mergeVotes}</span></li>
          <li>${icon(iconReply, 'm')}<span>${acts.mergeReplies}</span></li>
          <li>${icon(iconLink, 'm')}<span>${acts.mergeAddress}</span></li>
          ${lost.map((item) => html`<li>${icon(iconRoadmap, 'm')}<span>${acts.mergeLeaves(item)}</span></li>`)}
          <li>${icon(iconMail, 'm')}<span>${acts.mergeTold}</span></li>
          <li>${icon(iconLock, 'm')}<span>${acts.mergeFinal}</span></li>
        </ul>
      </div>
      ${this.foot(acts.mergeAct, this.#submit, { possible: this.into !== null && !this.#mixed })}
    </admin-dialog>`
  }
}

define('act-merge', ActMerge)
