import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import {
  asking,
  documentOf,
  holdNone,
  matchesAny,
  noteMatchesAny,
  ownQuery,
  replyMatchesAny,
} from '../threads/search_asked.ts'
import { headline, piece } from '../threads/search_pieces.ts'
import type { Terms } from '../threads/search_terms.ts'

/** How many of one kind that match are ranked; beyond that, more words are wanted. */
const mostRanked = 200

const wordsOfPiece = 18

export interface Asked {
  siteId: string
  boardIds: string[]
  terms: Terms
  limit: number
}

export interface FoundThread {
  number: number
  title: string
  piece: string
  hidden: boolean
  merged_into: number | null
}

/** Threads that hold the words, hidden and merged ones too, those of other boards left out before the limit. What its author took away has no document. */
export async function threadsOfTeam(
  db: Db,
  { siteId, boardIds, terms, limit }: Asked,
): Promise<FoundThread[]> {
  const { rows } = await sql<FoundThread>`
    with ${asking(terms)},
    best as materialized (
      select r.* from (select f.thread_id, f.number, f.opening_id, f.merged_into,
        ts_rank(f.document, ${ownQuery('f.language', 'asked.')}) as rank
      from asked cross join lateral (
        select d.*, t.number, t.opening_id, t.merged_into from (
          select d.thread_id, d.document, d.language from thread_documents d
          where d.site_id = ${siteId} and (${matchesAny})
            and d.document @@ ${ownQuery('d.language', 'asked.')} offset 0) d
        join threads t on t.site_id = ${siteId} and t.id = d.thread_id and t.board_id = any(${boardIds}::uuid[])
        limit ${mostRanked}) f
      order by rank desc, f.number desc offset 0) r
      ${holdNone(siteId, terms, 'r', true)} order by r.rank desc, r.number desc limit ${limit})
    select b.number, ${headline('d.title')} as title,
      ${piece('d.body', wordsOfPiece)} as piece, m.number as merged_into,
      exists (select from rulings r where r.site_id = d.site_id and r.post_id = b.opening_id and r.lifted_at is null) as hidden
    from best b cross join asked join thread_documents d on d.site_id = ${siteId} and d.thread_id = b.thread_id
    left join threads m on m.site_id = ${siteId} and m.id = b.merged_into
    order by b.rank desc, b.number desc`.execute(db)
  return rows
}

/**
 * The thread of a number, hidden and merged ones too, under the same bounds as those found by words; also one whose
 * author took its words away, while it is listed for the replies of others.
 */
export async function threadOfNumber(
  db: Db,
  siteId: string,
  boardIds: string[],
  number: number,
): Promise<FoundThread[]> {
  const { rows } = await sql<FoundThread>`
    select t.number, t.title, m.number as merged_into,
      case when length(d.body) > 160 then regexp_replace(left(d.body, 160), '\\s+\\S*$', '') || '…' else coalesce(d.body, '') end as piece,
      exists (select from rulings r where r.site_id = t.site_id and r.post_id = t.opening_id and r.lifted_at is null) as hidden
    from threads t join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
    left join thread_documents d on d.site_id = t.site_id and d.thread_id = t.id
    left join threads m on m.site_id = t.site_id and m.id = t.merged_into
    where t.site_id = ${siteId} and t.number = ${number} and t.board_id = any(${boardIds}::uuid[])
      and (d.thread_id is not null or c.listed)`.execute(db)
  return rows
}

export interface FoundPost {
  id: string
  number: number
  thread_title: string
  author: string | null
  piece: string
  created_at: Date
  hidden: boolean
}

const replyDocument = documentOf('p.html')

/** Replies that hold the words, hidden ones too; none that its author deleted, since nobody reads on in those. */
export async function repliesOfTeam(db: Db, { siteId, boardIds, terms, limit }: Asked): Promise<FoundPost[]> {
  const { rows } = await sql<FoundPost>`
    with ${asking(terms)},
    matched as materialized (
      select p.id, p.html, p.author_id, p.created_at, d.id as thread_id, d.number, d.title, d.language,
        ts_rank(${replyDocument}, ${ownQuery('d.language', 'asked.')}) as rank
      from asked cross join lateral (
        select p.* from posts p where p.site_id = ${siteId} and p.kind = 'reply' and p.deleted_at is null
          and (${replyMatchesAny}) offset 0) p
      join threads d on d.site_id = ${siteId} and d.id = p.thread_id and d.board_id = any(${boardIds}::uuid[])
        and ${replyDocument} @@ ${ownQuery('d.language', 'asked.')}
      limit ${mostRanked}),
    best as materialized (select r.* from (select * from matched order by rank desc, created_at desc, id offset 0) r
      ${holdNone(siteId, terms, 'r', true)} order by r.rank desc, r.created_at desc, r.id limit ${limit})
    select d.id, d.number, d.title as thread_title, m.name as author, d.created_at,
      ${piece('plain_words(d.html)', wordsOfPiece)} as piece,
      exists (select from rulings r where r.site_id = ${siteId} and r.post_id = d.id and r.lifted_at is null) as hidden
    from best d cross join asked
    left join members m on m.site_id = ${siteId} and m.id = d.author_id and m.erased_at is null
    order by d.rank desc, d.created_at desc, d.id`.execute(db)
  return rows
}

const noteDocument = documentOf('n.html')

/** Notes that hold the words in any language, which is the first that does; of a merged thread, where they are read. */
export async function notesOfTeam(
  db: Db,
  { siteId, boardIds, terms, limit }: Asked,
): Promise<Omit<FoundPost, 'hidden'>[]> {
  const { rows } = await sql<FoundPost>`
    with ${asking(terms)},
    matched as materialized (
      select n.id, n.html, n.author_id, n.created_at, coalesce(i.id, t.id) as thread_id,
        coalesce(i.number, t.number) as number, coalesce(i.title, t.title) as title, d.language,
        ts_rank(${noteDocument}, ${ownQuery('d.language', 'asked.')}) as rank
      from asked cross join lateral (
        select n.* from notes n where n.site_id = ${siteId} and (${noteMatchesAny}) offset 0) n
      cross join lateral (
        select d.language from (values (1, 'en'), (2, 'fr'), (3, 'de')) as d(place, language)
        where ${noteDocument} @@ ${ownQuery('d.language', 'asked.')} order by d.place limit 1) d
      join threads t on t.site_id = ${siteId} and t.id = n.thread_id
      left join threads i on i.site_id = ${siteId} and i.id = t.merged_into
      where coalesce(i.board_id, t.board_id) = any(${boardIds}::uuid[])
      limit ${mostRanked}),
    best as materialized (select r.* from (select * from matched order by rank desc, created_at desc, id offset 0) r
      ${holdNone(siteId, terms, 'r', true)} order by r.rank desc, r.created_at desc, r.id limit ${limit})
    select d.id, d.number, d.title as thread_title, m.name as author, d.created_at,
      ${piece('plain_words(d.html)', wordsOfPiece)} as piece
    from best d cross join asked
    left join members m on m.site_id = ${siteId} and m.id = d.author_id and m.erased_at is null
    order by d.rank desc, d.created_at desc, d.id`.execute(db)
  return rows
}
