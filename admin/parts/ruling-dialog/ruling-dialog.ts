import { html, nothing } from 'lit'
import type { PostOnFileJson, RulingJson, UndoJson } from '../../../server/moderation/json.ts'
import type { Locale } from '../../../server/words.ts'
import type { Happening } from '../../../widget/live/live.ts'
import { get, Problem, post } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { community, countReports } from '../../community.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { define, sheets } from '../../element.ts'
import { live } from '../../live.ts'
import { who } from '../../session.ts'
import { offerUndo } from '../../toasts.ts'
import { catalog } from '../../translations/index.ts'
import { ActDialog, actStyles } from '../acts/act_dialog.ts'
import { icon, iconMail, iconTick } from '../icons.ts'
import { nameOf } from '../thread-pane/posts.ts'
import type { PostAtHand } from '../thread-pane/thread_model.ts'
import { authorReads, type ReadWords, readWords } from './author_reads.ts'
import { reasonField, ruleField } from './fields.ts'
import { afterwards, othersSee, type Rule, textJudged, whatBecame } from './panels.ts'
import { rulingStyles } from './ruling-dialog.styles.ts'

/** What is refused where the post is no longer as it was judged: edited, deleted, or hidden by somebody else. */
const moved = new Set(['stale_revision', 'conflict', 'not_found'])

/**
 * Hides a post under a rule, with a reason: what its author will read and what others will see stand beside the
 * form before anything is done. It judges one revision; a newer one is shown and has to be judged anew. Where somebody
 * else has hidden the post meanwhile, it says so, and there is nothing to do.
 * Properties `post`, `thread` (number and title), `reports`. Event `ended`.
 */
export class RulingDialog extends ActDialog {
  static override properties = {
    post: { attribute: false },
    thread: { attribute: false },
    reports: { type: Number },
    rule: { state: true },
    reason: { state: true },
    newer: { state: true },
    standing: { state: true },
    looked: { state: true },
    reading: { state: true },
    missing: { state: true },
  }
  static override styles = sheets(actStyles, rulingStyles)

  declare post: PostAtHand
  declare thread: { number: number; title: string }
  declare reports: number
  declare rule: number | null
  declare reason: string
  declare newer: PostAtHand | 'gone' | null
  /** The ruling that hides it already. */
  declare standing: RulingJson | null
  /** Whether the post was looked at since this was opened. */
  declare looked: boolean
  declare reading: { locale: Locale; words: ReadWords } | null
  declare missing: 'rule' | 'reason' | null

  constructor() {
    super()
    this.reports = 0
    this.rule = null
    this.reason = ''
    this.newer = null
    this.standing = null
    this.looked = false
    this.reading = null
    this.missing = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.reason = draftOf(this.#draft)
    void this.#look()
    live.addEventListener('happened', this.#onHappened)
    live.addEventListener('refresh', this.#look)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    live.removeEventListener('happened', this.#onHappened)
    live.removeEventListener('refresh', this.#look)
  }

  #onHappened = (event: Event): void => {
    if ((event as CustomEvent<Happening>).detail.thread === this.thread.number) void this.#look()
  }

  /** Looks at the post as it stands by now. Where that fails, what was known of it is said no longer. */
  #look = async (): Promise<void> => {
    try {
      const now = await get<PostOnFileJson>(`posts/${this.post.id}`)
      await this.#found(now)
    } catch (error) {
      if (error instanceof Problem && error.status === 404) this.newer = 'gone'
      else this.looked = false
    }
  }

  async #found(now: PostOnFileJson): Promise<void> {
    const { post: id, kind, author, body, html, revision, ruling, authorLocale } = now
    const news = ruling !== null && ruling.id !== this.standing?.id
    this.standing = ruling
    this.newer = revision === this.post.revision ? null : { id, kind, author, body, html, revision }
    this.looked = true
    // An own ruling is told of by the act itself.
    if (news && !this.busy) this.#judged()
    this.reading = { locale: authorLocale, words: await readWords(authorLocale) }
  }

  get #draft(): string {
    return `ruling-${this.post.id}`
  }

  /** Lists and cases behind this dialog show what was decided. */
  #judged(): void {
    threadsChanged(this.thread.number)
    void countReports()
  }

  get #now(): PostAtHand {
    return this.newer && this.newer !== 'gone' ? this.newer : this.post
  }

  #onReason = (reason: string): void => {
    this.reason = reason
    this.missing = null
    keepDraft(this.#draft, reason)
  }

  /** The rule that is chosen. */
  get #chosen(): Rule | undefined {
    return community.value.rules.find((one) => one.number === this.rule)
  }

  get #possible(): boolean {
    return this.newer !== 'gone' && this.standing === null
  }

  #submit = (): void => {
    if (!this.#possible) return
    this.missing = this.rule === null ? 'rule' : this.reason.trim() ? null : 'reason'
    if (this.missing) {
      this.renderRoot
        .querySelector<HTMLElement>(this.missing === 'rule' ? 'input[name=rule]' : '#reason')
        ?.focus()
      return
    }
    void this.perform(() => this.#rule())
  }

  async #rule(): Promise<void> {
    const { post: shown } = this
    const { revision } = this.#now
    try {
      const body = { rule: this.rule, reason: this.reason.trim(), revision }
      const { undo } = await post<{ ruling: RulingJson; undo: UndoJson }>(`posts/${shown.id}/rulings`, body)
      keepDraft(this.#draft, '')
      this.#judged()
      offerUndo(this.words.ruling.done(nameOf(shown.author)), [undo], () => this.#judged())
    } catch (error) {
      if (error instanceof Problem && moved.has(error.code)) {
        await this.#look()
        if (this.standing) this.#judged()
      }
      throw error
    }
  }

  /** What became of the post is told at the top of the form, and not again at the foot. */
  protected override explained(problem: Problem): string {
    return moved.has(problem.code) && (this.newer || this.standing) ? '' : super.explained(problem)
  }

  #rules() {
    const { ruling } = this.words
    return ruleField({
      which: ruling.which,
      none: ruling.noRules,
      chosen: this.rule,
      missing: this.missing === 'rule',
      choose: (rule) => {
        this.rule = rule
        this.missing = null
      },
    })
  }

  #why(author: string) {
    const { ruling } = this.words
    return reasonField({
      label: ruling.why(author),
      hint: ruling.whyHint,
      reason: this.reason,
      wrong: this.missing === 'reason' ? ruling.whyMissing : '',
      type: this.#onReason,
    })
  }

  #authorReads(author: string) {
    const { ruling, members, common } = this.words
    const { reading } = this
    if (!reading) return nothing
    const { locale, words } = reading
    const other = locale === catalog.value.locale ? '' : common.languages[locale]
    const decision = {
      title: this.thread.title,
      rule: this.#chosen,
      reason: this.reason.trim(),
      by: who().member.name,
      locale,
      placeholder: ruling.reasonHere,
    }
    return html`<section>
      <p class="label">${icon(iconMail, 'm')}${ruling.willRead(author)}</p>
      <div class="paper reads">${authorReads(words, decision)}</div>
      ${other ? html`<p class="hint">${members.inLanguage(other)}</p>` : nothing}
    </section>`
  }

  override render() {
    const { ruling } = this.words
    const author = nameOf(this.post.author)
    const first = author.split(' ')[0] ?? author
    const judged = this.#now
    const same = this.#possible && !this.newer && this.looked
    return html`<admin-dialog heading=${ruling.title(this.post.kind, author)} size="wide" alert warning=${ruling.undo} .submit=${this.#submit} @closed=${this.ended}>
      <span slot="chips" class="chip">${ruling.revision(judged.revision)}</span>
      <div class="columns">
        <div class="form">${whatBecame(this.standing, this.newer)} ${this.#rules()} ${this.#why(first)}</div>
        <div class="side">${this.newer ? nothing : textJudged(this.post.body)} ${this.#possible ? html`${this.#authorReads(first)} ${othersSee(this.#chosen)} ${afterwards(this.reports)}` : nothing}</div>
      </div>
      ${same ? html`<span slot="footer" class="still small">${icon(iconTick, 'm')}${ruling.still(judged.revision)}</span>` : nothing}
      ${this.foot(ruling.act, this.#submit, { danger: true, possible: this.#possible })}
    </admin-dialog>`
  }
}

define('ruling-dialog', RulingDialog)
