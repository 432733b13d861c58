import { Problem } from '../errors.ts'

/** Who asks for something of which there is one, and what for. */
export interface Turn {
  site: string
  /** The member; null where it is the server itself, which asks for no more than it can wait for. */
  asker: string | null
  /** Only looks, and keeps nothing: it waits until all that is to be kept is done. */
  preview?: boolean
  /** Says that nobody waits for the answer any more. */
  signal?: AbortSignal
}

/** How many of one asker wait at once, how many of a site, and how many there are at all. */
const mostKept = 50
const mostPreviews = 4
const mostOfSite = 300
const mostWaiting = 2000

interface Waiting<T> extends Turn {
  what: T
}

/**
 * Who waits, and who is next: what is to be kept before what is only looked at, then a site after the other, and in
 * each one asker after the other. So whoever asks for much waits behind themselves, and nobody else does.
 */
export class Turns<T> {
  private waiting: Waiting<T>[] = []
  // Which turn a site and an asker had last, while others waited.
  private readonly lastOfSite = new Map<string, number>()
  private readonly lastOfAsker = new Map<string, number>()
  private count = 0

  /** Refuses what would be too much of one, with `rate_limited`, or of all, with `unavailable`. */
  add(turn: Turn, what: T): void {
    const ofSite = this.waiting.filter(({ site }) => site === turn.site)
    const own = ofSite.filter(
      ({ asker, preview }) => asker === turn.asker && Boolean(preview) === Boolean(turn.preview),
    )
    if (turn.asker !== null && own.length >= (turn.preview ? mostPreviews : mostKept))
      throw new Problem(
        'rate_limited',
        'Your texts before this one are not done yet. Try again in 2 seconds.',
        soon,
      )
    if (ofSite.length >= mostOfSite || this.waiting.length >= mostWaiting)
      throw new Problem('unavailable', 'Too many texts wait to be rendered. Try again shortly.', soon)
    this.waiting.push({ ...turn, what })
  }

  next(): T | undefined {
    let best: Waiting<T> | undefined
    for (const one of this.waiting) if (!best || this.isBefore(one, best)) best = one
    if (!best) return this.restart()
    this.waiting = this.waiting.filter((one) => one !== best)
    this.count += 1
    this.lastOfSite.set(best.site, this.count)
    this.lastOfAsker.set(keyOf(best), this.count)
    return best.what
  }

  // Who had a turn before nobody waited is no later than who had none.
  private restart(): undefined {
    this.lastOfSite.clear()
    this.lastOfAsker.clear()
  }

  /** Takes back what nobody waits for any more; false where it has had its turn. */
  drop(what: T): boolean {
    const before = this.waiting.length
    this.waiting = this.waiting.filter((one) => one.what !== what)
    return this.waiting.length < before
  }

  /** Those of whom the last turn is longest ago are before the others; among equals, who came first. */
  private isBefore(one: Waiting<T>, other: Waiting<T>): boolean {
    if (Boolean(one.preview) !== Boolean(other.preview)) return !one.preview
    const [site, otherSite] = [one, other].map((each) => this.lastOfSite.get(each.site) ?? 0) as [
      number,
      number,
    ]
    if (site !== otherSite) return site < otherSite
    const [asker, otherAsker] = [one, other].map((each) => this.lastOfAsker.get(keyOf(each)) ?? 0) as [
      number,
      number,
    ]
    return asker < otherAsker
  }
}

const soon = { headers: { 'retry-after': '2' } }

const keyOf = ({ site, asker }: Turn) => `${site} ${asker}`
