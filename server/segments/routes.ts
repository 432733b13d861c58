import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { putOrder } from '../boards/order.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn, staff } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { revisionFrom } from '../input.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { type Segment, type Site, siteWithWords } from '../sites/queries.ts'
import { NewSegment, RuleToTry, SegmentEdit, SegmentOrder, SegmentParam } from './input.ts'
import {
  FactsJson,
  factsJson,
  MatchesJson,
  matchesJson,
  SegmentJson,
  type SegmentRule,
  segmentJson,
} from './json.ts'
import { knownFacts, whoBelongs } from './queries.ts'
import { deleteSegment, editSegment, makeSegment } from './segment.ts'

const tags = ['segments']
const SegmentListJson = z.object({ items: z.array(SegmentJson) })

/** Rules over members, for boards that only some of them may read. Who is in which is the team's to know. */
export const segments = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/segments',
      tags,
      summary: 'Segments, in their order',
      ...guarded(staff),
      responses: answers(SegmentListJson),
    }),
    (c) => c.json(listJson(c.var.site), 200),
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/segments',
      tags,
      summary: 'Make a segment',
      ...guarded(admins),
      request: body(NewSegment),
      responses: answers(SegmentJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const slug = await makeSegment(world, site.id, c.req.valid('json'), signedIn(viewer).id)
        return c.json(await presentSegment(c, slug), 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/segments/order',
      tags,
      summary: 'Put all segments into an order',
      ...guarded(admins),
      request: body(SegmentOrder),
      responses: answers(SegmentListJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await putOrder(world, site.id, 'segments', c.req.valid('json').items, signedIn(viewer).id)
      return c.json(listJson(await readAgain(c)), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/segments/{segment}',
      tags,
      summary: 'Change a segment, from the revision in If-Match',
      ...guarded(admins),
      request: { params: SegmentParam, ...body(SegmentEdit) },
      responses: answers(SegmentJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const segment = findSegment(site, c.req.valid('param').segment)
      await editSegment(world, site.id, segment, c.req.valid('json'), revisionFrom(c), signedIn(viewer).id)
      return c.json(await presentSegment(c, segment.slug), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/segments/{segment}',
      tags,
      summary: 'Delete a segment that no board is kept for',
      ...guarded(admins),
      request: { params: SegmentParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await deleteSegment(
        world,
        site.id,
        findSegment(site, c.req.valid('param').segment),
        signedIn(viewer).id,
      )
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/segments/{segment}/members',
      tags,
      summary: 'How many members belong to a segment now, and the latest few',
      ...guarded(staff, 'searches'),
      request: { params: SegmentParam },
      responses: answers(MatchesJson),
    }),
    async (c) => {
      const { rule } = findSegment(c.var.site, c.req.valid('param').segment)
      return c.json(await presentMatches(c, rule), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/segments/preview',
      tags,
      summary: 'How many members would belong by a rule that is being written, and the latest few',
      ...guarded(admins, 'searches'),
      request: body(RuleToTry),
      responses: answers(MatchesJson),
    }),
    async (c) => c.json(await presentMatches(c, c.req.valid('json').rule), 200),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/segments/facts',
      tags,
      summary: 'Plans, companies and attributes that are known, for whoever writes a rule',
      ...guarded(staff, 'searches'),
      responses: answers(FactsJson),
    }),
    async (c) => c.json(factsJson(await knownFacts(c.var.world.db, c.var.site.id)), 200),
  )

const listJson = (site: Site) => ({ items: site.segments.map((segment) => segmentJson(site, segment)) })

function findSegment(site: Site, slug: string): Segment {
  const segment = site.segments.find((one) => one.slug === slug)
  if (!segment) throw new Problem('not_found')
  return segment
}

async function presentMatches(c: Context<Env>, rule: SegmentRule): Promise<MatchesJson> {
  const { world, site } = c.var
  const { total, rows } = await whoBelongs(world.db, site.id, rule)
  return matchesJson(world.config, site, total, rows)
}

async function presentSegment(c: Context<Env>, slug: string): Promise<SegmentJson> {
  const site = await readAgain(c)
  return segmentJson(site, findSegment(site, slug))
}

/** The site after a change; the one that the request came with is from before it. */
async function readAgain(c: Context<Env>): Promise<Site> {
  const site = await siteWithWords(c.var.world.db, c.var.site.slug)
  if (!site) throw new Problem('not_found')
  return site
}
