import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { anyone } from '../guards.ts'
import { share } from '../http/shared.ts'
import { Cursor, Limit } from '../input.ts'
import { findPost } from '../replies/queries.ts'
import { answers, guarded, routes } from '../route.ts'
import { EditPageJson } from './json.ts'
import { canReadEdits } from './policy.ts'
import { readEdits } from './read.ts'

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
    const { cursor, limit } = c.req.valid('query')
    const post = await findPost(world.db, viewer, c.req.valid('param').id)
    if (!post || !canReadEdits(viewer, post)) throw new Problem('not_found')
    const edits = await readEdits(world, site, post.id, cursor, limit)
    // What only some of the team read is not kept among what all of them may.
    return post.hidden ? c.json(edits, 200) : share(c, edits)
  },
)
