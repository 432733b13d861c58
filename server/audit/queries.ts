import { type Db, hot } from '../../db/connect.ts'

export interface AuditRow {
  id: string
  actor_id: string | null
  actor_name: string | null
  action: string
  subject_kind: string
  subject: string
  detail: Record<string, unknown>
  created_at: Date
}

export interface AuditFilter {
  actor?: string
  action?: string
  /** Entries before this one. */
  before?: string
  limit: number
}

/** Entries, the latest first, and one more than `limit` where there is one. Ids are in the order of time. */
export function auditEntries(db: Db, siteId: string, filter: AuditFilter): Promise<AuditRow[]> {
  const values: unknown[] = [
    siteId,
    filter.before ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
    filter.limit + 1,
  ]
  const actor = filter.actor ? ` and e.actor_id = $${values.push(filter.actor)}` : ''
  const action = filter.action ? ` and e.action = $${values.push(filter.action)}` : ''
  const text = `
select e.id, m.id as actor_id, m.name as actor_name, e.action, e.subject_kind, e.subject, e.detail, e.created_at
from audit_entries e
left join members m on m.site_id = e.site_id and m.id = e.actor_id and m.erased_at is null
where e.site_id = $1 and e.id < $2::uuid${actor}${action}
order by e.id desc limit $3`
  return hot<AuditRow>(db, text, values)
}
