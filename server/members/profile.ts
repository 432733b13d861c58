import type { Reader, World } from '../context.ts'
import { Problem } from '../errors.ts'
import { isId } from '../lib/ids.ts'
import { makeCursor, page } from '../paging.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import { type ThreadPageJson, threadRowJson } from '../threads/json.ts'
import { threadsByIds } from '../threads/list_queries.ts'
import { listMyVotes } from './me_queries.ts'
import { findProfile, type ProfileRow } from './profile_queries.ts'

/** Somebody who has a page, or the word that there is none. */
export async function requireProfile(world: World, site: Site, id: string): Promise<ProfileRow> {
  const row = isId(id) ? await findProfile(world.db, site.id, id) : undefined
  if (!row) throw new Problem('not_found')
  return row
}

/** The ideas that somebody voted for, of those that the reader may read, the latest vote first. */
export async function votesOf(
  world: World,
  site: Site,
  reader: Reader,
  id: string,
  list: string,
  after: [string, string] | undefined,
  limit: number,
): Promise<ThreadPageJson> {
  const boardIds = boardsFor(site, reader).map((board) => board.id)
  const rows = await listMyVotes(world.db, site.id, id, boardIds, after, limit)
  const { rows: shown, next } = page(rows, limit, (row) => makeCursor(list, [row.at, row.thread_id]))
  const ids = shown.map((row) => row.thread_id)
  const threads = new Map((await threadsByIds(world.db, site.id, ids)).map((row) => [row.id, row]))
  const items = ids.map((one) => threads.get(one)).filter((row) => row !== undefined)
  return { items: items.map((row) => threadRowJson(world.config, site, row)), next }
}
