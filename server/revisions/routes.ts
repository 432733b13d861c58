import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { anyone } from '../guards.ts'
import { share } from '../http/shared.ts'
import { Cursor, Limit } from '../input.ts'
import { makeCursor, page, readCursor } from '../paging.ts'
import { findPost } from '../replies/queries.ts'
import { answers, guarded, routes } from '../route.ts'
import { EditPageJson, editJson } from './json.ts'
import { canReadEdits } from './policy.ts'
import { editsOf } from './queries.ts'

// Each is compared anew, so a page is short.
const pageSize = 5
const mostAtOnce = 10

export const revisions = routes().openapi(
  createRoute({
    method: 'get',
    path: '/posts/{id}/revisions',
    tags: ['replies'],
    summary: 'How a post was edited, the latest first',
    ...guarded(anyone),
    request: {
      params: z.object({ slug: z.string(), id: z.uuid() }),
      query: z.strictObject({ cursor: Cursor, limit: Limit }),
    },
    responses: answers(EditPageJson),
  }),
  async (c) => {
    const { world, site, viewer } = c.var
    const { cursor, limit = pageSize } = c.req.valid('query')
    const post = await findPost(world.db, viewer, c.req.valid('param').id)
    if (!post || !canReadEdits(viewer, post)) throw new Problem('not_found')
    const [before] = readCursor<[number]>(cursor, 'edits', ['whole']) ?? []
    const most = Math.min(limit, mostAtOnce)
    const rows = await editsOf(world.db, site.id, post.id, before, most)
    const { rows: shown, next } = page(rows, most, (row) => makeCursor('edits', [row.revision]))
    const edits = { items: shown.map((row) => editJson(world.config, site, row)), next }
    // What only some of the team read is not kept among what all of them may.
    return post.hidden ? c.json(edits, 200) : share(c, edits)
  },
)
