import type { ReactiveControllerHost } from 'lit'
import type { ThreadFileJson } from '../../../server/moderation/json.ts'
import type { NotePageJson } from '../../../server/notes/json.ts'
import type { ReplyJson, StoryJson } from '../../../server/replies/json.ts'
import type { ThreadJson } from '../../../server/threads/json.ts'
import { get } from '../../api.ts'
import { Loading } from '../../loading.ts'
import { readOn } from './read_on.ts'

type StoryItem = StoryJson['items'][number]

/** A thread as the team sees it: its public page, the file that only staff read, and as much story as was asked. */
export interface OpenThread {
  thread: ThreadJson
  file: ThreadFileJson
  story: StoryItem[]
  next: string | null
}

/** A post as the acts on it need it: the opening or a reply. */
export interface PostAtHand {
  id: string
  kind: 'opening' | 'reply'
  author: ThreadJson['author']
  body: string
  /** As it is drawn. */
  html: string
  revision: number
}

export type FlatReply = Omit<ReplyJson, 'replies'>

export function repliesOf(story: StoryItem[]): FlatReply[] {
  return story.flatMap((item) => (item.type === 'reply' ? [item, ...item.replies] : []))
}

/** How many parts of a story are read at once, to get to a reply. */
const deepest = 20

/** Whether some of these replies are not in the story, as far as it is there. */
function lacks({ thread, story }: OpenThread, wanted: ReadonlySet<string>): boolean {
  const known = new Set([thread.post, ...repliesOf(story).map(({ id }) => id)])
  return [...wanted].some((id) => !known.has(id))
}

/** The post of that id among what is loaded. */
export function findPost(open: OpenThread, id: string): PostAtHand | undefined {
  const { thread } = open
  if (thread.post === id) {
    const { author, body, html, revision } = thread
    return { id, kind: 'opening', author, body: body ?? '', html: html ?? '', revision }
  }
  const reply = [...repliesOf(open.story), thread.officialReply, thread.acceptedReply].find(
    (one) => one?.id === id,
  )
  if (!reply) return undefined
  const { author, body, html, revision } = reply
  return { id, kind: 'reply', author, body: body ?? '', html: html ?? '', revision }
}

/** Loads a thread with its file, and page after page of its story. */
export class ThreadModel {
  readonly loading: Loading<OpenThread>
  readonly #more: Loading<void>

  constructor(host: ReactiveControllerHost) {
    this.loading = new Loading(host)
    this.#more = new Loading(host)
  }

  get open(): OpenThread | undefined {
    return this.loading.value
  }

  get growing(): boolean {
    return this.#more.busy
  }

  async show(number: number): Promise<void> {
    if (this.open?.thread.number !== number) this.loading.clear()
    await this.refresh(number)
  }

  /** Loads it again, with as much of the notes and the story as was shown, and more where it takes that to have some replies in it. */
  async refresh(number: number, wanted: ReadonlySet<string> = new Set()): Promise<void> {
    const before = this.open?.thread.number === number ? this.open : undefined
    const shown = before?.story.length ?? 0
    const notesShown = before?.file.notes.length ?? 0
    await this.loading.run(async (signal) => {
      const [thread, file] = await Promise.all([
        get<ThreadJson>(`threads/${number}`, {}, signal),
        get<ThreadFileJson>(`threads/${number}/file`, {}, signal),
      ])
      const open = { thread, file, story: thread.story.items, next: thread.story.next }
      for (let pages = 0; open.next; pages++) {
        const enough = open.story.length >= shown && (pages >= deepest || !lacks(open, wanted))
        if (enough) break
        await this.#append(open, signal)
      }
      while (open.file.notesNext && open.file.notes.length < notesShown) await this.#appendNotes(open, signal)
      return open
    })
    const now = this.open
    if (now?.thread.number === number) void readOn(now.thread, repliesOf(now.story))
  }

  async #append(open: OpenThread, signal: AbortSignal): Promise<void> {
    const page = await get<StoryJson>(`threads/${open.thread.number}/story`, { cursor: open.next }, signal)
    open.story = [...open.story, ...page.items]
    open.next = page.next
  }

  async #appendNotes(open: OpenThread, signal: AbortSignal): Promise<void> {
    const asked = { cursor: open.file.notesNext, limit: 100 }
    const page = await get<NotePageJson>(`threads/${open.thread.number}/notes`, asked, signal)
    open.file = { ...open.file, notes: [...open.file.notes, ...page.items], notesNext: page.next }
  }

  /** Shows the next part of the story. */
  async grow(): Promise<void> {
    if (this.open?.next) await this.#grow((open, signal) => this.#append(open, signal))
  }

  /** Shows the notes after those that are shown. */
  async growNotes(): Promise<void> {
    if (this.open?.file.notesNext) await this.#grow((open, signal) => this.#appendNotes(open, signal))
  }

  async #grow(append: (open: OpenThread, signal: AbortSignal) => Promise<void>): Promise<void> {
    const { open } = this
    if (!open || this.growing) return
    await this.#more.run(async (signal) => {
      const grown = { ...open }
      await append(grown, signal)
      this.loading.set(grown)
      void readOn(grown.thread, repliesOf(grown.story))
    })
  }
}
