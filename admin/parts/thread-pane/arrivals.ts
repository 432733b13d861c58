import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { ThreadJson } from '../../../server/threads/json.ts'
import type { Happening } from '../../../widget/live/live.ts'
import { get } from '../../api.ts'
import { changedThreads } from '../../changes.ts'
import { live, sayQuietly } from '../../live.ts'
import { catalog } from '../../translations/index.ts'
import { type OpenThread, repliesOf, type ThreadModel } from './thread_model.ts'

interface Host extends ReactiveControllerHost {
  readonly number: number
}

/** For so long after an act of one's own a change is taken for that, in milliseconds. */
const ownFor = 3000

/** What came to an open thread since it was read. It waits until it is asked for, and moves nothing. */
export class ThreadArrivals implements ReactiveController {
  readonly #host: Host
  readonly #model: ThreadModel
  /** Replies that are not shown, and whether something else is to be read anew. */
  readonly #posts = new Set<string>()
  #changes = 0
  #ownAt = Number.NEGATIVE_INFINITY
  #open: OpenThread | undefined
  #stopChanges: (() => void) | undefined

  constructor(host: Host, model: ThreadModel) {
    this.#host = host
    this.#model = model
    host.addController(this)
  }

  hostConnected(): void {
    live.addEventListener('happened', this.#happened)
    live.addEventListener('refresh', this.#refresh)
    this.#stopChanges = changedThreads.listen((numbers) => {
      if (numbers.includes(this.#host.number)) this.#ownAt = performance.now()
    })
  }

  hostDisconnected(): void {
    live.removeEventListener('happened', this.#happened)
    live.removeEventListener('refresh', this.#refresh)
    this.#stopChanges?.()
  }

  /** A thread that was read anew shows what waited; the next part of its story is not that. */
  hostUpdate(): void {
    const { open } = this.#model
    const before = this.#open
    this.#open = open
    if (!open || open === before) return
    if (open.thread !== before?.thread) this.#changes = 0
    if (open.thread.number !== before?.thread.number) this.#posts.clear()
    for (const id of shown(open)) this.#posts.delete(id)
  }

  get label(): string | undefined {
    const { news } = catalog.value.words
    if (this.#posts.size) return news.newReplies(this.#posts.size)
    return this.#changes ? news.changes(this.#changes) : undefined
  }

  #waits(): void {
    this.#host.requestUpdate()
    sayQuietly(this.label)
  }

  readonly #happened = ({ detail }: CustomEventInit<Happening> & Event): void => {
    const { open } = this.#model
    // That a thread was begun is told of one that is open where it was begun here.
    if (!open || detail?.thread !== open.thread.number || detail.name === 'thread') return
    if (detail.name === 'reply') {
      if (!detail.post || shown(open).includes(detail.post)) return
      this.#posts.add(detail.post)
    } else if (this.#own) return
    else this.#changes++
    this.#waits()
  }

  get #own(): boolean {
    return performance.now() - this.#ownAt < ownFor
  }

  /** Something may have been missed: the thread is read once more, aside, and compared. */
  readonly #refresh = async (): Promise<void> => {
    const { open } = this.#model
    const now = open && (await get<ThreadJson>(`threads/${open.thread.number}`).catch(() => undefined))
    if (!now || this.#model.open !== open) return
    const { thread } = open
    const known = new Set(shown(open))
    if (!open.next) for (const { id } of repliesOf(now.story.items)) if (!known.has(id)) this.#posts.add(id)
    const facts = ({ status, locked, title, officialReply, acceptedReply, revision, replies }: ThreadJson) =>
      [status, locked, title, officialReply?.id, acceptedReply?.id, revision, replies].join()
    if (facts(now) !== facts(thread)) this.#changes = 1
    if (this.label) this.#waits()
  }

  /** Reads the thread as it is now, with what is new; resolves to the first new reply. */
  async show(): Promise<string | undefined> {
    const posts = new Set(this.#posts)
    await this.#model.refresh(this.#host.number, posts)
    const { open } = this.#model
    return open && shown(open).find((id) => posts.has(id))
  }
}

const shown = ({ story }: OpenThread): string[] => repliesOf(story).map(({ id }) => id)
