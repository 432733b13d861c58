import { suspended, suspension } from '../suspended.ts'
import type { RouteCase } from './case.ts'

export const sanctions: RouteCase[] = [
  {
    route: 'GET members/{id}',
    as: 'staff',
    status: 200,
    statements: 6,
    ask: ({ anna }) => ({ path: `members/${anna.id}` }),
  },
  {
    route: 'PUT members/{id}/suspension',
    as: 'moderator',
    status: 201,
    statements: 13,
    async ask({ site }) {
      const { id } = await site.member()
      return { path: `members/${id}/suspension`, body: suspension }
    },
  },
  {
    route: 'DELETE members/{id}/suspension',
    as: 'moderator',
    status: 204,
    statements: 10,
    async ask({ site }) {
      const { id } = await suspended(site)
      return { path: `members/${id}/suspension` }
    },
  },
]
