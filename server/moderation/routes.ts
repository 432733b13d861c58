import { createRoute, z } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { activeMember, member, moderators, signedIn } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { ownImages } from '../images/address.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { permit } from '../permit.ts'
import { findPost } from '../replies/queries.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { dismissReports, takeDismissalBack } from './dismiss.ts'
import { IdParam, NewReport, NewRuling, PageQuery } from './input.ts'
import {
  DismissedJson,
  PostOnFileJson,
  postOnFileJson,
  ReportedPageJson,
  RulingMadeJson,
  RulingPageJson,
  reportedPostJson,
  rulingJson,
} from './json.ts'
import { liftRuling } from './lift.ts'
import { canReport } from './policy.ts'
import {
  findRuling,
  openReportsOn,
  postOnFile,
  reportedPosts,
  reportedTotal,
  rulingOn,
  rulingsTold,
} from './queries.ts'
import { reportPost } from './reports.ts'
import { rule } from './rulings.ts'

const tags = ['moderation']

export const moderation = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/posts/{id}/reports',
      tags,
      summary: 'Report a post to the moderators, once for each of its revisions',
      ...guarded(activeMember, 'changes', 'reports'),
      request: { params: IdParam, ...body(NewReport) },
      responses: answers(z.object({ id: z.uuid() }).openapi('ReportMade'), 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const { reason, note = '' } = c.req.valid('json')
        const post = await findPost(world.db, viewer, c.req.valid('param').id)
        if (!post || post.deleted_at) throw new Problem('not_found')
        permit(canReport(viewer, post))
        const id = await reportPost(world, site, post, { reason, note, memberId: signedIn(viewer).id })
        return c.json({ id }, 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/reports',
      tags,
      summary: 'Posts with open reports, the newest report first',
      ...guarded(moderators),
      request: { query: PageQuery },
      responses: answers(ReportedPageJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'reports', ['moment', 'id'])
      const [rows, total] = await Promise.all([
        reportedPosts(world.db, site.id, after, limit),
        reportedTotal(world.db, site.id),
      ])
      const { rows: shown, next } = page(rows, limit, (row) => makeCursor('reports', [row.at, row.report_id]))
      const reports = await openReportsOn(
        world.db,
        site.id,
        shown.map((row) => row.id),
      )
      const items = shown.map((row) =>
        reportedPostJson(world.config, site, row, reports, ownImages(world, site)),
      )
      return c.json({ items, next, total }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/posts/{id}',
      tags,
      summary: 'A post as it stands, with its open reports and the ruling that hides it',
      ...guarded(moderators),
      request: { params: IdParam },
      responses: answers(PostOnFileJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const row = await postOnFile(world.db, site.id, c.req.valid('param').id)
      if (!row) throw new Problem('not_found')
      const [reports, ruling] = await Promise.all([
        openReportsOn(world.db, site.id, [row.id]),
        row.hidden ? rulingOn(world.db, site.id, row.id) : undefined,
      ])
      return c.json(postOnFileJson(world.config, site, row, reports, ruling, ownImages(world, site)), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/posts/{id}/dismissal',
      tags,
      summary: 'Close the open reports on a post: it stays as it is',
      ...guarded(moderators),
      request: { params: IdParam },
      responses: answers(DismissedJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const post = await findPost(world.db, viewer, c.req.valid('param').id)
      if (!post || post.deleted_at) throw new Problem('not_found')
      const until = await dismissReports(world, site, post, signedIn(viewer).id)
      const undo = until ? { path: `posts/${post.id}/dismissal`, until: until.toISOString() } : null
      return c.json({ undo }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/posts/{id}/dismissal',
      tags,
      summary: 'Take the last dismissal back: its reports are open again',
      ...guarded(moderators),
      request: { params: IdParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const post = await findPost(world.db, viewer, c.req.valid('param').id)
      if (!post || post.deleted_at) throw new Problem('not_found')
      await takeDismissalBack(world, site, post, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/posts/{id}/rulings',
      tags,
      summary: 'Hide a post by a ruling on the revision that was judged',
      ...guarded(moderators),
      request: { params: IdParam, ...body(NewRuling) },
      responses: answers(RulingMadeJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const post = await findPost(world.db, viewer, c.req.valid('param').id)
        if (!post || post.deleted_at) throw new Problem('not_found')
        const made = await rule(world, site, post, { ...c.req.valid('json'), by: signedIn(viewer).id })
        const ruling = await findRuling(world.db, site.id, made.id)
        const undo = { path: `rulings/${made.id}`, until: made.tellAt.toISOString() }
        return c.json({ ruling: rulingJson(ruling!), undo }, 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/rulings/{id}',
      tags,
      summary: 'Lift a ruling: the post stands again',
      ...guarded(moderators),
      request: { params: IdParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const ruling = await findRuling(world.db, site.id, c.req.valid('param').id)
      if (!ruling) throw new Problem('not_found')
      await liftRuling(world, site, ruling, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/rulings',
      tags: ['me'],
      summary: 'What was decided about one’s own posts, by which rule, and why',
      ...guarded(member),
      request: { query: PageQuery },
      responses: answers(RulingPageJson),
    }),
    async (c) => {
      const { world, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const [before] = readCursor<[number]>(cursor, 'rulings', ['whole']) ?? []
      const { id } = signedIn(viewer)
      const rows = await rulingsTold(world.db, viewer, id, world.clock.now(), before, limit)
      const { rows: shown, next } = page(rows, limit, (row) => makeCursor('rulings', [row.number]))
      return c.json({ items: shown.map(rulingJson), next }, 200)
    },
  )
