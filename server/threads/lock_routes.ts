import { createRoute } from '@hono/zod-openapi'
import { signedIn, staff } from '../guards.ts'
import { answers, guarded, routes } from '../route.ts'
import { readAgain, threadAsked } from './asked.ts'
import { NumberParam } from './input.ts'
import { ThreadJson } from './json.ts'
import { lockThread } from './lock.ts'

/** Whether a thread takes replies. */
export const locks = routes()
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/lock',
      tags: ['threads'],
      summary: 'Let a thread take no more replies',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      await lockThread(world, site, thread, true, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}/lock',
      tags: ['threads'],
      summary: 'Let a thread take replies again',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      await lockThread(world, site, thread, false, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )
