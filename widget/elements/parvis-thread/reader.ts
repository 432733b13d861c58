import type { StoryJson } from '../../../server/replies/json.ts'
import type { ThreadJson, ThreadRowJson } from '../../../server/threads/json.ts'
import { codeOf } from '../../api.ts'
import type { Context } from '../../context.ts'
import { threadPath } from '../../controllers/navigation.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import { comeTo } from './unsent.ts'

/** How many pages of a story are read at most to find a post. */
const deepest = 20
const mostSimilar = 4

interface Host {
  ctx: Context
  words: ThreadWords
  place: { number: number; post?: string | undefined }
  thread: ThreadJson
  similar: ThreadRowJson[]
  failure: string
  readonly updateComplete: Promise<boolean>
  readonly renderRoot: ParentNode
  /** The element of a post, of the heading, or of an editor. */
  find(id: string): HTMLElement | null
}

/** Reads a thread, more of its story, and what is like it. */
export class Reader {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  async read(): Promise<void> {
    const host = this.#host
    const { ctx } = host
    const { number } = host.place
    host.failure = ''
    try {
      const thread = await ctx.api.ask<ThreadJson>(`threads/${number}`)
      if (number !== host.place.number) return
      ctx.votes.learnCounts([thread])
      comeTo(host, number, thread)
      if (thread.number !== number) {
        ctx.go(threadPath(thread), true)
        ctx.act('notify', host.words.movedHere)
      }
      await host.updateComplete
      await this.goToPost()
      ctx.arrived(host.find('heading'))
      await this.#readSimilar(thread)
    } catch (error) {
      if (number !== host.place.number) return
      // A number that no thread can have is refused as such, and names none either.
      const code = codeOf(error)
      host.failure = code === 'invalid_input' ? 'not_found' : code
      await host.updateComplete
      ctx.arrived(host.find('heading') ?? host.renderRoot.querySelector<HTMLElement>('.empty button'))
    }
  }

  async #readSimilar({ title, board, number }: ThreadJson): Promise<void> {
    const host = this.#host
    const query = new URLSearchParams({ title, board })
    const none = { items: [] as ThreadRowJson[] }
    const { items } = await host.ctx.api.ask<typeof none>(`threads/similar?${query}`).catch(() => none)
    if (host.thread?.number !== number) return
    host.similar = items.filter((row) => row.number !== number).slice(0, mostSimilar)
  }

  /** Reads the next page of the story. */
  async older(): Promise<void> {
    const host = this.#host
    const { number } = host.thread
    const longer = await this.#longer(host.thread)
    // What else of it has changed meanwhile stays so, and who went on to another thread reads that one.
    if (host.thread?.number !== number) return
    host.thread = { ...host.thread, story: longer(host.thread.story) }
    await host.updateComplete
  }

  /** Reads the page after a story; what is returned puts it after what that is by then. */
  async #longer({ number, story }: ThreadJson): Promise<(now: StoryJson) => StoryJson> {
    const path = `threads/${number}/story?cursor=${encodeURIComponent(story.next!)}`
    const page = await this.#host.ctx.api.ask<StoryJson>(path)
    return (now) => {
      // What was posted a moment ago is there already.
      const known = new Set(now.items.map((item) => item.id))
      const more = page.items.filter((item) => !known.has(item.id))
      // So was what answers a reply that comes only now, below which it stands from now on.
      const below = new Set(
        more.flatMap((item) => (item.type === 'reply' ? item.replies.map((one) => one.id) : [])),
      )
      const before = now.items.filter((item) => !below.has(item.id))
      return { items: [...before, ...more], next: page.next }
    }
  }

  /** Reads on until something is found; not in another thread that one went to meanwhile. */
  async readOn(found: () => unknown): Promise<boolean> {
    const host = this.#host
    const { number } = host.thread
    const here = () => host.thread?.number === number
    for (let page = 0; here() && !found() && host.thread.story.next && page < deepest; page++)
      await this.older()
    return here()
  }

  /** Shows the post that the place names, reading on until it is there. */
  async goToPost(): Promise<void> {
    const host = this.#host
    const { post } = host.place
    if (!post) return
    if (post === 'reply') return host.find('reply-')?.focus()
    const find = () => host.find(`post-${post}`)
    if (!(await this.readOn(find))) return
    find()?.scrollIntoView({ block: 'center', behavior: 'instant' })
    find()?.focus({ preventScroll: true })
  }

  /**
   * Takes the thread in as it is by now, as far as it was shown, so that sending once more is a decision and no
   * accident; and goes to the one that it was merged into.
   */
  async again(): Promise<void> {
    const host = this.#host
    const { ctx, thread } = host
    try {
      let fresh = await ctx.api.ask<ThreadJson>(`threads/${thread.number}`)
      while (fresh.story.next && fresh.story.items.length < thread.story.items.length)
        fresh = { ...fresh, story: (await this.#longer(fresh))(fresh.story) }
      if (host.thread?.number !== thread.number) return
      comeTo(host, thread.number, fresh)
      if (fresh.number !== thread.number) ctx.go(threadPath(fresh), true)
    } catch {
      // What was refused is said anyway.
    }
  }
}
