import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { activeMember, signedIn } from '../guards.ts'
import { findPost } from '../replies/queries.ts'
import { answers, guarded, routes } from '../route.ts'
import { ReactedJson, ReactionNameJson } from './json.ts'
import { react } from './react.ts'
import type { ReactionName } from './signs.ts'

const reaction = (method: 'put' | 'delete', summary: string) =>
  createRoute({
    method,
    path: '/posts/{id}/reactions/{reaction}',
    tags: ['reactions'],
    summary,
    ...guarded(activeMember, 'votes'),
    request: { params: z.object({ slug: z.string(), id: z.uuid(), reaction: ReactionNameJson }) },
    responses: answers(ReactedJson),
  })

/** What people say of a post without words. */
export const reactions = routes()
  .openapi(reaction('put', 'React to a post'), async (c) => {
    const { id, reaction: name } = c.req.valid('param')
    return c.json(await answer(c, id, name, true), 200)
  })
  .openapi(reaction('delete', 'Take a reaction back'), async (c) => {
    const { id, reaction: name } = c.req.valid('param')
    return c.json(await answer(c, id, name, false), 200)
  })

async function answer(c: Context<Env>, id: string, name: ReactionName, want: boolean): Promise<ReactedJson> {
  const { world, site, viewer } = c.var
  const post = await findPost(world.db, viewer, id)
  if (!post || post.deleted_at) throw new Problem('not_found')
  return react(world, site, post, { memberId: signedIn(viewer).id, name, want })
}
