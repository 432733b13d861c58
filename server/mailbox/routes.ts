import { createRoute, z } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { staff } from '../guards.ts'
import { Cursor, Limit } from '../input.ts'
import { isId } from '../lib/ids.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { answers, guarded, routes } from '../route.ts'
import { MailJson } from './json.ts'
import { listMails } from './queries.ts'

// Mails hold sign-in codes: where the server is reached by others, this address does not exist.
const inDevelopment: MiddlewareHandler<Env> = async (c, next) => {
  if (!c.var.world.config.development) throw new Problem('not_found')
  await next()
}

export const mailbox = routes().openapi(
  createRoute({
    method: 'get',
    path: '/mailbox',
    tags: ['mailbox'],
    summary: 'Mails that were not sent, newest first; in development only',
    ...guarded(staff),
    middleware: [inDevelopment, staff],
    request: { query: z.strictObject({ cursor: Cursor, limit: Limit }) },
    responses: answers(
      z.object({ items: z.array(MailJson), next: z.string().nullable() }).openapi('MailPage'),
    ),
  }),
  async (c) => {
    const { world, site } = c.var
    const { cursor, limit = pageSize } = c.req.valid('query')
    const [before] = readCursor<[string]>(cursor, 'mailbox', ['string']) ?? []
    if (before !== undefined && !isId(before)) throw new Problem('broken_cursor')
    const rows = await listMails(world.db, site.id, before, limit)
    const { rows: shown, next } = page(rows, limit, (row) => makeCursor('mailbox', [row.id]))
    const items = shown.map(({ created_at, ...mail }) => ({ ...mail, createdAt: created_at.toISOString() }))
    return c.json({ items, next }, 200)
  },
)
