import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Role } from '../words.ts'

export interface MemberListRow {
  id: string
  name: string
  email: string | null
  avatar_url: string | null
  picture_id: string | null
  role: Role
  created_at: Date
  /** Its place in the list, in microseconds since 1970. */
  at: string
  company: string | null
  last_seen: string | null
  suspended: boolean
}

export interface MemberListFilter {
  q?: string | undefined
  suspended: boolean
  after?: [string, string] | undefined
  limit: number
}

/** How many that match some words are put in order; beyond that, more words are wanted. */
const mostFound = 1000

/** What the indexes of parts of names and addresses need; a word that begins needs less. */
const threeTogether = /[\p{L}\p{N}]{3}/u
const startsWord = /^[\p{L}\p{N}]/u

const customers = sql`m.role in ('member', 'guest') and m.erased_at is null`

/** Customers and guests of a site, the latest first, and one row more than the limit where there is one. */
export async function listCustomers(
  db: Db,
  siteId: string,
  now: Date,
  filter: MemberListFilter,
): Promise<MemberListRow[]> {
  const { rows } = await sql<MemberListRow>`
    with page as materialized (${pageOf(siteId, now, filter)})
    select ${columns(now)}, (extract(epoch from page.moment) * 1000000)::bigint::text as at
    from page join members m on m.site_id = ${siteId} and m.id = page.id ${joins}
    order by page.moment desc, m.id desc`.execute(db)
  return rows
}

/** Walks an index in the order of the list; where words are looked for, orders the first that have them. */
function pageOf(siteId: string, now: Date, { q, suspended, after, limit }: MemberListFilter) {
  const [at, id] = after ?? ['9000000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  const before = sql`(to_timestamp(${at}::numeric / 1000000), ${id}::uuid)`
  const end = sql`order by moment desc, id desc limit ${limit + 1}`
  if (suspended)
    return sql`select m.id, x.created_at as moment from sanctions x
      join members m on m.site_id = x.site_id and m.id = x.member_id and ${customers} ${having(q)}
      where x.site_id = ${siteId} and ${inForce(now)} and (x.created_at, m.id) < ${before} ${end}`
  if (q)
    return sql`select f.id, f.created_at as moment from (select m.id, m.created_at from members m
      where m.site_id = ${siteId} and ${customers} ${having(q)} limit ${mostFound}) f
      where (f.created_at, f.id) < ${before} ${end}`
  return sql`select m.id, m.created_at as moment from members m
    where m.site_id = ${siteId} and ${customers} and (m.created_at, m.id) < ${before} ${end}`
}

const inForce = (now: Date) =>
  sql`x.kind = 'suspension' and x.lifted_at is null and (x.until is null or x.until > ${now})`

// What is typed holds no wildcards. Less than three letters would be looked for in every row, so they are taken as the
// beginning of a name, of a further word of it, or of an address: for each there is an index.
function having(q: string | undefined) {
  if (!q) return sql``
  const typed = q.toLowerCase().replace(/[\\%_]/g, '\\$&')
  const name = (part: string) => sql`f_unaccent(lower(m.name)) like f_unaccent(${part})`
  const address = (part: string) => sql`lower(m.email) like ${part}`
  if (threeTogether.test(q)) return sql`and (${name(`%${typed}%`)} or ${address(`%${typed}%`)})`
  const further = startsWord.test(q) ? sql`or ${name(`% ${typed}%`)}` : sql``
  return sql`and (${name(`${typed}%`)} ${further} or ${address(`${typed}%`)})`
}

const columns = (now: Date) => sql`m.id, m.name, m.email, m.avatar_url, m.picture_id, m.role, m.created_at,
  co.name as company,
  (select max(d.day)::text from member_days d where d.site_id = m.site_id and d.member_id = m.id) as last_seen,
  exists (select from sanctions x where x.site_id = m.site_id and x.member_id = m.id and ${inForce(now)}) as suspended`

const joins = sql`left join companies co on co.site_id = m.site_id and co.id = m.company_id`

export interface MemberFileRow extends MemberListRow {
  locale: string | null
  plan: string | null
  revenue: number | null
  attributes: Record<string, unknown>
  posts: number
  votes: number
}

/** One customer or guest with what the host says of them, and how much they did. */
export async function customerOnFile(
  db: Db,
  siteId: string,
  now: Date,
  id: string,
): Promise<MemberFileRow | undefined> {
  const { rows } = await sql<MemberFileRow>`
    select ${columns(now)}, '' as at, m.locale, co.plan, co.revenue, m.attributes,
      (select count(*) from posts p where p.site_id = m.site_id and p.author_id = m.id and p.deleted_at is null)::int as posts,
      (select count(*) from votes v where v.site_id = m.site_id and v.member_id = m.id)::int as votes
    from members m ${joins}
    where m.site_id = ${siteId} and m.id = ${id} and ${customers}`.execute(db)
  return rows[0]
}
