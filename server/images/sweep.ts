import { sql } from 'kysely'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { inTransaction } from '../lib/in_transaction.ts'

const batch = 500
const mostOfSite = 10_000

/** Deletes images that no post has shown for a day, site by site, and gives back the room they took. */
export async function sweepImages(world: World): Promise<void> {
  const before = later(world.clock.now(), -86_400)
  const { rows: sites } = await sql<{ id: string }>`
    select s.id from sites s where exists (
      select from images i where i.site_id = s.id and i.post_id is null and i.waiting_since < ${before})`.execute(
    world.db,
  )
  for (const { id } of sites)
    for (let swept = 0; swept < mostOfSite; swept += batch)
      if ((await sweepSome(world, id, before)) < batch) break
}

function sweepSome(world: World, siteId: string, before: Date): Promise<number> {
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      const { rows } = await sql<{ count: number }>`
        with old as (
          select id from images where site_id = ${siteId} and post_id is null and waiting_since < ${before}
          order by waiting_since limit ${batch} for update skip locked),
        gone as (
          delete from images i using old where i.site_id = ${siteId} and i.id = old.id returning i.size),
        freed as (
          update image_stores set bytes = greatest(0, bytes - (select coalesce(sum(size), 0) from gone))
          where site_id = ${siteId})
        select count(*)::int as count from gone`.execute(trx)
      return rows[0]?.count ?? 0
    },
    'quiet',
  )
}
