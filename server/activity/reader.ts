import type { Viewer } from '../context.ts'
import type { Site } from '../sites/queries.ts'
import type { Standing } from './audience.ts'

/** Something to be told: its place in the sequence, whom it is for, and its bytes. */
export interface Frame {
  /** 0 for what has no place and is told at once, such as counts. */
  seq: number
  boardId: string
  thread: number
  bytes: Uint8Array
}

/** What a reader asked for, and how it is known whether they may still. */
export interface Wish {
  viewer: Viewer
  /** Of a member's session in a widget; of a staff session in the admin. */
  tokenHash?: string
  handle?: string
  board?: string
  /** The board of the thread that was asked for, with which the right to its stream ends. */
  within?: string
  thread?: number
  /** Whether the page that it goes to is one of a site's. */
  welcome(site: Site): boolean
  /** Breaks the connection of somebody who does not read; false where there is none to break. */
  cut(): boolean
  /** Called once, when it is over. */
  gone(): void
}

/** What may wait for somebody who reads slowly, in bytes; and what may happen while they catch up. */
const mostWaiting = 128 * 1024
const mostHeld = 1000

/**
 * One open stream. What is written goes out as fast as its reader takes it; one who lets too much wait is cut off and
 * comes back for what is missing, instead of being remembered without bound.
 */
export class Reader {
  readonly wish: Wish
  readonly body: ReadableStream<Uint8Array>
  viewer: Viewer
  /** The boards that the viewer may read, as they were last found. */
  boards = new Set<string>()
  /** When the stream ends by itself, in milliseconds since 1970. */
  endsAt: number
  ended = false
  /** When it ends in any case, however long the session holds, likewise. */
  private readonly latest: number
  private alarm: ReturnType<typeof setTimeout> | undefined
  private seq = 0
  private held: Frame[] | undefined = []
  private calls = new Map<string, Uint8Array>()
  private out!: ReadableStreamDefaultController<Uint8Array>

  constructor(wish: Wish, latest: number) {
    this.wish = wish
    this.latest = latest
    this.endsAt = latest
    this.viewer = wish.viewer
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.out = controller
        },
        cancel: () => this.leave(),
      },
      new ByteLengthQueuingStrategy({ highWaterMark: mostWaiting }),
    )
  }

  /** Takes who its viewer is by now and what they may read, and ends at the moment at which that runs out. */
  admit({ viewer, until }: Standing, boards: Set<string>, now: number): void {
    Object.assign(this, { viewer, boards, endsAt: Math.min(until, this.latest) })
    clearTimeout(this.alarm)
    if (!this.ended) this.alarm = setTimeout(() => this.end(), this.endsAt - now).unref()
  }

  /** Whether what happens to a thread is something this reader may read, and wants to. */
  wants({ boardId, thread }: { boardId: string; thread: number }): boolean {
    const { board, thread: only } = this.wish
    if (!this.boards.has(boardId) || (board !== undefined && board !== boardId)) return false
    return only === undefined || only === thread
  }

  /** Tells of something, in its turn: while the reader catches up it is held back. */
  tell(frame: Frame): void {
    if (!this.wants(frame) || (frame.seq !== 0 && frame.seq <= this.seq)) return
    if (!this.held) this.write(frame.bytes)
    else if (this.held.push(frame) > mostHeld) this.drop()
  }

  /** What was missed is written, up to a place; from here on everything is told as it happens. */
  begin(bytes: Uint8Array, upTo: number): void {
    this.write(bytes)
    this.seq = upTo
    const held = this.held ?? []
    this.held = undefined
    for (const frame of held) this.tell(frame)
    for (const bytes of this.calls.values()) this.write(bytes)
  }

  /** Something that has no place and no number: said many times while the reader catches up, it is said once. */
  call(name: string, bytes: Uint8Array): void {
    if (this.held) this.calls.set(name, bytes)
    else this.write(bytes)
  }

  /** Something for everybody who is up to date at a place: it may name the place, and must skip nothing. */
  pass(seq: number, bytes: Uint8Array): void {
    if (!this.held && seq >= this.seq) this.write(bytes)
  }

  write(bytes: Uint8Array): void {
    if (this.ended) return
    if ((this.out.desiredSize ?? 0) <= 0) this.drop()
    else this.out.enqueue(bytes)
  }

  /** Ends it as an answer ends. */
  end(): void {
    if (this.ended) return
    this.leave()
    this.out.close()
  }

  private drop(): void {
    this.leave()
    if (!this.wish.cut()) this.out.error(new Error('too slow'))
  }

  private leave(): void {
    if (this.ended) return
    this.ended = true
    clearTimeout(this.alarm)
    this.wish.gone()
  }
}
