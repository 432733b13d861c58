import { createRoute } from '@hono/zod-openapi'
import { anyone, signedIn, staff } from '../guards.ts'
import { share } from '../http/shared.ts'
import { countConcerned } from '../notifications/concerned.ts'
import { answers, guarded, routes } from '../route.ts'
import { threadsByNumbers } from '../threads/queries.ts'
import { PromotionQuery } from './input.ts'
import { PlanJson, PromotionJson, planJson, RoadmapJson, roadmapJson } from './json.ts'
import { planItems, promotionOf, roadmapCards } from './queries.ts'

const tags = ['roadmap']

/** What readers and staff see of the roadmap. */
export const roadmap = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/roadmap',
      tags,
      summary: 'The published items by stage',
      ...guarded(anyone),
      responses: answers(RoadmapJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const rows = await roadmapCards(world.db, site, viewer)
      return share(c, roadmapJson(site, rows))
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/roadmap/plan',
      tags,
      summary: 'All items, private ones too',
      ...guarded(staff),
      responses: answers(PlanJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const rows = await planItems(world.db, site)
      return c.json(planJson(world.config, site, rows), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/roadmap/promotion',
      tags,
      summary: 'Who stands behind some ideas, each counted once, and how many follow a published item',
      ...guarded(staff),
      request: { query: PromotionQuery },
      responses: answers(PromotionJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const threads = await threadsByNumbers(world.db, site.id, c.req.valid('query').threads)
      const ids = threads.filter((thread) => thread.kind === 'idea').map((thread) => thread.id)
      const [promotion, told] = await Promise.all([
        promotionOf(world.db, site.id, ids),
        countConcerned(world.db, site.id, ids, signedIn(viewer).id),
      ])
      return c.json({ ...promotion, told }, 200)
    },
  )
