import type { LitElement, ReactiveController } from 'lit'
import type { StoryJson } from '../../server/replies/json.ts'
import type { ThreadJson } from '../../server/threads/json.ts'
import type { Context } from '../context.ts'
import { repliesOf } from '../elements/parvis-thread/place_reply.ts'
import { comeTo } from '../elements/parvis-thread/unsent.ts'
import type { Acts } from '../translations/en/acts.ts'
import { type Happening, type Live, still } from './live.ts'
import { pill } from './pill.ts'
import { sayQuietly } from './say.ts'
import { liveOf } from './watch.ts'

export { pillStyles } from './pill.ts'

interface View extends LitElement {
  ctx: Context
  thread: ThreadJson
  editing: string | undefined
  busy: string
  find(id: string): HTMLElement | null
}

/** How long after something of one's own a change is taken for that, in milliseconds; and how far a story is read. */
const ownFor = 3000
const deepest = 20

/** A thread that stays as it is while it is read: what is new waits at the end of its story. */
export class LiveThread implements ReactiveController {
  readonly #view: View
  #live: Live | undefined
  #posts = new Set<string>()
  #changes = 0
  /** How many of the changes are that an answer was accepted, which is shown above the story. */
  #accepted = 0
  #changedAt = 0
  #ownAt = Number.NEGATIVE_INFINITY
  #thread: ThreadJson | undefined

  constructor(view: View) {
    this.#view = view
    view.addController(this)
  }

  hostConnected(): void {
    this.#follow(this.#view.ctx && liveOf(this.#view.ctx))
  }

  hostDisconnected(): void {
    this.#follow(undefined)
  }

  hostUpdate(): void {
    const { ctx, thread, busy, isConnected } = this.#view
    // What comes after the view was taken out is drawn too, and must not hold it.
    this.#follow(isConnected ? liveOf(ctx) : undefined)
    if (busy) this.#ownAt = performance.now()
    if (thread === this.#thread) return
    if (thread?.number !== this.#thread?.number) this.#forget()
    // What one did oneself was told too, perhaps before its own answer came.
    else if (performance.now() - this.#changedAt < ownFor) this.#changes = this.#accepted = 0
    this.#ownAt = performance.now()
    this.#thread = thread
    for (const id of thread ? repliesOf(thread) : []) this.#posts.delete(id)
  }

  #forget(): void {
    this.#posts.clear()
    this.#changes = this.#accepted = 0
  }

  #follow(live: Live | undefined): void {
    if (live === this.#live) return
    this.#live?.removeEventListener('happened', this.#happened)
    this.#live?.removeEventListener('refresh', this.#refresh)
    this.#live = live
    live?.addEventListener('happened', this.#happened)
    live?.addEventListener('refresh', this.#refresh)
  }

  draw() {
    const { editing, busy } = this.#view
    // What is being written is not to be drawn anew under the hand.
    const arrow = this.#onlyAccepted ? 'above' : 'below'
    return pill(editing || busy ? undefined : this.#label(), 'below', () => void this.#show(), arrow)
  }

  get #onlyAccepted(): boolean {
    return !this.#posts.size && this.#changes > 0 && this.#changes === this.#accepted
  }

  #label(): string | undefined {
    const { say } = this.#view.ctx
    if (this.#posts.size) return say?.newReplies(this.#posts.size)
    if (this.#onlyAccepted) return say?.answerAccepted
    return this.#changes ? say?.changes(this.#changes) : undefined
  }

  #waits(): void {
    this.#view.requestUpdate()
    sayQuietly(this.#view, () => this.#label())
  }

  readonly #happened = ({ detail }: CustomEventInit<Happening> & Event): void => {
    const { thread, busy } = this.#view
    if (!thread || detail?.thread !== thread.number) return
    if (detail.name === 'reply') {
      if (!detail.post || repliesOf(thread).includes(detail.post)) return
      this.#posts.add(detail.post)
    } else {
      // What one chose oneself is shown already.
      if (detail.name === 'accepted' && (detail.post ?? undefined) === thread.acceptedReply?.id) return
      const own = busy || performance.now() - this.#ownAt < ownFor
      if (own && ['edited', 'changed'].includes(detail.name)) return
      this.#changes++
      if (detail.name === 'accepted' && detail.post) this.#accepted++
      this.#changedAt = performance.now()
    }
    this.#waits()
  }

  /** Something may have been missed: the thread is read once more, aside, and compared. */
  readonly #refresh = async (): Promise<void> => {
    const { ctx, thread } = this.#view
    const now = thread && (await ctx.api.ask<ThreadJson>(`threads/${thread.number}`).catch(() => undefined))
    if (!now || this.#view.thread !== thread) return
    if (!still() && !ctx.votes.wanted.has(now.number)) ctx.votes.counts.set(now.number, now.votes)
    const known = new Set(repliesOf(thread))
    for (const id of repliesOf(now)) if (!known.has(id)) this.#posts.add(id)
    const facts = ({
      status,
      locked,
      title,
      officialReply,
      acceptedReply,
      revision,
      story,
      replies,
    }: ThreadJson) =>
      [
        status,
        locked,
        title,
        officialReply?.id,
        acceptedReply?.id,
        revision,
        replies - this.#posts.size,
        eventsOf(story),
      ].join()
    if (
      !this.#changes &&
      facts({
        ...now,
        story: { ...now.story, items: now.story.items.slice(0, thread.story.items.length) },
      }) !== facts({ ...thread, replies: thread.replies + this.#posts.size })
    )
      this.#changes = 1
    if (this.#label()) this.#waits()
  }

  /** Reads the thread as it is now, as far as it was shown and what is new, and goes to the first of that. */
  async #show(): Promise<void> {
    const view = this.#view
    const { ctx } = view
    const { number } = view.thread
    const posts = [...this.#posts]
    const accepted = this.#onlyAccepted
    try {
      const fresh = await this.#read(posts)
      // Who went on to another thread meanwhile reads that one.
      if (view.thread?.number !== number) return
      ctx.votes.learnCounts([fresh])
      this.#forget()
      this.#thread = fresh
      comeTo(view, number, fresh)
      await view.updateComplete
      const first = repliesOf(fresh).find((id) => posts.includes(id))
      const answer = accepted ? this.#answer(fresh) : null
      const target = answer ?? view.find(first ? `post-${first}` : 'story')
      target?.focus({ preventScroll: !!first || !!answer })
      if (first || answer) target?.scrollIntoView({ block: 'nearest', behavior: 'instant' })
      const said = (say: Acts) => (answer ? say.answerAccepted : say.upToDate)
      void ctx.act('announce', (say) => (first ? say.newReplies(posts.length) : said(say)))
    } catch (error) {
      if (view.thread?.number === number) void ctx.act('refuse', error)
    }
  }

  /** The accepted answer above the story, which stands there as the official one where it is both. */
  #answer({ acceptedReply }: ThreadJson): HTMLElement | null {
    return acceptedReply && (this.#view.find('accepted') ?? this.#view.find(`post-${acceptedReply.id}`))
  }

  async #read(posts: string[]): Promise<ThreadJson> {
    const { ctx, thread } = this.#view
    const fresh = await ctx.api.ask<ThreadJson>(`threads/${thread.number}`)
    let { items, next } = fresh.story
    const missing = () => posts.some((id) => !repliesOf({ ...fresh, story: { items, next } }).includes(id))
    for (let page = 0; next && page < deepest; page++) {
      if (items.length >= thread.story.items.length && !missing()) break
      const more = await ctx.api.ask<StoryJson>(
        `threads/${thread.number}/story?limit=100&cursor=${encodeURIComponent(next)}`,
      )
      items = [...items, ...more.items]
      next = more.next
    }
    return { ...fresh, story: { items, next } }
  }
}

const eventsOf = ({ items }: StoryJson): number => items.filter((item) => item.type === 'event').length
