import { sql } from 'kysely'
import type { World } from '../context.ts'
import { later } from '../lib/clock.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { references } from './guest_moves.ts'

/** How long a guest may stay away who never did anything: a session of theirs has been over for half of it. */
const idleSeconds = 60 * 86_400
const batch = 500
const mostOfSite = 10_000

/**
 * Deletes guests who never did anything and have not come back in sixty days: neither their device nor anybody else
 * would miss them. At most ten thousand of a site at a time, in small transactions that wait for nobody.
 */
export async function sweepGuests(world: World): Promise<void> {
  const before = later(world.clock.now(), -idleSeconds)
  const { rows: sites } = await sql<{ id: string }>`
    select s.id from sites s where exists (
      select from members m where m.site_id = s.id and m.role = 'guest' and m.created_at < ${before})`.execute(
    world.db,
  )
  for (const { id } of sites)
    for (let swept = 0; swept < mostOfSite; swept += batch) if ((await sweepSome(world, id)) < batch) break
}

function sweepSome(world: World, siteId: string): Promise<number> {
  const now = world.clock.now()
  return inTransaction(
    world,
    siteId,
    async (trx) => {
      const { rows } = await sql<{ id: string }>`
        select m.id from members m where m.site_id = ${siteId} and ${isIdle(now)}
        order by m.created_at limit ${batch} for update skip locked`.execute(trx)
      // What they did just now is seen once they are held, and by a statement that begins after that.
      await sql`delete from members m where m.site_id = ${siteId} and m.id = any(${rows.map(({ id }) => id)}::uuid[])
        and ${isIdle(now)}`.execute(trx)
      return rows.length
    },
    'quiet',
  )
}

// Days are noted of sessions that open, so they are no deed.
const deeds = [...references.given, ...references.united].filter((one) => one !== 'member_days.member_id')

function isIdle(now: Date) {
  const before = later(now, -idleSeconds)
  const nothing = deeds.map((reference) => {
    const [table, column] = reference.split('.') as [string, string]
    return sql`not exists (select from ${sql.table(table)} x where x.site_id = m.site_id and x.${sql.ref(column)} = m.id)`
  })
  return sql`m.role = 'guest' and m.created_at < ${before} and m.picture_id is null
    and not exists (select from sessions s where s.site_id = m.site_id and s.member_id = m.id and s.expires_at > ${now})
    and not exists (select from member_days d where d.site_id = m.site_id and d.member_id = m.id
      and d.day > ${before.toISOString().slice(0, 10)}::date)
    and ${sql.join(nothing, sql` and `)}`
}
