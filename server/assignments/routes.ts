import { createRoute } from '@hono/zod-openapi'
import { signedIn, staff } from '../guards.ts'
import { body, guarded, nothing, routes } from '../route.ts'
import { threadAsked } from '../threads/asked.ts'
import { NumberParam } from '../threads/input.ts'
import { assignThread, unassignThread } from './assign.ts'
import { Assignment } from './input.ts'

/** Who of the team has a thread. */
export const assignments = routes()
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/assignment',
      tags: ['threads'],
      summary: 'Assign a thread to someone of the team',
      ...guarded(staff),
      request: { params: NumberParam, ...body(Assignment) },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      await assignThread(world, site, thread, c.req.valid('json').member, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}/assignment',
      tags: ['threads'],
      summary: 'Take a thread off the one who has it',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      await unassignThread(world, site, thread, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
