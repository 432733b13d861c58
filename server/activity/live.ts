import { Problem } from '../errors.ts'
import type { Scope } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { catchUp, type Since } from './catch_up.ts'
import { Feed, type Means } from './feed.ts'
import { Reader, type Wish } from './reader.ts'

/** How many streams may be open in this process, for one member, and for the visitors of one network. */
const usual = { streams: 5000, ofMember: 20, ofNetwork: 200 }

/** How often each stream is written to, in milliseconds. */
const beatEvery = 20_000
/** A stream ends after an hour, so that processes share the load again and everybody is asked again who they are. */
const longest = 3_600_000

export interface Opening extends Omit<Wish, 'gone'> {
  site: Site
  since: Since
  /** Whether it goes on after what was missed. */
  follow: boolean
  network: string
}

/**
 * The open streams of this process, by site. Whatever is committed, here or in another process, comes here after its
 * commit: for sites that nobody follows that costs a look into a map, for others one bounded read a burst.
 */
export class Live {
  private readonly means: Means
  private readonly most: typeof usual
  private readonly feeds = new Map<string, Feed>()
  private readonly counts = new Map<string, number>()
  private size = 0
  private closed = false
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(means: Means, most = usual) {
    this.means = means
    this.most = most
  }

  /** Open streams. */
  get open(): number {
    return this.size
  }

  /** Opens a stream. Rejects with rate_limited or unavailable where there are too many. */
  async follow(opening: Opening): Promise<Reader> {
    const { site, since, follow } = opening
    const { reader, feed } = this.enter(opening)
    try {
      await feed.ready
      // Only now, since what changed before it was known to the feed was not heard for it.
      await feed.admit([reader])
      if (reader.ended) throw new Problem('unauthenticated')
      const upTo = feed.seq
      reader.begin(
        await catchUp(this.means.db, site, feed, reader, since, upTo),
        Math.max(upTo, since.seen ?? 0),
      )
      if (!follow) reader.end()
      return reader
    } catch (error) {
      reader.end()
      throw error
    }
  }

  private enter(opening: Opening): { reader: Reader; feed: Feed } {
    const { site, viewer, network } = opening
    const [who, limit] = viewer.member
      ? [`${site.id} ${viewer.member.id}`, this.most.ofMember]
      : [network, this.most.ofNetwork]
    const mine = this.counts.get(who) ?? 0
    if (this.closed || this.size >= this.most.streams)
      throw new Problem('unavailable', 'Too many streams are open here.', {
        headers: { 'retry-after': '10' },
      })
    if (mine >= limit)
      throw new Problem('rate_limited', 'Too many streams are open already.', {
        headers: { 'retry-after': '30' },
      })
    const feed = this.feeds.get(site.id) ?? new Feed(site, this.means)
    this.feeds.set(site.id, feed)
    this.counts.set(who, mine + 1)
    this.size++
    this.timer ??= setInterval(() => this.beat(), beatEvery).unref()
    const reader: Reader = new Reader(
      { ...opening, gone: () => this.leave(site.id, feed, reader, who) },
      this.means.clock.now().getTime() + longest,
    )
    feed.readers.add(reader)
    return { reader, feed }
  }

  private leave(siteId: string, feed: Feed, reader: Reader, who: string): void {
    feed.readers.delete(reader)
    this.size--
    const left = this.counts.get(who)! - 1
    if (left) this.counts.set(who, left)
    else this.counts.delete(who)
    if (feed.readers.size) return
    feed.stop()
    if (this.feeds.get(siteId) === feed) this.feeds.delete(siteId)
    if (this.size) return
    clearInterval(this.timer)
    this.timer = undefined
  }

  /** A site has changed: called after each commit, wherever it was made. */
  changed(siteId: string, scope: Scope): void {
    this.feeds.get(siteId)?.changed(scope === 'content' ? 'rows' : 'rights')
  }

  /** Ideas of a site got votes or lost them. */
  voted(siteId: string, numbers: number[]): void {
    this.feeds.get(siteId)?.count(numbers)
  }

  /** Something waits at the desks of a site's team. */
  call(siteId: string, what: string): void {
    this.feeds.get(siteId)?.call(what)
  }

  /** What others changed may have been missed: rows are found by their place, and counts are to be read again. */
  missed(): void {
    for (const feed of this.feeds.values()) {
      feed.changed('rights')
      feed.reset()
    }
  }

  /** A session of the team is over, which is of no site: whoever follows one by it is looked at again. */
  signedOut(handle: string): void {
    for (const feed of this.feeds.values()) feed.signedOut(handle)
  }

  /** Says that streams are still there; ends what has run out while the machine slept, or by a clock set right. */
  beat(): void {
    const now = this.means.clock.now().getTime()
    for (const feed of this.feeds.values()) {
      for (const reader of feed.readers) if (reader.endsAt <= now) reader.end()
      feed.beat()
    }
  }

  /** Ends all streams and takes no more. */
  close(): void {
    this.closed = true
    for (const feed of this.feeds.values()) for (const reader of [...feed.readers]) reader.end()
    clearInterval(this.timer)
  }
}
