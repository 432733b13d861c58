import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import type { Viewer, World } from '../context.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import { type ThreadRowJson, threadRowJson } from './json.ts'
import { threadsByIds } from './list_queries.ts'
import { nearTitles } from './near_titles.ts'
import { configs, matchesAny } from './search_asked.ts'
import { wantedQuery } from './search_terms.ts'
import { withoutUnseen } from './typed.ts'

const most = 5
const mostRanked = 100
const mostOf = { words: 12, any: 3 }

/**
 * Up to five threads whose titles are like the one being typed, the likest first, common words marked. The same title
 * and those with all its words come first; only where they are few are those with any of its three longest words looked for, and
 * near titles only where there is neither, so that the work stays small whatever the site holds.
 */
export async function similarThreads(
  world: World,
  site: Site,
  viewer: Viewer,
  title: string,
  boardSlug: string | undefined,
): Promise<(ThreadRowJson & { titleHtml: string })[]> {
  const plain = withoutUnseen(title).trim()
  const boards = boardsFor(site, viewer).filter((board) => !boardSlug || board.slug === boardSlug)
  const words = wordsOf(plain)
  if (!boards.length || !words.length) return []
  const boardIds = boards.map((board) => board.id)
  const rows = await alikeRows(world.db, site.id, boardIds, plain, words)
  const found = await threadsByIds(
    world.db,
    site.id,
    rows.map((row) => row.thread_id),
  )
  const byId = new Map(found.map((row) => [row.id, row]))
  return rows
    .map((row) => byId.get(row.thread_id))
    .filter((row) => row !== undefined)
    .map((row) => ({ ...threadRowJson(world.config, site, row), titleHtml: marked(row.title, words) }))
}

export async function alikeRows(
  db: Db,
  siteId: string,
  boardIds: string[],
  plain: string,
  words: string[],
): Promise<{ thread_id: string; title: string }[]> {
  // One word may still be growing. Of several the others tell enough, and a beginning reads many lists.
  const growing = words.length === 1 && isLong(words[0]!) ? words[0] : undefined
  const mayBeNear = words.some(isLong)
  const all = inEachLanguage(growing ? [] : words, growing)
  const any = growing ? all : longest(words).flatMap((word) => inEachLanguage([word]))
  const listed = sql`c.listed and c.board_id = any(${boardIds}::uuid[])`
  // A language apart is an index scan that ends with its rarest word; all in one query would read every word's list.
  const like = (queries: RawBuilder<unknown>, limit: RawBuilder<unknown>) => sql`
      select d.thread_id, d.title, d.document from asked cross join lateral (
        select d.thread_id, d.title, d.document from thread_documents d
        where d.site_id = ${siteId} and (${queries}) offset 0) d
      join thread_counters c on c.site_id = ${siteId} and c.thread_id = d.thread_id
      where ${listed} ${limit}`
  const { rows } = await sql<{ thread_id: string; title: string }>`
    with asked as materialized (
      select f_unaccent(lower(${plain})) as plain, ${all[0]} as en, ${all[1]} as fr, ${all[2]} as de, ${sql.join(any, sql` || `)} as some_of),
    by_same as materialized (
      select d.thread_id, d.title, d.document from asked join thread_documents d
        on d.site_id = ${siteId} and f_unaccent(lower(d.title)) = asked.plain
      join thread_counters c on c.site_id = ${siteId} and c.thread_id = d.thread_id
      where ${listed} limit ${most}),
    by_all as materialized (${like(matchesAny, sql`limit ${mostRanked}`)}),
    by_any as materialized (${like(sql`d.document @@ asked.some_of`, sql`and (select count(*) from by_all) < ${most} limit ${mostRanked}`)}),
    by_title as materialized (
      select d.thread_id, d.title, d.document
      from (select from asked where ${mayBeNear} and not exists (select from by_all) and not exists (select from by_any)) nothing
      cross join asked cross join lateral (${nearTitles({ siteId, plain: sql`asked.plain`, limit: mostRanked }, listed)}) n
      join thread_documents d on d.site_id = ${siteId} and d.thread_id = n.thread_id)
    select f.thread_id, f.title from (select * from by_same union select * from by_all union select * from by_any union select * from by_title) f
    cross join asked join thread_counters c on c.site_id = ${siteId} and c.thread_id = f.thread_id
    cross join lateral (select similarity(f_unaccent(lower(f.title)), asked.plain) as alike, ts_rank(f.document, asked.some_of) as rank) k
    where ${listed} and (k.alike > 0.15 or k.rank > 0.2)
    order by f_unaccent(lower(f.title)) = asked.plain desc, k.alike + k.rank desc, c.vote_count desc, c.number desc
    limit ${most}`.execute(db)
  return rows
}

/** All the words, in each of our languages; the last may still be growing. */
function inEachLanguage(words: string[], growing?: string): RawBuilder<unknown>[] {
  const terms = { words, phrases: [], without: [], growing }
  return Object.values(configs).map((config) => wantedQuery(config, terms))
}

/** Long words are the rarer ones, and say more. */
const longest = (words: string[]) => words.toSorted((a, b) => b.length - a.length).slice(0, mostOf.any)

/** Two letters begin too many words, and are near to anything; not so where each is a word or half of one. */
const isLong = (word: string): boolean =>
  word.length > 2 || /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]/u.test(word)

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]{1,39}/gu) ?? [])].slice(
    0,
    mostOf.words,
  )
}

// Escaped first, so that a title can say <mark> without being one.
function marked(title: string, words: string[]): string {
  return title
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .map((part) =>
      words.some((word) => sameStem(part.toLowerCase(), word)) ? `<mark>${part}</mark>` : escapeHtml(part),
    )
    .join('')
}

function sameStem(a: string, b: string): boolean {
  const shared = Math.max(4, Math.min(a.length, b.length) - 2)
  return a === b || (a.length >= 4 && b.length >= 4 && a.slice(0, shared) === b.slice(0, shared))
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
