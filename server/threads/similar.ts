import { sql } from 'kysely'
import type { Viewer, World } from '../context.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import { type ThreadRowJson, threadRowJson } from './json.ts'
import { threadsByIds } from './list_queries.ts'

const most = 5

/** Up to five threads whose titles are like the one being typed, the likest first, common words marked. */
export async function similarThreads(
  world: World,
  site: Site,
  viewer: Viewer,
  title: string,
  boardSlug: string | undefined,
): Promise<(ThreadRowJson & { titleHtml: string })[]> {
  const plain = title.trim()
  if (plain.length < 3) return []
  const boards = boardsFor(site, viewer).filter((board) => !boardSlug || board.slug === boardSlug)
  if (!boards.length) return []
  const words = wordsOf(plain)
  const anyWord = words.map((word) => `${word}:*`).join(' | ')
  const boardIds = boards.map((board) => board.id)
  const { rows } = await sql<{ thread_id: string }>`
    with asked as materialized (
      select f_unaccent(lower(${plain})) as plain, to_tsquery('parvis_en', ${anyWord}) || to_tsquery('parvis_fr', ${anyWord}) || to_tsquery('parvis_de', ${anyWord}) as words),
    by_words as materialized (
      select d.thread_id, d.title, d.document from thread_documents d, asked
      where d.site_id = ${site.id} and d.document @@ asked.words limit 300),
    by_title as materialized (
      select d.thread_id, d.title, d.document from thread_documents d
      where d.site_id = ${site.id} and f_unaccent(lower(d.title)) % f_unaccent(lower(${plain})) limit 50)
    select f.thread_id from (select * from by_words union select * from by_title) f, asked, thread_counters c
    where c.site_id = ${site.id} and c.thread_id = f.thread_id and c.listed and c.board_id = any(${boardIds}::uuid[])
      and (similarity(f_unaccent(lower(f.title)), asked.plain) > 0.15 or ts_rank(f.document, asked.words) > 0.2)
    order by similarity(f_unaccent(lower(f.title)), asked.plain) + ts_rank(f.document, asked.words) desc, c.vote_count desc
    limit ${most}`.execute(world.db)
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

function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]{3,40}/gu) ?? [])].slice(0, 12)
}

// Escaped first, so that a title can say <mark> without being one.
function marked(title: string, words: string[]): string {
  return title
    .split(/([\p{L}\p{N}]+)/u)
    .map((part) =>
      words.some((word) => sameStem(part.toLowerCase(), word)) ? `<mark>${part}</mark>` : escapeHtml(part),
    )
    .join('')
}

function sameStem(a: string, b: string): boolean {
  if (a.length < 3) return false
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
