import { html, type LitElement, nothing, type ReactiveController } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Context } from '../../context.ts'
import { visitOf } from '../../controllers/followed.ts'
import type { NestedReply, Teller } from './teller.ts'

interface View extends LitElement {
  ctx: Context
  thread: ThreadJson
}

const repliesIn = (thread: ThreadJson): NestedReply[] =>
  thread.story.items.flatMap((item) => (item.type === 'reply' ? [item, ...item.replies] : []))

/** Knows how far somebody had read a thread before they opened it now, and says how far they have by now. */
export class Visits implements ReactiveController {
  /** The moment up to which they had read, ISO 8601; undefined where they come for the first time. */
  since: string | undefined
  /** Whether somebody had replied since then. */
  fresh = false
  readonly #view: View
  #number = 0
  #known = false
  #told = ''

  constructor(view: View) {
    this.#view = view
    view.addController(this)
  }

  hostUpdated(): void {
    const { thread } = this.#view
    if (!thread) this.#number = 0
    else if (thread.number !== this.#number) void this.#begin(thread.number)
    else if (this.#known) this.#tell(thread)
  }

  async #begin(number: number): Promise<void> {
    const { ctx } = this.#view
    this.#number = number
    this.#known = false
    // Whoever comes back sees what became of it meanwhile.
    this.#told = ''
    this.since = undefined
    this.fresh = false
    await ctx.act('overlay', [number])
    if (this.#number !== number) return
    const visit = visitOf(ctx.session, number)
    this.since = visit?.readUntil
    this.fresh = !!visit?.fresh
    this.#known = true
    this.#view.requestUpdate()
  }

  #tell(thread: ThreadJson): void {
    const { ctx } = this.#view
    // Whoever signs in here has opened it too.
    if (!ctx.session.token) return
    const me = ctx.session.member?.id
    // One's own reply says nothing of those of others that came before it and still wait to be shown.
    const last = repliesIn(thread).reduce<NestedReply | undefined>(
      (latest, one) =>
        one.author?.id === me || (latest && latest.createdAt >= one.createdAt) ? latest : one,
      undefined,
    )
    const answers = [thread.acceptedReply, thread.officialReply].flatMap((one) => one?.id ?? [])
    const key = [me, thread.number, last?.id, ...answers].join(' ')
    if (key === this.#told) return
    const opened = !this.#told
    this.#told = key
    const rest = this.fresh && !!thread.story.next
    void ctx.act('visit', thread.number, { last, answers, opened, rest })
  }
}

/** Whether a reply of somebody else came since the reader was here. */
export const isFresh = ({ ctx, since }: Teller, { createdAt, author, html: text }: NestedReply): boolean =>
  !!since && !!text && createdAt > since && author?.id !== ctx.session.member?.id

/** Leads to the first reply that is new to the reader, and reads on to where that is. */
export const toFresh = (teller: Teller) => {
  const { words, thread, ctx } = teller
  const loaded = repliesIn(thread).filter((one) => isFresh(teller, one)).length
  // How many they are is known once all of the story is here.
  const rest = teller.unread && !!thread.story.next
  if (!loaded && !rest) return nothing
  const first = () => repliesIn(teller.thread).find((one) => isFresh(teller, one))
  const go = async () => {
    try {
      await teller.readOn(first)
    } catch (error) {
      return ctx.act('refuse', error)
    }
    const found = first()
    const there = teller.find(found ? `post-${found.id}` : 'story')
    there?.scrollIntoView({ block: 'center', behavior: 'instant' })
    there?.focus({ preventScroll: true })
  }
  return html`<button class="txt" type="button" @click=${go}>${rest ? words.toFreshOnes : words.toFresh(loaded)}</button>`
}
