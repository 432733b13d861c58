import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Named } from '../lib/markdown_mentions.ts'
import type { AuthorColumns } from '../members/json.ts'
import { companyOfMember } from '../segments/matches.ts'
import type { Board, Site } from '../sites/queries.ts'
import { authorColumns } from '../threads/queries.ts'
import { readersOf } from './may_read.ts'

/** Those among some who are there and may read a board, by id. */
export async function namesOfReaders(
  db: Db,
  site: Site,
  board: Board,
  ids: string[],
): Promise<Map<string, Named>> {
  const { rows } = await sql<Named & { id: string }>`
    select m.id, m.name, m.role <> 'guest' as page from members m ${companyOfMember}
    where m.site_id = ${site.id} and m.id = any(${ids}::uuid[]) and ${there} and ${readersOf(site, board)}`.execute(
    db,
  )
  return new Map(rows.map(({ id, name, page }) => [id, { name, page }]))
}

const there = sql`m.erased_at is null and m.role <> 'key'`

export interface Wanted {
  /** Whose participants come first. */
  threadId: string | null
  /** How a name begins, or one of its words. */
  q: string
  /** Who asks, and is not offered themselves. */
  memberId: string
}

/** How many are offered. */
export const mostOffered = 8
/** Of how many who wrote last in a thread, and of how many whose names begin like that, those are who may read it. */
const mostLookedAt = 200

/**
 * Whom somebody may mention on a board, by the beginning of their names: those who take part in the thread, then the
 * team, then others, of whom nobody is found by less than two letters.
 */
export async function listMentionable(
  db: Db,
  site: Site,
  board: Board,
  wanted: Wanted,
): Promise<AuthorColumns[]> {
  const { threadId, q, memberId } = wanted
  const typed = q.toLowerCase().replace(/[\\%_]/g, '\\$&')
  const begins = sql`f_unaccent(lower(m.name)) like f_unaccent(${`${typed}%`})`
  const anyWord = sql`(${begins} or f_unaccent(lower(m.name)) like f_unaccent(${`% ${typed}%`}))`
  const offered = sql`${there} and m.id <> ${memberId} and ${readersOf(site, board)}`
  const few = sql.join(
    [
      ...(threadId ? [takingPart(site.id, threadId, sql`${anyWord} and ${offered}`)] : []),
      sql`(select m.id, 1 as place, m.name from members m ${companyOfMember}
        where m.site_id = ${site.id} and m.role not in ('member', 'guest') and ${anyWord} and ${offered}
        order by f_unaccent(lower(m.name)) limit ${mostOffered})`,
      ...(hasTwoLetters(q) ? [byName(site.id, begins, offered)] : []),
    ],
    sql` union all `,
  )
  const { rows } = await sql<AuthorColumns>`
    with few as materialized (${few}),
    offered as (select id, min(place) as place from few group by id order by 2, min(f_unaccent(lower(name))) limit ${mostOffered})
    select ${sql.raw(authorColumns)} from offered o join members a on a.site_id = ${site.id} and a.id = o.id
    left join companies co on co.site_id = a.site_id and co.id = a.company_id
    order by o.place, f_unaccent(lower(a.name)), a.id`.execute(db)
  return rows
}

/** Who wrote what was taken away or hidden is told to nobody. */
const stands = (post: RawBuilder<unknown>) => sql`${post}.deleted_at is null and not exists (
  select from rulings h where h.site_id = ${post}.site_id and h.post_id = ${post}.id and h.lifted_at is null)`

function takingPart(siteId: string, threadId: string, condition: RawBuilder<unknown>) {
  return sql`(select m.id, 0 as place, m.name from (
      select o.author_id from threads t join posts o on o.site_id = t.site_id and o.id = t.opening_id
      where t.site_id = ${siteId} and t.id = ${threadId} and ${stands(sql`o`)}
      union select r.author_id from (
        select p.author_id from posts p
        where p.site_id = ${siteId} and p.thread_id = ${threadId} and p.kind = 'reply' and ${stands(sql`p`)}
        order by p.created_at desc, p.id desc limit ${mostLookedAt}) r) w
    join members m on m.site_id = ${siteId} and m.id = w.author_id ${companyOfMember}
    where ${condition} limit ${mostOffered})`
}

// The first few by the index, and only then those of them who may read it: a segment may hold nobody of that name.
function byName(siteId: string, begins: RawBuilder<unknown>, condition: RawBuilder<unknown>) {
  return sql`(select m.id, 2 as place, m.name from (select m.* from members m
      where m.site_id = ${siteId} and m.role = 'member' and m.erased_at is null and ${begins} limit ${mostLookedAt}) m
    ${companyOfMember} where ${condition} order by f_unaccent(lower(m.name)) limit ${mostOffered})`
}

const hasTwoLetters = (q: string) => (q.match(/[\p{L}\p{N}]/gu)?.length ?? 0) >= 2
