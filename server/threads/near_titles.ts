import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { type FoundRow, listedIn, type Search, threadJoin } from './search_queries.ts'

const mostNear = 10
const mostRanked = 200
const mostWalked = 5000

/** Threads whose titles are near to misspelt words, the nearest first. */
export async function nearThreads(db: Db, search: Search, typed: string): Promise<FoundRow[]> {
  const { siteId, filter } = search
  const asked = { siteId, plain: sql`f_unaccent(lower(${typed}))`, limit: mostRanked }
  const { rows } = await sql<FoundRow>`
    with best as materialized (
      select n.* from (${nearTitles(asked, listedIn(filter), threadJoin(filter))}) n
      order by n.nearness desc, n.vote_count desc, n.number desc limit ${Math.min(filter.limit, mostNear)})
    select b.thread_id, d.title, '' as piece, null as reply_id, null as reply_author
    from best b join thread_documents d on d.site_id = ${siteId} and d.thread_id = b.thread_id
    order by b.nearness desc, b.vote_count desc, b.number desc`.execute(db)
  return rows
}

/**
 * The first titles near to `plain`, of threads whose counters `c` are `listed`. What may not be read is left out
 * before any is counted: the function gives one title after another, each asked before the next is looked for, so
 * that a site of open boards costs no more than its limit. The 5,000 only bound the work.
 */
export function nearTitles(
  { siteId, plain, limit }: { siteId: string; plain: RawBuilder<unknown>; limit: number },
  listed: RawBuilder<unknown>,
  join = sql``,
) {
  return sql`select l.* from (select (f.near).* from (
        select near_titles(${siteId}, ${plain}, ${mostWalked}) as near offset 0) f) n
      cross join lateral (
        select n.thread_id, n.nearness, c.vote_count, c.number from thread_counters c ${join}
        where c.site_id = ${siteId} and c.thread_id = n.thread_id and ${listed} offset 0) l
      limit ${limit}`
}
