import type { Db } from '../../db/connect.ts'
import type { Clock } from '../lib/clock.ts'
import type { SiteCache } from '../sites/cache.ts'
import type { Site } from '../sites/queries.ts'
import { readableBoards, type Standing, standing } from './audience.ts'
import { callsFor } from './desk.ts'
import { liveEvent } from './json.ts'
import { openPlace, type Place, sealPlace } from './place.ts'
import { type ActivityRow, activityAfter, countsOf, findFeed } from './queries.ts'
import type { Frame, Reader } from './reader.ts'
import { Tally } from './tally.ts'
import { beatBytes, eventBytes } from './wire.ts'

export interface Means {
  db: Db
  clock: Clock
  sites: SiteCache
  /** Whether every change of other processes is surely heard at this moment. */
  trusted: () => boolean
}

/** How much is read at once. */
const mostRows = 200
/** After how long it is tried again where the database was away, in milliseconds. */
const retryAfter = 1000

/**
 * What happens in one site, for everybody in this process who follows it: read once, in the order of the sequence,
 * and given to each who may read it. One thing is done after the other, rights first, so that nobody is told what
 * they may no longer read.
 */
export class Feed {
  readonly readers = new Set<Reader>()
  /** Resolves to the site's place at the time. */
  readonly ready: Promise<void>
  seq = 0
  private readonly slug: string
  private readonly siteId: string
  private readonly means: Means
  private key = ''
  private stale = { rights: false, rows: false }
  private tally = new Tally()
  private calls = new Set<string>()
  private running = false
  private waiting: ReturnType<typeof setTimeout> | undefined

  constructor(site: Site, means: Means) {
    this.slug = site.slug
    this.siteId = site.id
    this.means = means
    this.ready = this.begin()
  }

  private async begin(): Promise<void> {
    const found = await findFeed(this.means.db, this.siteId)
    this.seq = found!.last_seq
    this.key = found!.live_key
  }

  now(): number {
    return this.means.clock.now().getTime()
  }

  seal(seq: number): string {
    return sealPlace(this.key, { seq, at: this.now() })
  }

  open(text: string): Place | undefined {
    return openPlace(this.key, text)
  }

  /** Rows were written, or rights changed with them. */
  changed(what: 'rows' | 'rights'): void {
    this.stale.rows = true
    if (what === 'rights') this.stale.rights = true
    this.wake()
  }

  /** Ideas got votes or lost them. */
  count(numbers: number[]): void {
    this.tally.add(numbers)
    this.wake()
  }

  /** Something waits at the desks of the team. */
  call(what: string): void {
    this.calls.add(what)
    this.wake()
  }

  /** A session of the team is over. */
  signedOut(handle: string): void {
    if ([...this.readers].some(({ wish }) => wish.handle === handle)) this.changed('rights')
  }

  /** Says to all that their streams are still there, and where they are. */
  beat(): void {
    const bytes = beatBytes(this.seal(this.seq))
    for (const reader of this.readers) reader.pass(this.seq, bytes)
  }

  /** Has everybody read anew what they show. */
  reset(): void {
    for (const reader of this.readers) reader.pass(Number.POSITIVE_INFINITY, eventBytes('reset', {}))
  }

  stop(): void {
    clearTimeout(this.waiting)
  }

  private wake(): void {
    if (!this.running) void this.run()
  }

  private async run(): Promise<void> {
    this.running = true
    try {
      await this.ready
      while (this.readers.size && this.means.trusted() && (await this.step()));
    } catch {
      // The database is away: what was stale still is.
      this.later(retryAfter)
    }
    this.running = false
  }

  /** Does what is most urgent; false where nothing is to be done now. */
  private async step(): Promise<boolean> {
    if (this.stale.rights) await this.checkRights()
    else if (this.calls.size) this.tellCalls()
    else if (this.stale.rows) await this.tellRows()
    else {
      const { wait } = this.tally
      if (wait !== undefined && wait > 0) this.later(wait)
      if (wait === undefined || wait > 0) return false
      await this.tellCounts()
    }
    return true
  }

  private later(milliseconds: number): void {
    clearTimeout(this.waiting)
    this.waiting = setTimeout(() => this.wake(), milliseconds)
    this.waiting.unref()
  }

  /** Ends the streams of those who are no longer who they were; of the others it finds anew what they may read. */
  private async checkRights(): Promise<void> {
    this.stale.rights = false
    try {
      await this.admit([...this.readers])
    } catch (error) {
      this.stale.rights = true
      throw error
    }
  }

  /** Finds who readers are and what they may read; whoever may not read what they asked for is ended. */
  async admit(readers: Reader[]): Promise<void> {
    const site = await this.means.sites.find(this.slug)
    const found = site ? await standing(this.means, site, readers) : new Map<Reader, Standing>()
    for (const reader of readers) {
      const known = found.get(reader)
      const boards = site && known ? readableBoards(site, known.viewer) : new Set<string>()
      const { board, within } = reader.wish
      const read = [board, within].every((one) => one === undefined || boards.has(one))
      const open = site && reader.wish.welcome(site) && read
      if (known && open) reader.admit(known, boards, this.now())
      else reader.end()
    }
  }

  private tellCalls(): void {
    const calls = [...this.calls]
    this.calls.clear()
    for (const reader of this.readers)
      for (const name of new Set(calls.flatMap((what) => callsFor(what, reader))))
        reader.call(name, eventBytes(name, {}))
  }

  private async tellRows(): Promise<void> {
    this.stale.rows = false
    try {
      const rows = await activityAfter(this.means.db, this.siteId, this.seq, mostRows)
      const site = rows.length ? await this.means.sites.find(this.slug) : undefined
      while (this.stale.rights) await this.checkRights()
      if (rows.length === mostRows) this.stale.rows = true
      for (const row of rows) {
        this.seq = row.seq
        const frame = site && this.frameOf(site, row)
        if (frame) this.tell(frame)
      }
    } catch (error) {
      this.stale.rows = true
      throw error
    }
  }

  private async tellCounts(): Promise<void> {
    const numbers = this.tally.take()
    try {
      const rows = await countsOf(this.means.db, this.siteId, numbers)
      while (this.stale.rights) await this.checkRights()
      this.tally.tell(rows, this.readers)
    } catch (error) {
      this.tally.add(numbers)
      throw error
    }
  }

  private tell(frame: Frame): void {
    for (const reader of this.readers) reader.tell(frame)
  }

  /** A row as it is told; undefined for what is not. */
  frameOf(site: Site, row: ActivityRow): Frame | undefined {
    const event = liveEvent(site, row)
    if (!event) return undefined
    const bytes = eventBytes(event.name, event.json, this.seal(row.seq))
    return { seq: row.seq, boardId: row.board_id, thread: event.json.thread, bytes }
  }
}
