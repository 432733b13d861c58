import { setImmediate as others } from 'node:timers/promises'
import type { World } from '../context.ts'
import { makeCursor, page, readCursor } from '../paging.ts'
import type { Site } from '../sites/queries.ts'
import { type EditJson, type EditPageJson, editJson } from './json.ts'
import { editsOf } from './queries.ts'

// Each is compared anew, so a page is short.
const pageSize = 5
const mostAtOnce = 10

/** A page of the edits of a post that may be read, the latest first. */
export async function readEdits(
  world: World,
  site: Site,
  postId: string,
  cursor: string | undefined,
  limit = pageSize,
): Promise<EditPageJson> {
  const [before] = readCursor<[number]>(cursor, 'edits', ['whole']) ?? []
  const most = Math.min(limit, mostAtOnce)
  const rows = await editsOf(world.db, site.id, postId, before, most)
  const { rows: shown, next } = page(rows, most, (row) => makeCursor('edits', [row.revision]))
  const items: EditJson[] = []
  for (const row of shown) {
    items.push(editJson(world.config, site, row))
    // Two long texts take a while to compare, and whoever else asks has a turn before the next two.
    await others()
  }
  return { items, next }
}
