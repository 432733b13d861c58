import { css, html, nothing, type PropertyValues } from 'lit'
import type { UndoJson } from '../../../server/moderation/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { statusGlyph, statusPill, statusPillStyles } from '../../../widget/ui/status_pill.ts'
import { Problem, put } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { community, statusOf } from '../../community.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { who } from '../../session.ts'
import { announce, offerUndo } from '../../toasts.ts'
import { named } from '../../translations/index.ts'
import { icon, iconMail, iconPeople, iconRoute, iconUndo } from '../icons.ts'
import { ActDialog, actStyles } from './act_dialog.ts'
import { readStatus, type SetStatus, whoWasQuicker } from './meanwhile.ts'
import { countPromotion, type Promotion } from './promotion.ts'

interface StatusChange {
  thread: ThreadJson
  undo: UndoJson
  told: number
}

/** Changes where some threads stand, showing what will be read and by how many, before it is done. */
export class ActStatus extends ActDialog {
  static override properties = {
    status: { state: true },
    note: { state: true },
    meanwhile: { state: true },
  }
  static override styles = sheets(
    statusPillStyles,
    actStyles,
    css`
      .choice .st {
        width: 14px;
        height: 14px;
      }
    `,
  )

  declare status: string
  declare note: string
  /** Where somebody else set a status since this was opened: who and which. */
  declare meanwhile: SetStatus | null

  /** The status of each thread as it was last seen here: a refusal shows a newer one than the list does. */
  readonly #seen = new Map<number, string | null>()

  #promotion = new Loading<Promotion>(this)

  constructor() {
    super()
    this.status = ''
    this.note = ''
    this.meanwhile = null
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('threads')) return
    for (const { number, status } of this.threads) if (!this.#seen.has(number)) this.#seen.set(number, status)
    if (this.status) return
    const first = this.threads[0]?.status ?? ''
    this.status = this.threads.every((thread) => thread.status === first) ? first : ''
    this.note = draftOf(this.#draft)
    void this.#promotion.run((signal) => countPromotion(this.threads, signal))
  }

  /** Only ideas have a status, and without a note only another status is a change. */
  get #changing() {
    const ideas = this.threads.filter((thread) => thread.kind === 'idea')
    return this.note.trim() ? ideas : ideas.filter((thread) => this.#seen.get(thread.number) !== this.status)
  }

  /** How many follow a published item, which a status set by hand leaves, as far as it is known before. */
  get #detaches(): number {
    return this.#promotion.value?.following ?? 0
  }

  get #draft(): string {
    return `status-${this.numbers.join(',')}`
  }

  /** How many hear of it, once that is counted. */
  get #told(): number | undefined {
    return this.#promotion.value?.told
  }

  get #possible(): boolean {
    return this.status !== '' && this.#changing.length > 0
  }

  #onNote(event: InputEvent): void {
    this.note = (event.target as HTMLTextAreaElement).value
    keepDraft(this.#draft, this.note)
  }

  #submit = (): void => {
    if (!this.#possible) return
    void this.perform(async () => {
      const undos: UndoJson[] = []
      let refused: unknown
      let told = 0
      for (const thread of this.#changing) {
        try {
          const change = await this.#change(thread.number)
          undos.push(change.undo)
          told += change.told
        } catch (error) {
          refused = error
          const { status = 0 } = error instanceof Problem ? error : {}
          // Who is not there is not there for the next one either.
          if (status < 400 || status === 401 || status >= 500) break
        }
      }
      if (undos.length === 0) {
        await this.#lookAgain(refused)
        throw refused
      }
      this.#tell(undos, told)
    })
  }

  #change(number: number): Promise<StatusChange> {
    const from = this.#seen.get(number) ?? null
    return put<StatusChange>(`threads/${number}/status`, {
      status: this.status,
      note: this.note.trim(),
      from,
    })
  }

  /** Reads who set which status meanwhile, where that is why it was refused; the next try is a choice made knowing it. */
  async #lookAgain(refused: unknown): Promise<void> {
    if (!(refused instanceof Problem) || refused.code !== 'stale_revision') return
    const numbers = this.#changing.map((thread) => thread.number)
    for (const number of numbers) {
      this.meanwhile = await readStatus(number)
      this.#seen.set(number, this.meanwhile.status)
    }
    threadsChanged(...numbers)
  }

  /** Who was quicker is told at the top of the form. */
  protected override explained(problem: Problem): string {
    return problem.code === 'stale_revision' && this.meanwhile ? '' : super.explained(problem)
  }

  #tell(undos: UndoJson[], told: number): void {
    const { acts } = this.words
    const numbers = this.numbers
    const status = statusOf(this.status)
    keepDraft(this.#draft, '')
    threadsChanged(...numbers)
    const words = acts.statusDone(undos.length, status ? named(status) : this.status, told)
    offerUndo(words, undos, () => threadsChanged(...numbers))
    const skipped = this.#changing.length - undos.length
    if (skipped > 0) announce(acts.statusSkipped(skipped))
  }

  #choices() {
    const { acts } = this.words
    const now = new Set(this.threads.map((thread) => this.#seen.get(thread.number)))
    return html`<fieldset>
      <legend class="label">${acts.statusWhich}</legend>
      <div class="choices">
        ${community.value.statuses.map(
          (status) => html`<label class="choice">
            <input type="radio" name="status" value=${status.slug} .checked=${this.status === status.slug}
              @change=${() => {
                this.status = status.slug
              }} />
            ${statusGlyph(status.category)}${named(status)}${now.has(status.slug) ? html`<span class="quiet small">${acts.statusNow}</span>` : nothing}
          </label>`,
        )}
      </div>
    </fieldset>`
  }

  /** The message as it will be read, with a place held for what is not typed yet. */
  #preview() {
    const { acts } = this.words
    const status = statusOf(this.status)
    if (!status) return nothing
    const name = named(status)
    const title =
      this.threads.length === 1 ? acts.statusLine(this.threads[0]?.title ?? '', name) : acts.statusLines(name)
    return html`<section>
      <p class="label">${icon(iconMail, 'm')}${acts.statusRead}</p>
      <div class="paper">
        <p class="medium">${title}</p>
        ${this.note.trim() ? html`<p class="words" dir="auto">${this.note.trim()}</p>` : nothing}
        <p>${statusPill(status.category, name)} <span class="quiet small">${who().member.name}, ${who().site.name}</span></p>
      </div>
    </section>`
  }

  override render() {
    const { acts } = this.words
    const title = acts.statusTitle(this.threads.length, this.threads[0]?.title ?? '')
    return html`<admin-dialog heading=${title} .submit=${this.#submit} @closed=${this.ended}>
      <div class="form">
        ${this.threads.some((thread) => thread.kind !== 'idea') ? html`<p class="hint" role="status">${acts.statusOnlyIdeas}</p>` : nothing}
        ${this.meanwhile ? whoWasQuicker(this.meanwhile) : nothing} ${this.#choices()}
        <label class="field">
          <span class="label">${acts.statusNote}</span>
          <textarea class="input" dir="auto" maxlength="2000" .value=${this.note} @input=${this.#onNote}></textarea>
          <span class="hint">${acts.statusNoteHint}</span>
        </label>
        ${this.#preview()}
        <ul class="then">
          ${this.#detaches ? html`<li>${icon(iconRoute, 'm')}<span>${acts.statusDetaches(this.#detaches, this.threads.length)}</span></li>` : nothing}
          <li>${icon(iconPeople, 'm')}<span>${acts.statusTold(this.#told, this.threads.length)}</span></li>
          <li>${icon(iconUndo, 'm')}<span>${acts.undoHint}</span></li>
        </ul>
      </div>
      ${this.foot(acts.statusAct, this.#submit, { possible: this.#possible })}
    </admin-dialog>`
  }
}

define('act-status', ActStatus)
