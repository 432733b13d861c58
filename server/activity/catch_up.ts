import type { Db } from '../../db/connect.ts'
import type { Site } from '../sites/queries.ts'
import type { Feed } from './feed.ts'
import { activityBetween, wasBusy } from './queries.ts'
import type { Reader } from './reader.ts'
import { eventBytes } from './wire.ts'

/** What somebody knows already. */
export interface Since {
  /** The id of their last event, as they gave it. */
  after?: string | undefined
  /** How many seconds ago they read what they show. */
  ago?: number | undefined
  /** The place that `after` was found to be. */
  seen?: number
}

/** How much is told again; whoever missed more, or was away for longer, reads anew what they show. */
const mostMissed = 500
const longestAway = 3_600_000
/** Rows carry the time at which their change began, and the machines' clocks differ a little. */
const margin = 5_000

/**
 * What a stream begins with: what was missed since the last event, or a `reset` where that cannot be said. The last
 * id of it is a place from which nothing is missed again.
 */
export async function catchUp(
  db: Db,
  site: Site,
  feed: Feed,
  reader: Reader,
  since: Since,
  upTo: number,
): Promise<Uint8Array> {
  const here = feed.seal(upTo)
  const { after, ago } = since
  const now = feed.now()
  if (after !== undefined) {
    const place = feed.open(after)
    if (!place || now - place.at > longestAway) return begin(here, reset)
    since.seen = place.seq
    // Another process may have told more already than this one has read.
    if (place.seq >= upTo) return begin(after)
    const rows = await activityBetween(db, site.id, [place.seq, upTo], wanted(reader), mostMissed + 1)
    if (rows.length > mostMissed) return begin(here, reset)
    const frames = rows.flatMap((row) => feed.frameOf(site, row) ?? []).filter((frame) => reader.wants(frame))
    return Buffer.concat([begin(), ...frames.map((frame) => frame.bytes), Buffer.from(`id: ${here}\n\n`)])
  }
  if (ago === undefined) return begin(here)
  const from = new Date(now - ago * 1000 - margin)
  return begin(here, (await wasBusy(db, site.id, upTo, from, wanted(reader))) ? reset : undefined)
}

const wanted = ({ boards, wish }: Reader) => (wish.board === undefined ? [...boards] : [wish.board])

const reset = (id: string) => eventBytes('reset', {}, id)

/** The first event, which also says how long to wait before coming back, in milliseconds. */
function begin(id?: string, then?: (id: string) => Uint8Array): Uint8Array {
  const opened = eventBytes('open', {}, id, 'retry: 3000\n')
  return then && id ? Buffer.concat([opened, then(id)]) : opened
}
