import { type RawBuilder, sql } from 'kysely'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'

const batch = 500
const mostOfSite = 10_000
const day = 86_400
/** What an image takes, and what all of a site may; bytes. */
export interface Room {
  size: number
  most: number
}

/** As long as a draft is kept on the device that shows it. */
const longestOfDraft = 90 * day

/**
 * Deletes images that a post showed and none has for a day, and those that never were in a post once the draft they
 * were given for is forgotten, site by site. Gives back the room they took.
 */
export async function sweepImages(world: World): Promise<void> {
  const now = world.clock.now()
  const over = sql`(i.member_id is null or i.waiting_since > i.created_at or i.waiting_since < ${later(now, -longestOfDraft)})
    and i.waiting_since < ${later(now, -day)}`
  const { rows: sites } = await sql<{ id: string }>`
    select s.id from sites s where exists (
      select from images i where i.site_id = s.id and i.post_id is null and ${over})`.execute(world.db)
  for (const { id } of sites)
    for (let swept = 0; swept < mostOfSite; swept += batch) {
      const some = await inTransaction(world, id, (trx) => dropWaiting(trx, id, over), 'quiet')
      if (some < batch) break
    }
}

/**
 * Makes room for so many bytes of so many where there is none: what was given for drafts more than a day ago goes, the
 * oldest first, and no more of it than it takes.
 */
export function dropOldDrafts(trx: Trx, siteId: string, now: Date, room: Room): Promise<number> {
  const { size, most } = room
  const lacking = sql`(select s.bytes + ${size}::bigint - ${most}::bigint from image_stores s where s.site_id = ${siteId})`
  return dropWaiting(trx, siteId, sql`i.waiting_since < ${later(now, -day)}`, batch, lacking)
}

/** The same of one member, as many as are given. */
export const dropDraftsOf = (trx: Trx, siteId: string, memberId: string, now: Date, most: number) =>
  dropWaiting(trx, siteId, sql`i.member_id = ${memberId} and i.waiting_since < ${later(now, -day)}`, most)

/** Deletes all images of a member that no post shows. */
export const dropImagesOf = (trx: Trx, siteId: string, memberId: string) =>
  dropWaiting(trx, siteId, sql`i.member_id = ${memberId}`, null)

async function dropWaiting(
  trx: Trx,
  siteId: string,
  which: RawBuilder<unknown>,
  most: number | null = batch,
  bytes?: RawBuilder<unknown>,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with waiting as (
      select id, size, waiting_since from images i where i.site_id = ${siteId} and i.post_id is null and ${which}
      order by i.waiting_since limit ${most} for update skip locked),
    old as (
      select id from (select id, sum(size) over (order by waiting_since, id) - size as freed from waiting) w
      ${bytes ? sql`where freed < ${bytes}` : sql``}),
    gone as (
      delete from images i using old where i.site_id = ${siteId} and i.id = old.id returning i.size),
    freed as (
      update image_stores set bytes = greatest(0, bytes - (select coalesce(sum(size), 0) from gone))
      where site_id = ${siteId} and exists (select from gone))
    select count(*)::int as count from gone`.execute(trx)
  return rows[0]?.count ?? 0
}
