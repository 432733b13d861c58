import { sql } from 'kysely'
import type { World } from '../context.ts'
import { afterCommit, changesChannel, type Trx } from '../lib/in_transaction.ts'
import type { Role } from '../words.ts'
import type { Reader } from './reader.ts'

/**
 * Something came to the team that is no activity, since others who read the board are not to hear of it. It says no more
 * than to look again, and to those alone who find something there: `reports` to moderators, `news` to the member named.
 * Lists of threads say who has each, so `news` has all of the team look at their `rows`; other changes of a row do that alone.
 */
type DeskCall = 'reports' | 'rows' | `news:${string}`

/** Has those whom it concerns look again once the change is committed, in every process. */
export async function callDesks(world: World, trx: Trx, siteId: string, what: DeskCall): Promise<void> {
  await sql`select pg_notify(${changesChannel}, ${`desk ${siteId} ${world.id} ${what}`})`.execute(trx)
  afterCommit(trx, () => world.live.call(siteId, what))
}

const judges = new Set<Role>(['owner', 'admin', 'moderator'])

/** The names by which a call is told to somebody who listens in the admin to all of the site; none for others. */
export function callsFor(what: string, { wish, viewer }: Reader): ('reports' | 'news' | 'rows')[] {
  if (wish.handle === undefined || !viewer.member || wish.board !== undefined || wish.thread !== undefined)
    return []
  if (what === 'reports') return judges.has(viewer.member.role) ? ['reports'] : []
  return what === `news:${viewer.member.id}` ? ['news', 'rows'] : ['rows']
}
