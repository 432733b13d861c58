import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { awaitsTeam, type ThreadFilter } from './list_queries.ts'
import { asking, documentOf, holdNone, matchesAny, ownQuery, replyMatchesAny } from './search_asked.ts'
import { headline, piece } from './search_pieces.ts'
import type { Terms } from './search_terms.ts'

/** Rows that are ranked, and the farthest that pages go. */
export const candidates = 400
const mostOfReplies = 200
const mostRepliesWalked = 5000

/** A thread that was found, its title and a piece of its text with what matched between marks. */
export interface FoundRow {
  thread_id: string
  title: string
  piece: string
  /** The reply that holds the words where neither title nor text does, and who wrote it. */
  reply_id: string | null
  reply_author: string | null
}

export interface Search {
  siteId: string
  filter: ThreadFilter
  terms: Terms
  now: Date
  from: number
}

/**
 * The threads of a page that hold the words in their own language, and one more where there is one. What may not be
 * read is left out before anything is counted. Where they do not fill the page, threads follow of which one reply
 * holds all of the words, also those whose author took theirs away: such have no document. The first 400
 * matches are ranked; where there are more, so are those among the 400 that trend most, so that common words find what
 * is liked. Never a named statement: its generic plan is thousands of times slower.
 */
export async function foundThreads(db: Db, search: Search): Promise<FoundRow[]> {
  const { siteId, filter, terms, now, from } = search
  const listed = listedIn(filter)
  // Where a minus leaves some out, those that replies find fill the page again.
  const enough = terms.without.length ? candidates : from + filter.limit
  const age = sql`(extract(epoch from ${now}::timestamptz) - f.created_second) / 31557600.0`
  const { rows } = await sql<FoundRow>`
    with ${asking(terms)},
    by_words as materialized (
      select d.thread_id, d.document, d.language, c.number, c.vote_count, c.created_second
      from asked cross join lateral (
        select d.thread_id, d.document, d.language from thread_documents d
        where d.site_id = ${siteId} and (${matchesAny})
          and d.document @@ ${ownQuery('d.language', 'asked.')} offset 0) d
      join thread_counters c on c.site_id = ${siteId} and c.thread_id = d.thread_id
      ${threadJoin(filter)} where ${listed} limit ${candidates}),
    by_trend as materialized (
      select d.thread_id, d.document, d.language, w.number, w.vote_count, w.created_second
      from (select w.* from unnest(${filter.boardIds}::uuid[]) as b(id) cross join lateral (
          select c.* from thread_counters c ${threadJoin(filter)}
          where c.site_id = ${siteId} and c.board_id = b.id and ${listed}
          order by c.trend desc, c.number desc limit ${candidates}) w
        where (select count(*) from by_words) = ${candidates}
        order by w.trend desc limit ${candidates}) w
      cross join asked join thread_documents d on d.site_id = ${siteId} and d.thread_id = w.thread_id
        and d.document @@ ${ownQuery('d.language', 'asked.')}),
    by_reply as materialized (
      select distinct on (c.thread_id) c.thread_id, c.number, c.vote_count, c.created_second, c.id as reply_id, c.html,
        c.author_id, ${documentOf('c.html')} as document, d.language
      from asked cross join lateral (
        select p.*, c.number, c.vote_count, c.created_second from (
          select p.id, p.thread_id, p.html, p.author_id from posts p
          where (select count(*) from by_words) <= ${enough}
            and p.site_id = ${siteId} and p.kind = 'reply' and p.deleted_at is null and (${replyMatchesAny})
          limit ${mostRepliesWalked}) p
        join thread_counters c on c.site_id = ${siteId} and c.thread_id = p.thread_id
        ${threadJoin(filter)} where ${listed}
          and not exists (select from by_words w where w.thread_id = c.thread_id)
          and not exists (select from rulings r
            where r.site_id = ${siteId} and r.post_id = p.id and r.lifted_at is null)
        limit ${mostOfReplies}) c
      join threads d on d.site_id = ${siteId} and d.id = c.thread_id
        and ${documentOf('c.html')} @@ ${ownQuery('d.language', 'asked.')}
      order by c.thread_id, ts_rank(${documentOf('c.html')}, ${ownQuery('d.language', 'asked.')}) desc, c.id),
    best as materialized (
      select r.* from (
        select f.*, f.reply_id is not null as by_reply,
          ts_rank(f.document, ${ownQuery('f.language', 'asked.')}) * (1 + ln(1 + f.vote_count) / 5)
            / (1 + greatest(0, ${age}) / 4) as rank
        from (select thread_id, document, language, number, vote_count, created_second, null::uuid as reply_id,
            null::text as html, null::uuid as author_id from (select * from by_words union select * from by_trend) w
          union all select thread_id, document, language, number, vote_count, created_second, reply_id, html, author_id
          from by_reply) f cross join asked
        order by by_reply, rank desc, f.number desc offset 0) r
      ${holdNone(siteId, terms, 'r')}
      order by r.by_reply, r.rank desc, r.number desc
      limit ${Math.min(filter.limit + 1, candidates - from)} offset ${from})
    select b.thread_id, ${headline('d.title')} as title,
      ${piece('coalesce(plain_words(b.html), w.body)', 28)} as piece,
      b.reply_id, m.name as reply_author
    from best b cross join asked join threads d on d.site_id = ${siteId} and d.id = b.thread_id
    left join thread_documents w on w.site_id = ${siteId} and w.thread_id = b.thread_id
    left join members m on m.site_id = ${siteId} and m.id = b.author_id and m.erased_at is null
    order by b.by_reply, b.rank desc, b.number desc`.execute(db)
  return rows
}

/** What may be read and was asked for, of the counters `c` and, where it is joined, the thread `t`. */
export const listedIn = (filter: ThreadFilter) =>
  sql`c.listed and c.board_id = any(${filter.boardIds}::uuid[])${narrowed(filter)}`

export const threadJoin = ({ statusId, unanswered }: ThreadFilter) =>
  statusId || unanswered ? sql`join threads t on t.site_id = c.site_id and t.id = c.thread_id` : sql``

function narrowed({ kind, statusId, tagId, assigneeId, unanswered }: ThreadFilter) {
  const assigned = sql`exists (select from assignments s where s.site_id = c.site_id and s.thread_id = c.thread_id`
  const conditions = [
    kind && sql` and c.kind = ${kind}`,
    statusId && sql` and t.status_id = ${statusId}`,
    tagId &&
      sql` and exists (select from thread_tags g where g.site_id = c.site_id and g.thread_id = c.thread_id and g.tag_id = ${tagId})`,
    unanswered && sql` and ${sql.raw(awaitsTeam)}`,
    assigneeId &&
      (assigneeId === 'none'
        ? sql` and not ${assigned})`
        : sql` and ${assigned} and s.member_id = ${assigneeId})`),
  ]
  return sql.join(
    conditions.filter((one) => !!one),
    sql``,
  )
}
