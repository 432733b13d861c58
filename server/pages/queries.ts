import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import type { AuthorColumns } from '../members/json.ts'
import { authorColumns } from '../threads/queries.ts'

// What feeds and the sitemap read besides what the API reads. All of it names the boards that a visitor may read.

export interface OpeningRow {
  thread_id: string
  opening_id: string
  html: string
  edited_at: Date | null
}

const openings = `
select t.id as thread_id, t.opening_id, p.html, p.edited_at
from threads t join posts p on p.site_id = t.site_id and p.id = t.opening_id
where t.site_id = $1 and t.id = any($2::uuid[])`

/** The opening texts of threads that were listed. */
export async function openingsOf(
  db: Db,
  siteId: string,
  threadIds: string[],
): Promise<Map<string, OpeningRow>> {
  if (!threadIds.length) return new Map()
  const rows = await hot<OpeningRow>(db, openings, [siteId, threadIds])
  return new Map(rows.map((row) => [row.thread_id, row]))
}

export interface LatestRow extends AuthorColumns {
  id: string
  html: string
  created_at: Date
  edited_at: Date | null
}

const latest = `
select p.id, p.html, p.created_at, p.edited_at, ${authorColumns}
from posts p
left join members a on a.site_id = p.site_id and a.id = p.author_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
where p.site_id = $1 and p.thread_id = $2 and p.kind = 'reply' and p.deleted_at is null
  and not exists (select from rulings r where r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null)
order by p.created_at desc, p.id desc limit $3`

/** The latest replies of a thread that stand, of whatever level. */
export function latestReplies(db: Db, siteId: string, threadId: string, limit: number): Promise<LatestRow[]> {
  return hot<LatestRow>(db, latest, [siteId, threadId, limit])
}

// The sitemap's statements are planned anew each time, as search is: a plan made while the site was small, and kept,
// would read every thread for each.

/**
 * The pages of the sitemap that have a thread in them: page n holds the numbers above (n - 1) × size, up to n × size.
 * Each is asked of the boards' own indexes, so that the work is bounded by boards × pages.
 */
export async function pagesOfSitemap(
  db: Db,
  siteId: string,
  boardIds: string[],
  size: number,
): Promise<number[]> {
  const { rows } = await sql<{ page: number }>`
    with most as (
      select coalesce(max(w.number), 0) as number from unnest(${boardIds}::uuid[]) as b(id) cross join lateral (
        select c.number from thread_counters c where c.site_id = ${siteId} and c.board_id = b.id and c.listed
        order by c.number desc limit 1) w)
    select page from most cross join lateral generate_series(1, (most.number + ${size}::int - 1) / ${size}::int) page
    where exists (
      select from unnest(${boardIds}::uuid[]) as b(id) cross join lateral (
        select from thread_counters c where c.site_id = ${siteId} and c.board_id = b.id and c.listed
          and c.number > (page - 1) * ${size}::int and c.number <= page * ${size}::int limit 1) w)
    order by page limit 50000`.execute(db)
  return rows.map((row) => row.page)
}

export interface PlaceRow {
  number: number
  title: string
  changed_at: Date
}

/** The threads whose numbers lie above one and up to another. One whose author took its words away is for no search engine. */
export async function placesBetween(
  db: Db,
  siteId: string,
  boardIds: string[],
  above: number,
  upTo: number,
): Promise<PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select c.number, t.title, greatest(c.active_at, p.edited_at) as changed_at
    from (
      select w.* from unnest(${boardIds}::uuid[]) as b(id) cross join lateral (
        select c.thread_id, c.number, c.active_at from thread_counters c
        where c.site_id = ${siteId} and c.board_id = b.id and c.listed
          and c.number > ${above}::int and c.number <= ${upTo}::int) w) c
    join threads t on t.site_id = ${siteId} and t.id = c.thread_id
    join posts p on p.site_id = ${siteId} and p.id = t.opening_id and p.deleted_at is null
    order by c.number`.execute(db)
  return rows
}
