import { createRoute } from '@hono/zod-openapi'
import { activeMember, signedIn } from '../guards.ts'
import { answers, guarded, routes } from '../route.ts'
import { NumberParam } from '../threads/input.ts'
import { VoteJson } from '../threads/json.ts'

const vote = (method: 'put' | 'delete', summary: string) =>
  createRoute({
    method,
    path: '/threads/{number}/vote',
    tags: ['votes'],
    summary,
    ...guarded(activeMember, 'votes'),
    request: { params: NumberParam },
    responses: answers(VoteJson),
  })

// Finding the idea and the permission to vote are part of the batch's one statement: asking before would
// cost a statement per vote, and would have to be asked again under the lock.
export const votes = routes()
  .openapi(vote('put', 'Vote for an idea'), async (c) => {
    const { world, viewer } = c.var
    const { number } = c.req.valid('param')
    return c.json(await world.votes.cast(viewer, number, signedIn(viewer).id, true), 200)
  })
  .openapi(vote('delete', 'Take one’s vote back'), async (c) => {
    const { world, viewer } = c.var
    const { number } = c.req.valid('param')
    return c.json(await world.votes.cast(viewer, number, signedIn(viewer).id, false), 200)
  })
