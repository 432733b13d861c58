import { createRoute, z } from '@hono/zod-openapi'
import { admins, signedIn } from '../guards.ts'
import { Cursor, Limit } from '../input.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { answers, guarded, nothing, routes } from '../route.ts'
import { TriedJson } from '../words.ts'
import { listFailing } from './failing.ts'
import { FailingJobsJson, failingJobJson } from './json.ts'
import { retryJob, retryJobs } from './retry.ts'

const tags = ['mail']

/** Work of a site that failed, besides mails of news, for whoever runs it. */
export const failingJobs = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/failing-jobs',
      tags,
      summary: 'Other work that failed',
      ...guarded(admins),
      request: { query: z.strictObject({ cursor: Cursor, limit: Limit }) },
      responses: answers(FailingJobsJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'failing-jobs', ['moment', 'id'])
      const rows = await listFailing(world.db, site.id, after, limit)
      const { rows: shown, next } = page(rows, limit, (row) => makeCursor('failing-jobs', [row.at, row.id]))
      return c.json({ items: shown.map(failingJobJson), next }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/failing-jobs/{job}/attempts',
      tags,
      summary: 'Have failed work tried again now',
      ...guarded(admins),
      request: { params: z.object({ slug: z.string(), job: z.uuid() }) },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await retryJob(world, site, c.req.valid('param').job, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/failing-jobs/attempts',
      tags,
      summary: 'Have all failed work tried again now',
      ...guarded(admins),
      responses: answers(TriedJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      return c.json({ tried: await retryJobs(world, site, signedIn(viewer).id) }, 200)
    },
  )
