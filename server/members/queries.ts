import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Role } from '../words.ts'

export interface StaffRow {
  id: string
  name: string
  email: string | null
  avatar_url: string | null
  picture_id: string | null
  role: Role
  created_at: Date
  /** Its place in the list. */
  key: string
}

export interface StaffFilter {
  q?: string
  id?: string
  after?: [string, string]
  limit: number
}

/** The team of a site by name, and one row more than the limit where there is one. */
export async function listStaff(db: Db | Trx, siteId: string, filter: StaffFilter): Promise<StaffRow[]> {
  const { q, id, after, limit } = filter
  const key = sql`left(f_unaccent(lower(m.name)), 40) collate "C"`
  const { rows } = await sql<StaffRow>`
    select m.id, m.name, coalesce(a.email, m.email) as email, m.avatar_url, m.picture_id, m.role, m.created_at, ${key} as key
    from members m left join accounts a on a.id = m.account_id
    where m.site_id = ${siteId} and m.role not in ('member', 'guest') and m.role <> 'key' and m.erased_at is null
    ${id === undefined ? sql`` : sql`and m.id = ${id}::uuid`}
    ${q ? sql`and (${holds('m.name', q)} or ${holds('coalesce(a.email, m.email)', q)})` : sql``}
    ${after ? sql`and (${key}, m.id::text) > (${after[0]}, ${after[1]})` : sql``}
    order by ${key}, m.id::text limit ${limit + 1}`.execute(db)
  return rows
}

// strpos and not like: what is typed holds no wildcards.
const holds = (column: string, q: string) =>
  sql`strpos(f_unaccent(lower(${sql.raw(column)})), f_unaccent(lower(${q}))) > 0`
