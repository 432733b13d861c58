import { html, nothing } from 'lit'
import type { RulingJson, UndoJson } from '../../../server/moderation/json.ts'
import type { StoryJson } from '../../../server/replies/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { get, Problem, post } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { community, countReports } from '../../community.ts'
import { draftOf, keepDraft } from '../../drafts.ts'
import { define, sheets } from '../../element.ts'
import { who } from '../../session.ts'
import { offerUndo } from '../../toasts.ts'
import { day } from '../../translations/format.ts'
import { named } from '../../translations/index.ts'
import { ActDialog, actStyles } from '../acts/act_dialog.ts'
import { icon, iconAudit, iconFlag, iconGlobe, iconHide, iconMail, iconTick, iconUndo } from '../icons.ts'
import { nameOf } from '../thread-pane/posts.ts'
import { findPost, type PostAtHand } from '../thread-pane/thread_model.ts'
import { reasonField, ruleField } from './fields.ts'
import { rulingStyles } from './ruling-dialog.styles.ts'

/**
 * Hides a post under a rule, with a reason: what its author will read and what others will see stand beside the
 * form before anything is done. It judges one revision; a newer one is shown and has to be judged anew.
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
    missing: { state: true },
  }
  static override styles = sheets(actStyles, rulingStyles)

  declare post: PostAtHand
  declare thread: { number: number; title: string }
  declare reports: number
  declare rule: number | null
  declare reason: string
  declare newer: PostAtHand | 'gone' | null
  declare missing: 'rule' | 'reason' | null

  constructor() {
    super()
    this.reports = 0
    this.rule = null
    this.reason = ''
    this.newer = null
    this.missing = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.reason = draftOf(this.#draft)
  }

  get #draft(): string {
    return `ruling-${this.post.id}`
  }

  get #judged(): PostAtHand {
    return this.newer && this.newer !== 'gone' ? this.newer : this.post
  }

  #onReason = (reason: string): void => {
    this.reason = reason
    this.missing = null
    keepDraft(this.#draft, reason)
  }

  #submit = (): void => {
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
    const { revision } = this.#judged
    try {
      const body = { rule: this.rule, reason: this.reason.trim(), revision }
      const { undo } = await post<{ ruling: RulingJson; undo: UndoJson }>(`posts/${shown.id}/rulings`, body)
      keepDraft(this.#draft, '')
      const after = () => {
        threadsChanged(this.thread.number)
        void countReports()
      }
      after()
      offerUndo(this.words.ruling.done(nameOf(shown.author)), [undo], after)
    } catch (error) {
      if (error instanceof Problem && error.code === 'stale_revision') this.newer = await this.#newest()
      throw error
    }
  }

  /** A newer revision is told at the top of the form, with its text, and not again at the foot. */
  protected override explained(problem: Problem): string {
    return problem.code === 'stale_revision' ? '' : super.explained(problem)
  }

  /** The post as it stands now, looked for through the whole story. */
  async #newest(): Promise<PostAtHand | 'gone'> {
    const thread = await get<ThreadJson>(`threads/${this.thread.number}`)
    const open = { thread, story: thread.story.items, next: thread.story.next, file: null as never }
    let found = findPost(open, this.post.id)
    while (!found && open.next) {
      const page = await get<StoryJson>(`threads/${this.thread.number}/story`, { cursor: open.next })
      Object.assign(open, { story: page.items, next: page.next })
      found = findPost(open, this.post.id)
    }
    return found?.body ? found : 'gone'
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
    const { ruling } = this.words
    const rule = community.value.rules.find((one) => one.number === this.rule)
    const { body, kind } = this.#judged
    const title =
      kind === 'reply' ? ruling.hiddenReply(this.thread.title) : ruling.hiddenOpening(this.thread.title)
    return html`<section>
      <p class="label">${icon(iconMail, 'm')}${ruling.willRead(author)}</p>
      <div class="paper">
        <p class="medium">${title}</p>
        <blockquote dir="auto">${body}</blockquote>
        ${rule ? html`<p>${ruling.breaks(rule.number, named(rule))}</p>` : nothing}
        <p class="words" dir="auto">${this.reason.trim() || html`<span class="quiet">${ruling.reasonHere}</span>`}</p>
        <p class="quiet small">${ruling.byPerson(who().member.name)}</p>
      </div>
    </section>`
  }

  #othersSee() {
    const { ruling } = this.words
    const rule = community.value.rules.find((one) => one.number === this.rule)
    return html`<section>
      <p class="label">${icon(iconGlobe, 'm')}${ruling.othersSee}</p>
      <div class="paper tomb">${icon(iconHide)}<p>${rule ? ruling.place(rule.number, named(rule), day(new Date().toISOString())) : ruling.placeOpen}</p></div>
    </section>`
  }

  #then() {
    const { ruling } = this.words
    return html`<section>
      <p class="label">${ruling.afterwards}</p>
      <ul class="then">
        <li>${icon(iconUndo, 'm')}<span>${ruling.undo}</span></li>
        ${this.reports > 0 ? html`<li>${icon(iconFlag, 'm')}<span>${ruling.closes(this.reports)}</span></li>` : nothing}
        <li>${icon(iconAudit, 'm')}<span>${ruling.logged}</span></li>
      </ul>
    </section>`
  }

  #newer() {
    const { ruling } = this.words
    if (!this.newer) return nothing
    if (this.newer === 'gone') return html`<p class="wrong" role="alert">${ruling.gone}</p>`
    return html`<div class="newer" role="alert">
      <p class="wrong">${ruling.changed(this.newer.revision)}</p>
      <p class="label">${ruling.newer}</p>
      <blockquote dir="auto">${this.newer.body}</blockquote>
    </div>`
  }

  override render() {
    const { ruling } = this.words
    const author = nameOf(this.post.author)
    const first = author.split(' ')[0] ?? author
    const judged = this.#judged
    return html`<admin-dialog heading=${ruling.title(this.post.kind, author)} size="wide" .submit=${this.#submit} @closed=${this.ended}>
      <span slot="chips" class="chip">${ruling.revision(judged.revision)}</span>
      <div class="columns">
        <div class="form">${this.#newer()} ${this.#rules()} ${this.#why(first)}</div>
        <div class="side">${this.#authorReads(first)} ${this.#othersSee()} ${this.#then()}</div>
      </div>
      ${this.newer ? nothing : html`<span slot="footer" class="still small">${icon(iconTick, 'm')}${ruling.still(judged.revision)}</span>`}
      ${this.foot(ruling.act, this.#submit, { danger: true, possible: this.newer !== 'gone' })}
    </admin-dialog>`
  }
}

define('ruling-dialog', RulingDialog)
