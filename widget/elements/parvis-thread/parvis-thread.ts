import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { ReactionName, ReactionsJson } from '../../../server/reactions/json.ts'
import type { ThreadJson, ThreadRowJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import { type Place, placeOf, threadPath } from '../../controllers/navigation.ts'
import { LiveThread, pillStyles } from '../../live/live_thread.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import { avatar, avatarStyles } from '../../ui/avatar.ts'
import { icon } from '../../ui/icons.ts'
import { postBodyStyles } from '../../ui/post_body.ts'
import { imagesFrom } from '../../ui/sanitize.ts'
import { statusPillStyles } from '../../ui/status_pill.ts'
import { iconLock } from '../../ui/view_icons.ts'
import { voteStyles } from '../../ui/vote.ts'
import { failed } from '../parvis-board/failed.ts'
import '../parvis-composer/parvis-composer.ts'
import type { ParvisComposer } from '../parvis-composer/parvis-composer.ts'
import { accept } from './accept.ts'
import { editor, followEdit, goesOn, openEdit } from './editor.ts'
import { toFresh, Visits } from './fresh.ts'
import { copyLink, openHistory, openReport } from './links.ts'
import { crumb, opening } from './opening.ts'
import { threadStyles } from './parvis-thread.styles.ts'
import { postOf } from './place_reply.ts'
import { quotation } from './quote.ts'
import { react } from './reactions.ts'
import { Reader } from './reader.ts'
import { openRemoval } from './remove.ts'
import { side } from './side.ts'
import { story } from './story.ts'
import type { NestedReply, Teller } from './teller.ts'
import { isAway, stillAnswering, unsentBelow, unsentOfMissing } from './unsent.ts'
import { Writer } from './writer.ts'

type ThreadPlace = Extract<Place, { view: 'thread' }>

/**
 * One thread: its text, the official answer, its story of replies and events, the editor
 * for the next reply, and the facts beside it. Part of `<parvis-board>`.
 *
 * @element parvis-thread
 * @prop ctx - What every view is given.
 * @prop place - Which thread, and which post of it.
 * @prop words - The words of this view.
 */
export class ParvisThread extends LitElement implements Teller {
  static override styles = [
    base,
    viewStyles,
    statusPillStyles,
    voteStyles,
    avatarStyles,
    postBodyStyles,
    threadStyles,
    pillStyles,
  ]
  static override properties = {
    ctx: { attribute: false },
    place: { attribute: false },
    words: { attribute: false },
    thread: { state: true },
    similar: { state: true },
    failure: { state: true },
    editing: { state: true },
    answering: { state: true },
    busy: { state: true },
    problem: { state: true },
    wrongTitle: { state: true },
  }
  declare ctx: Context
  declare place: ThreadPlace
  declare words: ThreadWords
  declare thread: ThreadJson
  declare similar: ThreadRowJson[]
  declare failure: string
  declare editing: string | undefined
  declare answering: Teller['answering']
  declare busy: string
  declare problem: string
  declare wrongTitle: string
  /** The revision of the post being edited that its author has seen, and so may write over. */
  seen: number | undefined
  #shown = 0
  readonly #reader = new Reader(this)
  readonly #live = new LiveThread(this)
  readonly #visits = new Visits(this)
  readonly #writer = new Writer(this, () => this.#reader.again())

  constructor() {
    super()
    this.similar = []
    this.failure = this.busy = this.problem = this.wrongTitle = ''
    followEdit(this)
  }

  get here(): string | undefined {
    return this.place.post
  }

  get since(): string | undefined {
    return this.#visits.since
  }

  get unread(): boolean {
    return this.#visits.fresh
  }

  readOn(found: () => unknown): Promise<boolean> {
    return this.#reader.readOn(found)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    imagesFrom(this.ctx.base)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { number } = this.place
    if (this.thread) this.#endWritten(this.thread)
    if (number === this.#shown || number === this.thread?.number) {
      this.#shown = number
      // A place is made anew whenever the widget draws: only another post is a step.
      const elsewhere = changed.has('place') && changed.get('place')?.post !== this.place.post
      if (elsewhere && this.thread) void this.#reader.goToPost()
      return
    }
    this.#shown = number
    this.similar = []
    this.editing = this.answering = undefined
    this.thread = undefined as never
    void this.#reader.read()
  }

  /** What nobody may rewrite or answer any more is not written on; what was typed is shown by itself. */
  #endWritten(thread: ThreadJson): void {
    const { editing, answering } = this
    if (editing && (!goesOn(this, editing) || isAway(thread, editing))) this.editing = undefined
    this.answering = answering && stillAnswering(thread, answering)
  }

  find(id: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[id="${id}"]`)
  }

  async #more(): Promise<void> {
    const before = this.thread.story.items.length
    try {
      await this.#reader.older()
      this.renderRoot.querySelectorAll<HTMLElement>('.story > .item')[before]?.focus()
    } catch (error) {
      this.ctx.act('refuse', error)
    }
  }

  /** Reads on to a reply that is answered or edited from the head of the thread; whether there was anything to read. */
  #reach(post: string, then: () => void): boolean {
    const found = () => this.find(`post-${post}`)
    if (post === this.thread.post || found() || !this.thread.story.next) return false
    this.readOn(found).then(
      (here) => here && then(),
      (error) => this.ctx.act('refuse', error),
    )
    return true
  }

  answer(parent: string, to: string, name: string): void {
    if (this.#reach(to, () => this.answer(parent, to, name))) return
    this.answering = { parent, to, name }
    void this.updateComplete.then(() => this.find(`reply-${parent}`)?.focus())
  }

  async quote(post: string, parent: string | undefined, name: string, passage: string): Promise<void> {
    if (this.#reach(post, () => this.quote(post, parent, name, passage))) return
    if (parent) this.answering = { parent, to: post, name }
    await this.updateComplete
    const path = threadPath(this.thread, post === this.thread.post ? undefined : post)
    const { href } = new URL(this.ctx.href(path), location.href)
    const composer = this.find(`reply-${parent ?? ''}`) as ParvisComposer | null
    await composer?.add(quotation(this.words.wrote, name, href, passage))
  }

  react(post: string, counts: ReactionsJson, name: ReactionName): void {
    void react(this, post, counts, name)
  }

  edit(post: string | undefined): void {
    if (post && this.#reach(post, () => this.edit(post))) return
    this.wrongTitle = ''
    this.problem = post ? openEdit(this, post) : ''
    this.editing = post
    this.seen = post ? postOf(this.thread, post)?.revision : undefined
    if (post) void this.updateComplete.then(() => this.find(`edit-${post}`)?.focus())
  }

  /** Puts the focus on a post whose editor was given up: what had it is gone. */
  async #backTo(post: string): Promise<void> {
    await this.updateComplete
    this.find(post === this.thread.post ? 'heading' : `post-${post}`)?.focus()
  }

  copy(post: string): void {
    void copyLink(this.ctx, this.words, threadPath(this.thread, post === this.thread.post ? undefined : post))
  }

  report(post: string): void {
    void openReport(this.ctx, this.words, post)
  }

  history(post: string): void {
    void openHistory(this.ctx, this.words, post)
  }

  askRemoval(post: string): void {
    openRemoval(this, post)
  }

  accept(reply: string | undefined, focus: string): void {
    void accept(this, reply, focus)
  }

  composer(parent: string | undefined, label: string) {
    const { ctx, words } = this
    const id = `reply-${parent ?? ''}`
    const cancel = (event: Event) => {
      ;(event.currentTarget as ParvisComposer).keep()
      const to = this.answering?.to
      this.answering = undefined
      if (to) void this.#backTo(to)
    }
    return html`<parvis-composer id=${id} .ctx=${ctx} .board=${this.thread.board} .words=${words.compose} .label=${label} .verb=${words.reply}
      .draft=${`${this.thread.number}:${parent ?? ''}`} .where=${{ thread: this.thread.number }} .busy=${this.busy === 'reply'}
      .problem=${!this.editing && this.answering?.parent === parent ? this.problem : ''} .cancellable=${!!parent}
      @compose-cancel=${cancel} @compose-send=${(event: CustomEvent<string>) => this.#writer.reply(event.currentTarget as ParvisComposer, event.detail, parent && this.answering?.to)}></parvis-composer>`
  }

  save(composer: ParvisComposer, item: NestedReply, title: string | undefined, body: string): void {
    void this.#writer.save(composer, item, title, body)
  }

  giveUp(post: string): void {
    this.edit(undefined)
    void this.#backTo(post)
  }

  editor(item: NestedReply) {
    return editor(this, item)
  }

  /** A link to the post at which one is already is no step, and shows it again. */
  #linked(event: Event): void {
    const link = event.composedPath().find((node) => (node as HTMLElement).dataset?.to) as
      | HTMLElement
      | undefined
    const to = link && placeOf(link.dataset.to!)
    if (to?.view === 'thread' && to.number === this.place.number && to.post && to.post === this.place.post)
      void this.#reader.goToPost()
  }

  protected override render() {
    const { ctx, words, thread } = this
    if (this.failure) {
      const back = { ctx, thread: { board: ctx.opening.board ?? '' } as ThreadJson }
      if (this.failure === 'not_found')
        return html`${crumb(back)}<div class="empty"><h2 class="title" id="heading" tabindex="-1">${words.missing}</h2><p class="q">${words.missingHint}</p></div>${unsentOfMissing(ctx, words, this.place.number)}`
      return html`${crumb(back)}${failed(ctx.words, ctx.say?.problems[this.failure], () => this.#reader.read())}`
    }
    if (!thread)
      return html`<div aria-busy="true"><div class="wait"></div><div class="wait tall"></div></div>`
    const { items, next } = thread.story
    const happenings = items.some((item) => item.type === 'event')
    return html`
      ${crumb(this)}
      <div class="grid">
        <article @click=${this.#linked}>
          ${opening(this)}
          <div class="sec"><h3 id="story" tabindex="-1">${!items.length ? (thread.locked ? words.takesNone : words.noReplies) : happenings ? words.story(thread.replies) : words.storyOnly(thread.replies)}</h3>${toFresh(this)}${ctx.later?.pauseSwitch(this)}</div>
          ${items.length ? story(this, items) : html`<p class="q">${thread.locked ? nothing : words.noRepliesHint}</p>`}
          ${next ? html`<p class="item fold"><span></span><button class="txt" type="button" @click=${this.#more}>${words.older}</button></p>` : nothing}
          ${this.#live.draw()}
          ${unsentBelow(this)}
          ${thread.locked ? this.#closed() : this.#answerBelow()}
        </article>
        ${side(this, this.similar)}
      </div>
    `
  }

  /** Below a story. Where there is none, as of an announcement, its heading says so alone. */
  #closed() {
    return this.thread.story.items.length
      ? html`<p class="locked">${icon(iconLock)}${this.words.locked}</p>`
      : nothing
  }

  #answerBelow() {
    const { ctx, words, thread } = this
    // Of what was taken away, or hidden, nobody writes any more.
    if (thread.html === null) return nothing
    const { member } = ctx.session
    return html`<div class="item replying"><div class="g">${avatar(member ?? null, ctx.base)}</div><div>${this.composer(undefined, words.yourReply)}</div></div>`
  }
}

if (!customElements.get('parvis-thread')) customElements.define('parvis-thread', ParvisThread)
