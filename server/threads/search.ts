import { sql } from 'kysely'
import type { World } from '../context.ts'
import { makeCursor, readCursor } from '../paging.ts'
import type { Site } from '../sites/queries.ts'
import { listedThreadJson, type ThreadPageJson } from './json.ts'
import { type ThreadFilter, threadsByIds } from './list_queries.ts'

const candidates = 400

interface Hit {
  thread_id: string
}

/**
 * Full-text search in each thread's language, accent-blind, with the last word as a prefix, and similar
 * titles where the words are misspelt. At most 400 candidates are ranked, by text, votes and age; the query
 * is never a named statement, because its generic plan is thousands of times slower.
 */
export async function searchPage(
  world: World,
  site: Site,
  filter: ThreadFilter,
  words: string,
  cursor: string | undefined,
): Promise<ThreadPageJson> {
  const [offset] = readCursor<[number]>(cursor, 'search', ['whole']) ?? [0]
  const from = Math.min(Math.max(0, Math.trunc(offset)), candidates)
  const { rows } = await hits(filter, site.id, words).execute(world.db)
  const shown = rows.slice(from, from + filter.limit)
  const found = await threadsByIds(
    world.db,
    site.id,
    shown.map((hit) => hit.thread_id),
    filter.forStaff,
  )
  const byId = new Map(found.map((row) => [row.id, row]))
  const items = shown.map((hit) => byId.get(hit.thread_id)).filter((row) => row !== undefined)
  const next = rows.length > from + filter.limit ? makeCursor('search', [from + filter.limit]) : null
  return { items: items.map((row) => listedThreadJson(world.config, site, row)), next }
}

function hits(filter: ThreadFilter, siteId: string, words: string) {
  const plain = words.slice(0, 200)
  const last = prefixOf(plain)
  const matches = (config: string) =>
    sql`(websearch_to_tsquery(${sql.lit(config)}, ${plain})${last ? sql` || to_tsquery(${sql.lit(config)}, ${last})` : sql``})`
  return sql<Hit>`
    with asked as materialized (
      select ${matches('parvis_en')} as en, ${matches('parvis_fr')} as fr, ${matches('parvis_de')} as de),
    by_words as materialized (
      select d.thread_id, d.document, d.language from thread_documents d, asked
      where d.site_id = ${siteId} and d.document @@ (asked.en || asked.fr || asked.de) limit ${candidates}),
    by_title as materialized (
      select d.thread_id from thread_documents d
      where d.site_id = ${siteId} and f_unaccent(lower(d.title)) % f_unaccent(lower(${plain})) limit 50),
    found as (
      select w.thread_id, ts_rank(w.document, case w.language when 'fr' then asked.fr when 'de' then asked.de else asked.en end) as rank
      from by_words w, asked
      union all select thread_id, 0.05 from by_title),
    best as (select thread_id, max(rank) as rank from found group by thread_id)
    select b.thread_id from best b
    join thread_counters c on c.site_id = ${siteId} and c.thread_id = b.thread_id and c.listed
    ${filter.statusId || filter.unanswered ? sql`join threads t on t.site_id = c.site_id and t.id = c.thread_id` : sql``}
    where c.board_id = any(${filter.boardIds}::uuid[])
    ${narrowed(filter)}
    order by b.rank * (1 + ln(1 + c.vote_count) / 5) desc, c.number desc
    limit ${candidates}`
}

function narrowed({ kind, statusId, tagId, assigneeId, unanswered }: ThreadFilter) {
  const assigned = sql`exists (select from assignments s where s.site_id = c.site_id and s.thread_id = c.thread_id`
  const conditions = [
    kind && sql`and c.kind = ${kind}`,
    statusId && sql`and t.status_id = ${statusId}`,
    tagId &&
      sql`and exists (select from thread_tags g where g.site_id = c.site_id and g.thread_id = c.thread_id and g.tag_id = ${tagId})`,
    unanswered && sql`and t.first_official_response_at is null`,
    assigneeId &&
      (assigneeId === 'none'
        ? sql`and not ${assigned})`
        : sql`and ${assigned} and s.member_id = ${assigneeId})`),
  ]
  return sql.join(
    conditions.filter((one) => !!one),
    sql` `,
  )
}

/** The last word as it is being typed, as a prefix for to_tsquery; nothing where it could be an operator. */
function prefixOf(words: string): string | undefined {
  const last = /[\p{L}\p{N}]{2,40}$/u.exec(words)?.[0]
  return last && !/["-]/.test(words) ? `${last.toLowerCase()}:*` : undefined
}
