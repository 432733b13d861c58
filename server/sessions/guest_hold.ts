import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

/** Something of the guest's was written just now: all that was held must be held anew. */
export class GuestBusy extends Error {}

// A lock that was not to be had at once, or two that waited for each other.
const refused = ['55P03', '40P01']

/** Whether a transaction failed for what was under way at that moment, and may be begun anew. */
export function isBusy(error: unknown): boolean {
  return error instanceof GuestBusy || refused.includes((error as { code?: string }).code ?? '')
}

/**
 * Holds a guest against all that would still be done in their name; false where they are none any more. It waits for
 * nobody: whoever acts for the guest at this moment may wait for something that is held already.
 */
export async function holdGuest(trx: Trx, siteId: string, guestId: string): Promise<boolean> {
  const held = await trx
    .selectFrom('members')
    .select('role')
    .where('site_id', '=', siteId)
    .where('id', '=', guestId)
    .where('erased_at', 'is', null)
    .forUpdate()
    .noWait()
    .executeTakeFirst()
  return held?.role === 'guest'
}

/**
 * Holds a guest with their threads, posts and the counters of what they voted for, in the order in which everyone
 * holds them, so that nothing more can be done in their name.
 */
export async function holdAllOfGuest(trx: Trx, siteId: string, guestId: string): Promise<boolean> {
  const threads = await holdThreads(trx, siteId, guestId)
  await sql`select from posts where site_id = ${siteId} and author_id = ${guestId}
    order by id for no key update`.execute(trx)
  const counters = await holdCounters(trx, siteId, guestId)
  if (!(await holdGuest(trx, siteId, guestId))) return false
  await requireNothingNew(trx, siteId, guestId, threads, counters)
  return true
}

type Ids = { id: string }

const threadsOf = (siteId: string, guestId: string) => sql`
  select id from threads where site_id = ${siteId} and author_id = ${guestId}
  union select thread_id from posts where site_id = ${siteId} and author_id = ${guestId}`

async function holdThreads(trx: Trx, siteId: string, guestId: string): Promise<Ids[]> {
  const { rows } = await sql<Ids>`
    select id from threads where site_id = ${siteId} and id in (${threadsOf(siteId, guestId)})
    order by id for no key update`.execute(trx)
  return rows
}

async function holdCounters(trx: Trx, siteId: string, guestId: string): Promise<Ids[]> {
  const { rows } = await sql<Ids>`
    select thread_id as id from thread_counters where site_id = ${siteId} and thread_id in (
      select thread_id from votes where site_id = ${siteId} and member_id = ${guestId})
    order by thread_id for no key update`.execute(trx)
  return rows
}

async function requireNothingNew(
  trx: Trx,
  siteId: string,
  guestId: string,
  threads: Ids[],
  counters: Ids[],
): Promise<void> {
  const ids = (held: Ids[]) => sql`${held.map(({ id }) => id)}::uuid[]`
  const { rows } = await sql`
    select from (${threadsOf(siteId, guestId)}) t where t.id <> all (${ids(threads)})
    union all
    select from votes where site_id = ${siteId} and member_id = ${guestId} and thread_id <> all (${ids(counters)})
    limit 1`.execute(trx)
  if (rows.length) throw new GuestBusy()
}
