import { type Db, hot } from '../../db/connect.ts'
import type { Role } from '../words.ts'

export interface Sanctionable {
  id: string
  role: Role
}

const memberById = `
select m.id, m.role from members m where m.site_id = $1 and m.id = $2 and m.erased_at is null`

/** Somebody of the site, to be sanctioned or not. */
export async function findSanctionable(
  db: Db,
  siteId: string,
  id: string,
): Promise<Sanctionable | undefined> {
  return (await hot<Sanctionable>(db, memberById, [siteId, id]))[0]
}

export interface SanctionRow {
  id: string
  kind: 'suspension'
  rule_number: number
  rule_name: string
  rule_names: Record<string, string>
  reason: string
  until: Date | null
  by_name: string | null
  created_at: Date
  tell_at: Date
  lifted_at: Date | null
  lifted_by_name: string | null
}

const columns = `x.id, x.kind, x.rule_number, ru.name as rule_name, ru.names as rule_names, x.reason, x.until,
  b.name as by_name, x.created_at, x.tell_at, x.lifted_at, l.name as lifted_by_name
from sanctions x
join rules ru on ru.site_id = x.site_id and ru.number = x.rule_number and ru.version = x.rule_version
left join members b on b.site_id = x.site_id and b.id = x.imposed_by and b.erased_at is null
left join members l on l.site_id = x.site_id and l.id = x.lifted_by and l.erased_at is null`

const ofMember = `
select ${columns} where x.site_id = $1 and x.member_id = $2 order by x.created_at desc, x.id desc limit 50`

/** What was ever imposed on a member, the latest first, the last fifty. */
export function sanctionsOn(db: Db, siteId: string, memberId: string): Promise<SanctionRow[]> {
  return hot<SanctionRow>(db, ofMember, [siteId, memberId])
}

const inForce = `
select ${columns} where x.site_id = $1 and x.member_id = $2 and x.kind = 'suspension' and x.lifted_at is null
  and (x.until is null or x.until > $3)`

/** The suspension that holds for a member at a moment. */
export async function suspensionOf(
  db: Db,
  siteId: string,
  memberId: string,
  now: Date,
): Promise<SanctionRow | undefined> {
  return (await hot<SanctionRow>(db, inForce, [siteId, memberId, now]))[0]
}
