import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { operator } from '../guards.ts'
import { requestBody } from '../http/request_body.ts'
import { answers, guarded, nothing, routes } from '../route.ts'
import { UpkeepJson } from './json.ts'
import { upkeepWorks } from './kinds.ts'
import { readUpkeep } from './upkeep.ts'

const tags = ['operator']

/** What the installation does by itself, outside of any community. */
export function upkeep() {
  const app = routes()
  app.use('/api/v1/upkeep/*', requestBody)
  return app
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/v1/upkeep',
        tags,
        summary: 'What this installation does by itself, and whether it could',
        ...guarded(operator),
        responses: answers(UpkeepJson),
      }),
      async (c) => c.json(await readUpkeep(c.var.world.db), 200),
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/v1/upkeep/{work}/attempts',
        tags,
        summary: 'Have it done now',
        ...guarded(operator),
        request: { params: z.object({ work: z.enum(upkeepWorks) }) },
        responses: nothing,
      }),
      async (c) => {
        const { world } = c.var
        const { work } = c.req.valid('param')
        const found = await world.jobs.doNow(world.db, work)
        if (found === 'busy') throw new Problem('conflict', 'This is being done at this moment.')
        world.log.info({ queue: work }, 'an operator had it done')
        return c.body(null, 204)
      },
    )
}
