import { createRoute } from '@hono/zod-openapi'
import { signedIn, staff } from '../guards.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { readAgain, threadAsked } from '../threads/asked.ts'
import { NumberParam } from '../threads/input.ts'
import { ThreadJson } from '../threads/json.ts'
import { ReplyChoice } from './input.ts'
import { chooseOfficial, dropOfficial } from './official.ts'

/** Which reply is the team's answer. */
export const officialReplies = routes()
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/official',
      tags: ['threads'],
      summary: 'Make a reply the official one',
      ...guarded(staff),
      request: { params: NumberParam, ...body(ReplyChoice) },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      await chooseOfficial(world, site, thread, c.req.valid('json').reply, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}/official',
      tags: ['threads'],
      summary: 'Let no reply be the official one',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      await dropOfficial(world, site, thread, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )
