import { createRoute, z } from '@hono/zod-openapi'
import { member, signedIn } from '../guards.ts'
import { Cursor, Limit } from '../input.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { NotificationPageJson, notificationJson } from './json.ts'
import { countUnread, listNotifications } from './queries.ts'
import { readNotifications } from './read.ts'

const tags = ['me']

/** All, those up to one, or some alone: one by its id, several by a list of theirs. */
const Read = z.union([
  z.strictObject({ upTo: z.uuid().optional() }),
  z.strictObject({ only: z.union([z.uuid(), z.array(z.uuid()).min(1).max(500)]) }),
])

/** What a member is told. */
export const notifications = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/notifications',
      tags,
      summary: 'What one was told, the latest first',
      ...guarded(member),
      request: { query: z.strictObject({ cursor: Cursor, limit: Limit }) },
      responses: answers(NotificationPageJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'notifications', ['moment', 'id'])
      const { id } = signedIn(viewer)
      const now = world.clock.now()
      const [rows, unread] = await Promise.all([
        listNotifications(world.db, viewer, id, now, after, limit),
        countUnread(world.db, viewer, id, now),
      ])
      const { rows: shown, next } = page(rows, limit, (row) => makeCursor('notifications', [row.at, row.id]))
      const items = shown.map((row) => notificationJson(world.config, site, row))
      return c.json({ items, next, unread }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/me/notifications/read',
      tags,
      summary: 'Say that one has read them, all, up to one, or some',
      ...guarded(member),
      request: body(Read),
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const which = c.req.valid('json')
      const asked = 'only' in which ? { only: [which.only].flat() } : which
      await readNotifications(world, site, signedIn(viewer).id, asked)
      return c.body(null, 204)
    },
  )
