import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

/**
 * Whom it concerns what becomes of some threads: who voted for any of them, wrote or, if so said, follows one. Rows of
 * `member_id` and `thread_id`, one for each person; not who acts, no API key, and nobody who was erased, though their
 * votes stay.
 */
export function concernedBy(
  siteId: string,
  threadIds: string[],
  actorId: string | undefined,
  followers: boolean,
): RawBuilder<unknown> {
  // Thread by thread, person by person (`offset 0` keeps it so): where most sites are small, all votes and members of a
  // site seem few.
  const of = (table: string, which: RawBuilder<unknown>) => sql`
      select y.member_id, one.id from unnest(${threadIds}::uuid[]) as one(id) cross join lateral (
        select r.member_id from ${sql.table(table)} r
        where r.site_id = ${siteId} and r.thread_id = one.id ${which} offset 0) y`
  const following = followers ? sql`union all ${of('thread_subscriptions', sql`and r.following`)}` : sql``
  return sql`
    select distinct on (x.member_id) x.member_id, x.thread_id from (${of('votes', sql``)}
      union all
      select t.author_id, t.id from threads t where t.site_id = ${siteId} and t.id = any(${threadIds}::uuid[])
      ${following}) x (member_id, thread_id)
    cross join lateral (
      select from members m where m.site_id = ${siteId} and m.id = x.member_id and m.erased_at is null and m.role <> 'key' offset 0) known
    where x.member_id is distinct from ${actorId ?? null}::uuid
    order by x.member_id, x.thread_id`
}

/** How many would be told, each once, if somebody decided about some ideas now: of those that are to be seen. */
export async function countConcerned(
  db: Db,
  siteId: string,
  threadIds: string[],
  actorId: string | undefined,
): Promise<number> {
  const ids = await shownAmong(db, siteId, threadIds)
  const { rows } = await sql<{ people: number }>`
    select count(*)::int as people from (${concernedBy(siteId, ids, actorId, true)}) x`.execute(db)
  return rows[0]!.people
}

/** Those of some threads that readers see: a hidden one is not spoken of. */
export async function shownAmong(db: Db, siteId: string, threadIds: string[]): Promise<string[]> {
  if (!threadIds.length) return []
  const rows = await db
    .selectFrom('thread_counters')
    .select('thread_id')
    .where('site_id', '=', siteId)
    .where('thread_id', 'in', threadIds)
    .where('listed', '=', true)
    .execute()
  return rows.map((row) => row.thread_id)
}
