import { type Db, hot } from '../../db/connect.ts'
import type { Cadence } from './cadence.ts'

export interface OutboxRow {
  id: string
  member_id: string
  member_name: string
  email: string | null
  cadence: Exclude<Cadence, 'none'>
  state: 'waiting' | 'failed'
  attempts: number
  reason: string | null
  due_at: Date
  at: string
}

const microseconds = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`

const outbox = `
select x.id, x.member_id, m.name as member_name, coalesce(m.email, ac.email) as email, x.cadence, x.state, x.attempts,
  x.reason, x.due_at, ${microseconds('x.due_at')}::text as at
from mails x
join members m on m.site_id = x.site_id and m.id = x.member_id
left join accounts ac on ac.id = m.account_id
where x.site_id = $1 and x.state = $2 and (x.due_at, x.id) > (to_timestamp($3::numeric / 1000000), $4::uuid)
order by x.due_at, x.id limit $5`

/** Mails of a site that failed, or that wait; those that are due first come first, and one row more where there is one. */
export function listOutbox(
  db: Db,
  siteId: string,
  state: 'waiting' | 'failed',
  after: [string, string] | undefined,
  limit: number,
): Promise<OutboxRow[]> {
  const [at, id] = after ?? ['0', '00000000-0000-0000-0000-000000000000']
  return hot<OutboxRow>(db, outbox, [siteId, state, at, id, limit + 1])
}
