import { type Db, hot } from '../../db/connect.ts'
import type { UpkeepJson } from './json.ts'
import { type UpkeepWork, upkeepWorks } from './kinds.ts'

interface UpkeepRow {
  work: UpkeepWork
  done_at: Date | null
  retries: number | null
  given_up: boolean | null
  reason: string | null
  failed_at: Date | null
}

// Of each work the rows of a week, found by its name. What the server itself ended says so another way.
const latest = `
select w.name as work, (select max(j.completed_on) from pgboss.job j
    where j.name = w.name and j.state = 'completed') as done_at,
  f.retries, f.given_up, f.reason, f.failed_at
from unnest($1::text[]) with ordinality as w(name, place)
left join lateral (
  select j.retry_count as retries, j.state = 'failed' as given_up,
    coalesce(j.output ->> 'reason', j.output #>> '{value,message}') as reason,
    coalesce(j.completed_on, j.started_on) as failed_at
  from pgboss.job j where j.name = w.name and j.state in ('failed', 'retry')
  order by failed_at desc nulls last limit 1) f on true
order by w.place`

/** What the installation does by itself: when each was last done, and why it was not since. */
export async function readUpkeep(db: Db): Promise<UpkeepJson> {
  const rows = await hot<UpkeepRow>(db, latest, [upkeepWorks])
  return {
    items: rows.map(({ work, done_at, retries, given_up, reason, failed_at }) => ({
      work,
      doneAt: done_at?.toISOString() ?? null,
      failing:
        failed_at && failed_at > (done_at ?? 0)
          ? {
              attempts: retries! + 1,
              reason: reason ?? 'unknown',
              givenUp: given_up!,
              failedAt: failed_at.toISOString(),
            }
          : null,
    })),
  }
}
