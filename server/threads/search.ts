import type { World } from '../context.ts'
import { makeCursor, readCursor } from '../paging.ts'
import type { Site } from '../sites/queries.ts'
import { listedThreadJson, type MarkedJson, type ThreadPageJson } from './json.ts'
import { type ThreadFilter, threadsByIds } from './list_queries.ts'
import { nearWords, putRight } from './misspelt.ts'
import { nearThreads } from './near_titles.ts'
import { markFrom, markTo } from './search_pieces.ts'
import { candidates, type FoundRow, foundThreads, type Search } from './search_queries.ts'
import { asksForSomething, termsOf } from './search_terms.ts'

/**
 * A page of the threads that hold all the words, in each thread's own language, ranked by text, votes and age.
 * Where nothing does, those that hold the words they may have been meant for, or else those with near titles, and
 * `near` says so. At most 400 are ranked.
 */
export async function searchPage(
  world: World,
  site: Site,
  filter: ThreadFilter,
  typed: string,
  cursor: string | undefined,
): Promise<ThreadPageJson> {
  const [offset] = readCursor<[number]>(cursor, 'search', ['whole']) ?? [0]
  const from = Math.min(Math.max(0, Math.trunc(offset)), candidates)
  const terms = termsOf(typed)
  if (!filter.boardIds.length || !asksForSomething(terms)) return { items: [], next: null }
  const search = { siteId: site.id, filter, terms, now: world.clock.now(), from }
  const rows = await foundThreads(world.db, search)
  if (!rows.length && !from) return nearPage(world, site, search, typed)
  const next = rows.length > filter.limit ? makeCursor('search', [from + filter.limit]) : null
  return { items: await itemsOf(world, site, filter, rows.slice(0, filter.limit)), next }
}

/** What is left out is never answered by something near. */
async function nearPage(world: World, site: Site, search: Search, typed: string): Promise<ThreadPageJson> {
  const { terms, filter } = search
  const words = nearWords(terms)
  if (!words) return { items: [], next: null }
  const meant = await putRight(world.db, search, typed)
  const found = meant ? await foundThreads(world.db, { ...search, terms: termsOf(meant) }) : []
  const rows = found.length ? found.slice(0, filter.limit) : await nearThreads(world.db, search, words)
  if (!rows.length) return { items: [], next: null }
  return { items: await itemsOf(world, site, filter, rows), next: null, near: true }
}

async function itemsOf(world: World, site: Site, filter: ThreadFilter, rows: FoundRow[]) {
  const ids = rows.map((row) => row.thread_id)
  const found = await threadsByIds(world.db, site.id, ids, filter.forStaff)
  const byId = new Map(found.map((row) => [row.id, row]))
  return rows.flatMap(({ thread_id, title, piece, reply_id, reply_author }) => {
    const row = byId.get(thread_id)
    if (!row) return []
    const reply = reply_id ? { reply: { id: reply_id, author: reply_author } } : {}
    const shown = { title: markedJson(title), text: markedJson(piece), ...reply }
    return [{ ...listedThreadJson(world.config, site, row), found: shown }]
  })
}

/** Pieces of plain text, by turns as they stand and matched; the first may be empty. */
export function markedJson(text: string): MarkedJson {
  return text.split(new RegExp(`[${markFrom}${markTo}]`, 'u'))
}
