import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import type { World } from '../context.ts'
import type { JobAbout } from './kinds.ts'
import type { Trouble } from './settle.ts'

export interface FailingRow {
  id: string
  queue: string
  about: JobAbout
  recipient: string | null
  attempts: number
  reason: string
  given_up: boolean
  failed_at: Date
  at: string
}

/** Keeps what a failed job was about and why it failed, for the admins of its site. */
export async function noteFailure(world: World, trouble: Trouble): Promise<void> {
  const { siteId, id, queue, about, recipient, attempts, reason, givenUp } = trouble
  // A site that is gone has nobody to be told, and work that is gone is told of nobody: an erasure takes what it would
  // name. What can no longer be of use keeps the reason it failed for before.
  await sql`
    insert into failing_jobs as known (site_id, id, queue, about, recipient, attempts, reason, given_up, failed_at)
    select id, ${id}::uuid, ${queue}, ${about}, ${recipient}, ${attempts}::int, ${reason ?? 'too late'}, ${givenUp}::boolean, ${world.clock.now()}
    from sites where id = ${siteId}
      and exists (select from pgboss.job where name = ${queue} and id = ${id}::uuid for key share)
    on conflict (site_id, id) do update set attempts = excluded.attempts, given_up = excluded.given_up,
      reason = ${reason === undefined ? sql`known.reason` : sql`excluded.reason`}, failed_at = excluded.failed_at`.execute(
    world.db,
  )
}

/** Forgets a failure that a later try has made good. */
export async function forgetFailure(db: Db, siteId: string, id: string): Promise<void> {
  await db.deleteFrom('failing_jobs').where('site_id', '=', siteId).where('id', '=', id).execute()
}

const failing = `
select id, queue, about, recipient, attempts, reason, given_up, failed_at,
  (extract(epoch from failed_at) * 1000000)::bigint::text as at
from failing_jobs where site_id = $1 and (failed_at, id) < (to_timestamp($2::numeric / 1000000), $3::uuid)
order by failed_at desc, id desc limit $4`

/** Work of a site that failed, the latest first, and one row more than `limit` where there is one. */
export function listFailing(
  db: Db,
  siteId: string,
  after: [string, string] | undefined,
  limit: number,
): Promise<FailingRow[]> {
  const [at, id] = after ?? ['9000000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return hot<FailingRow>(db, failing, [siteId, at, id, limit + 1])
}
