import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { UpkeepJson } from './json.ts'
import { type UpkeepWork, upkeepWorks } from './kinds.ts'
import { underWay } from './queue.ts'

interface UpkeepRow {
  work: UpkeepWork
  done_at: Date | null
  under_way: boolean
  retries: number | null
  given_up: boolean | null
  reason: string | null
  failed_at: Date | null
}

/** What the installation does by itself: when each was last done, and why it was not since. */
export async function readUpkeep(db: Db): Promise<UpkeepJson> {
  // Of each work the rows of a week, found by its name. What pg-boss ended by itself says why in three other ways.
  const { rows } = await sql<UpkeepRow>`
    select w.name as work,
      (select max(j.completed_on) from pgboss.job j where j.name = w.name and j.state = 'completed') as done_at,
      exists (select from pgboss.job j where j.name = w.name and ${underWay}) as under_way,
      f.retries, f.given_up, f.reason, f.failed_at
    from unnest(${upkeepWorks}::text[]) with ordinality as w(name, place)
    left join lateral (
      select j.retry_count as retries, j.state = 'failed' as given_up,
        coalesce(j.output ->> 'reason', j.output #>> '{value,message}', j.output ->> 'message',
          j.output ->> 'value') as reason,
        coalesce(j.completed_on, j.started_on) as failed_at
      from pgboss.job j where j.name = w.name and j.state in ('failed', 'retry')
      order by failed_at desc nulls last limit 1) f on true
    order by w.place`.execute(db)
  return {
    items: rows.map((row) => ({
      work: row.work,
      doneAt: row.done_at?.toISOString() ?? null,
      underWay: row.under_way,
      failing: failingOf(row),
    })),
  }
}

function failingOf({ done_at, failed_at, retries, given_up, reason }: UpkeepRow) {
  if (!failed_at || failed_at <= (done_at ?? 0)) return null
  return {
    attempts: retries! + 1,
    reason: reason ?? 'unknown',
    givenUp: given_up!,
    failedAt: failed_at.toISOString(),
  }
}
