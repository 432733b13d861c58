import type { Viewer, World } from '../context.ts'
import { Problem } from '../errors.ts'
import { type KeyPart, makeCursor, page, pageSize, readCursor } from '../paging.ts'
import type { Site } from '../sites/queries.ts'
import { boardsFor } from '../sites/words.ts'
import type { Sort } from '../words.ts'
import type { ListQuery } from './input.ts'
import { listedThreadJson, type ThreadPageJson } from './json.ts'
import { listThreads, type ThreadFilter } from './list_queries.ts'
import { searchPage } from './search.ts'

/** A page of the threads that a viewer may read: by a sort, or by words. */
export async function readPage(
  world: World,
  site: Site,
  viewer: Viewer,
  query: ListQuery,
): Promise<ThreadPageJson> {
  const filter = filterOf(site, viewer, query)
  const words = query.q?.trim()
  if (words) return searchPage(world, site, filter, words, query.cursor)
  const { sort } = filter
  const after = readCursor<[KeyPart, number]>(query.cursor, sort, [keyTypes[sort], 'whole'])
  const rows = await listThreads(world.db, site.id, { ...filter, after })
  const { rows: shown, next } = page(rows, filter.limit, (row) => makeCursor(sort, [row.key, row.number]))
  return { items: shown.map((row) => listedThreadJson(world.config, site, row)), next }
}

const keyTypes = { top: 'whole', trending: 'number', new: 'whole', active: 'moment' } as const

function filterOf(site: Site, viewer: Viewer, query: ListQuery): ThreadFilter {
  const boards = boardsFor(site, viewer)
  const board = query.board === undefined ? undefined : boards.find((one) => one.slug === query.board)
  if (query.board !== undefined && !board) throw unknown('board')
  const status =
    query.status === undefined ? undefined : site.statuses.find((one) => one.slug === query.status)
  if (query.status !== undefined && !status) throw unknown('status')
  const tag = query.tag === undefined ? undefined : site.tags.find((one) => one.slug === query.tag)
  if (query.tag !== undefined && !tag) throw unknown('tag')
  const sort: Sort = query.sort ?? board?.default_sort ?? 'trending'
  return {
    boardIds: board ? [board.id] : boards.map((one) => one.id),
    readable: boards.map((one) => one.id),
    sort,
    kind: query.kind,
    statusId: status?.id,
    tagId: tag?.id,
    assigneeId: query.assignee,
    unanswered: query.unanswered === 'true',
    // By the audience that the answer is kept for, and by nothing else.
    forStaff: viewer.audience === 'staff',
    limit: query.limit ?? pageSize,
  }
}

function unknown(path: string): Problem {
  return new Problem('invalid_input', undefined, { errors: [{ path, message: `There is no such ${path}.` }] })
}
