import { createRoute, z } from '@hono/zod-openapi'
import { boardJson, ruleJson, stepJson, tagJson } from '../boards/json.ts'
import { anyone } from '../guards.ts'
import { share } from '../http/shared.ts'
import { Slug } from '../input.ts'
import { answers, guarded, routes } from '../route.ts'
import { readPage } from '../threads/list.ts'
import { KindJson, SortJson } from '../words.ts'
import { OpeningJson, siteJson } from './json.ts'
import { threadsPerBoard } from './queries.ts'
import { allHostPages, boardsFor, segmentsFor } from './words.ts'

const OpeningQuery = z.strictObject({
  board: Slug.optional(),
  kind: KindJson.optional(),
  status: Slug.optional(),
  tag: Slug.optional(),
  sort: SortJson.optional(),
})

/** What a widget needs to open. */
export const sites = routes().openapi(
  createRoute({
    method: 'get',
    path: '/opening',
    tags: ['sites'],
    summary: 'The site, its words and the first page of a board, in one answer',
    ...guarded(anyone),
    request: { query: OpeningQuery },
    responses: answers(OpeningJson),
  }),
  async (c) => {
    const { world, site, viewer } = c.var
    const query = c.req.valid('query')
    const boards = boardsFor(site, viewer)
    const board = boards.find((one) => one.slug === query.board) ?? boards[0]
    // A link may outlive a status or a tag: nothing fits it then, and the widget opens all the same.
    const known = isAmong(site.statuses, query.status) && isAmong(site.tags, query.tag) && board !== undefined
    const [counts, threads] = await Promise.all([
      threadsPerBoard(world.db, site.id),
      known ? readPage(world, site, viewer, { ...query, board: board.slug }) : { items: [], next: null },
    ])
    return share(c, {
      site: siteJson(site),
      boards: boards.map((one) => boardJson(one, counts.get(one.id) ?? 0, segmentsFor(site, viewer))),
      statuses: site.statuses.map(stepJson),
      stages: site.stages.map(stepJson),
      tags: site.tags.map(tagJson),
      rules: site.rules.map(ruleJson),
      board: board?.slug ?? null,
      threads,
      hostPages: allHostPages(site),
    })
  },
)

const isAmong = (words: { slug: string }[], slug: string | undefined) =>
  slug === undefined || words.some((word) => word.slug === slug)
