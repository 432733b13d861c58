import { createRoute, z } from '@hono/zod-openapi'
import { admins, signedIn } from '../guards.ts'
import { Cursor, Limit } from '../input.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { answers, guarded, nothing, routes } from '../route.ts'
import { TriedJson } from '../words.ts'
import { OutboxJson, outboxMailJson } from './json.ts'
import { listOutbox } from './outbox_queries.ts'
import { retryMail, retryMails } from './retry.ts'

const tags = ['mail']

/** Mail of a site that is not sent, for whoever runs it. */
export const outbox = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/mails',
      tags,
      summary: 'Mails of news that failed, or wait',
      ...guarded(admins),
      request: {
        query: z.strictObject({
          state: z.enum(['failed', 'waiting']).optional(),
          cursor: Cursor,
          limit: Limit,
        }),
      },
      responses: answers(OutboxJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const { state = 'failed', cursor, limit = pageSize } = c.req.valid('query')
      const name = `mails-${state}`
      const after = readCursor<[string, string]>(cursor, name, ['moment', 'id'])
      const rows = await listOutbox(world.db, site.id, state, after, limit)
      const { rows: shown, next } = page(rows, limit, (row) => makeCursor(name, [row.at, row.id]))
      return c.json({ items: shown.map(outboxMailJson), next }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/mails/{mail}/attempts',
      tags,
      summary: 'Have a mail tried again now',
      ...guarded(admins),
      request: { params: z.object({ slug: z.string(), mail: z.uuid() }) },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await retryMail(world, site, c.req.valid('param').mail, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/mails/attempts',
      tags,
      summary: 'Have all mails tried again now that were tried in vain',
      ...guarded(admins),
      responses: answers(TriedJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      return c.json({ tried: await retryMails(world, site, signedIn(viewer).id) }, 200)
    },
  )
