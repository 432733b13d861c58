import { createRoute } from '@hono/zod-openapi'
import { staff } from '../guards.ts'
import { answers, guarded, routes } from '../route.ts'
import { SearchQuery } from './input.ts'
import { StaffSearchJson } from './json.ts'
import { searchForTeam } from './search.ts'

/** The team's search over all that it may read; customers have that of threads. */
export const search = routes().openapi(
  createRoute({
    method: 'get',
    path: '/search',
    tags: ['search'],
    summary: 'Search threads, replies, notes and people, also what is hidden',
    ...guarded(staff, 'searches'),
    request: { query: SearchQuery },
    responses: answers(StaffSearchJson),
  }),
  async (c) => {
    const { world, site, viewer } = c.var
    return c.json(await searchForTeam(world, site, viewer, c.req.valid('query').q.trim()), 200)
  },
)
