import { createRoute, z } from '@hono/zod-openapi'
import { staff } from '../guards.ts'
import { Cursor, Limit } from '../input.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { answers, guarded, routes } from '../route.ts'
import { AuditPageJson, auditEntryJson } from './json.ts'
import { auditEntries } from './queries.ts'

const AuditQuery = z.strictObject({
  actor: z.uuid().optional(),
  action: z
    .string()
    .max(60)
    .regex(/^[a-z_]+\.[a-z_]+$/, 'must be an action such as threads.merge')
    .optional(),
  cursor: Cursor,
  limit: Limit,
})

/** What staff did. */
export const auditLog = routes().openapi(
  createRoute({
    method: 'get',
    path: '/audit',
    tags: ['audit'],
    summary: 'What the team did, the latest first',
    ...guarded(staff),
    request: { query: AuditQuery },
    responses: answers(AuditPageJson),
  }),
  async (c) => {
    const { world, site } = c.var
    const { actor, action, cursor, limit = pageSize } = c.req.valid('query')
    const [before] = readCursor<[string]>(cursor, 'audit', ['id']) ?? []
    const rows = await auditEntries(world.db, site.id, { actor, action, before, limit })
    const { rows: shown, next } = page(rows, limit, (row) => makeCursor('audit', [row.id]))
    return c.json({ items: shown.map(auditEntryJson), next }, 200)
  },
)
