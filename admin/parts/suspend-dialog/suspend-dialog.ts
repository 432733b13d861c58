import { css, html, nothing, type PropertyValues } from 'lit'
import type { MemberFileJson } from '../../../server/members/json.ts'
import type { SuspensionMadeJson } from '../../../server/sanctions/json.ts'
import type { MeWords } from '../../../widget/translations/en/me.ts'
import { type Problem, put } from '../../api.ts'
import { memberChanged } from '../../changes.ts'
import { community } from '../../community.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { define, sheets } from '../../element.ts'
import { offerUndo } from '../../toasts.ts'
import { catalog } from '../../translations/index.ts'
import { ActDialog, actStyles } from '../acts/act_dialog.ts'
import { icon, iconAudit, iconEye, iconMail, iconUndo } from '../icons.ts'
import { reasonField, ruleField } from '../ruling-dialog/fields.ts'
import { rulingStyles } from '../ruling-dialog/ruling-dialog.styles.ts'
import { memberReads, memberWords } from './member_reads.ts'
import { dayOf, endOf, type Length, lengths } from './suspension_end.ts'

type Missing = 'rule' | 'reason' | 'date'
const fieldOf: Record<Missing, string> = { rule: 'input[name=rule]', reason: '#reason', date: '#date' }

/**
 * Suspends a member under a rule, with a reason: what they will read stands beside the form before anything is done.
 * Property `member`. Event `ended`.
 */
export class SuspendDialog extends ActDialog {
  static override properties = {
    member: { attribute: false },
    rule: { state: true },
    reason: { state: true },
    length: { state: true },
    date: { state: true },
    missing: { state: true },
    reading: { state: true },
  }
  static override styles = sheets(
    actStyles,
    rulingStyles,
    css`
      .two:not(:has(#date)) {
        grid-template-columns: minmax(0, 1fr);
      }
    `,
  )

  declare member: MemberFileJson
  declare rule: number | null
  declare reason: string
  declare length: Length
  declare date: string
  declare missing: Missing | null
  /** The widget's words in the member's language. */
  declare reading: MeWords | null

  readonly #opened = new Date()

  constructor() {
    super()
    this.rule = null
    this.reason = ''
    this.length = '7'
    this.date = ''
    this.missing = null
    this.reading = null
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (!changed.has('member')) return
    this.reason = draftOf(this.#draft)
    void memberWords(this.#locale).then((words) => {
      this.reading = words
    })
  }

  get #draft(): string {
    return `suspension-${this.member.id}`
  }

  get #locale() {
    return this.member.locale ?? catalog.value.locale
  }

  get #rule() {
    return community.value.rules.find((one) => one.number === this.rule)
  }

  #submit = (): void => {
    const until = endOf(this.length, this.date, new Date())
    this.missing =
      this.#rule === undefined ? 'rule' : !this.reason.trim() ? 'reason' : until === 'wrong' ? 'date' : null
    if (this.missing) {
      this.renderRoot.querySelector<HTMLElement>(fieldOf[this.missing])?.focus()
      return
    }
    void this.perform(() => this.#suspend(until))
  }

  async #suspend(until: string | null): Promise<void> {
    const { id, name } = this.member
    const body = { rule: this.rule, reason: this.reason.trim(), until }
    const { undo } = await put<SuspensionMadeJson>(`members/${id}/suspension`, body)
    keepDraft(this.#draft, '')
    memberChanged(id)
    offerUndo(this.words.members.suspendDone(name), [undo], () => memberChanged(id))
  }

  protected override explained(problem: Problem): string {
    if (problem.code !== 'conflict') return super.explained(problem)
    memberChanged(this.member.id)
    return this.words.members.already
  }

  #rules() {
    const { members } = this.words
    return ruleField({
      which: members.which,
      none: members.noRules,
      chosen: this.rule,
      missing: this.missing === 'rule',
      choose: (rule) => {
        this.rule = rule
        this.missing = null
      },
    })
  }

  #why(name: string) {
    const { members } = this.words
    return reasonField({
      label: members.why(name),
      hint: members.whyHint,
      reason: this.reason,
      wrong: this.missing === 'reason' ? members.whyMissing : '',
      type: (reason) => {
        this.reason = reason
        this.missing = null
        keepDraft(this.#draft, reason)
      },
    })
  }

  #howLong() {
    const { members } = this.words
    const choose = (event: Event) => {
      this.length = (event.target as HTMLSelectElement).value as Length
      this.missing = null
    }
    return html`<div class="two">
      <label class="field">
        <span class="label">${members.howLong}</span>
        <select class="input" @change=${choose}>
          ${lengths.map((one) => html`<option value=${one} ?selected=${one === this.length}>${members.lengths[one]}</option>`)}
        </select>
      </label>
      ${this.length === 'date' ? this.#lastDay() : nothing}
    </div>`
  }

  #lastDay() {
    const { members } = this.words
    const wrong = this.missing === 'date'
    const choose = (event: Event) => {
      this.date = (event.target as HTMLInputElement).value
      this.missing = null
    }
    return html`<div class="field">
      <label class="label" for="date">${members.lastDay}</label>
      <input class="input" type="date" id="date" min=${dayOf(this.#opened)} .value=${this.date} @input=${choose}
        aria-describedby="date-missing" aria-invalid=${wrong ? 'true' : nothing} />
      <p class="wrong" id="date-missing" role="alert">${wrong ? members.lastDayMissing : ''}</p>
    </div>`
  }

  #memberReads(name: string) {
    const { members, ruling, common } = this.words
    const until = endOf(this.length, this.date, this.#opened)
    const other = this.#locale === catalog.value.locale ? '' : common.languages[this.#locale]
    return html`<section>
      <p class="label">${icon(iconMail, 'm')}${ruling.willRead(name)}</p>
      <div class="paper">${
        this.reading
          ? memberReads(this.reading, {
              rule: this.#rule,
              reason: this.reason.trim(),
              until: until === 'wrong' ? 'open' : until,
              locale: this.#locale,
              placeholder: ruling.reasonHere,
            })
          : nothing
      }</div>
      ${other ? html`<p class="hint">${members.inLanguage(other)}</p>` : nothing}
    </section>`
  }

  #then() {
    const { members, ruling } = this.words
    return html`<section>
      <p class="label">${ruling.afterwards}</p>
      <ul class="then">
        <li>${icon(iconEye, 'm')}<span>${members.reads}</span></li>
        <li>${icon(iconUndo, 'm')}<span>${ruling.undo}</span></li>
        <li>${icon(iconAudit, 'm')}<span>${ruling.logged}</span></li>
      </ul>
    </section>`
  }

  override render() {
    const { members, ruling } = this.words
    const { name } = this.member
    const first = name.split(' ')[0] || name
    return html`<admin-dialog heading=${members.suspendTitle(name)} size="wide" alert warning=${`${members.reads} ${ruling.undo}`} .submit=${this.#submit} @closed=${this.ended}>
      <div class="columns">
        <div class="form">${this.#rules()} ${this.#why(first)} ${this.#howLong()}</div>
        <div class="side">${this.#memberReads(first)} ${this.#then()}</div>
      </div>
      ${this.foot(members.act, this.#submit, { danger: true, possible: community.value.rules.length > 0 })}
    </admin-dialog>`
  }
}

define('suspend-dialog', SuspendDialog)
