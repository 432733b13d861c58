import { createRoute, z } from '@hono/zod-openapi'
import { anyone } from '../guards.ts'
import { share } from '../http/shared.ts'
import { answers, guarded, routes } from '../route.ts'
import { threadsPerBoard } from '../sites/queries.ts'
import { boardsFor, segmentsFor } from '../sites/words.ts'
import {
  BoardJson,
  boardJson,
  RuleJson,
  ruleJson,
  StageJson,
  StatusJson,
  stepJson,
  TagJson,
  tagJson,
} from './json.ts'

const list = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) })

/** What a site is made of, for readers. */
export const boards = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/boards',
      tags: ['boards'],
      summary: 'Boards that one may read',
      ...guarded(anyone),
      responses: answers(list(BoardJson)),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const threads = await threadsPerBoard(world.db, site.id)
      const items = boardsFor(site, viewer).map((board) =>
        boardJson(board, threads.get(board.id) ?? 0, segmentsFor(site, viewer)),
      )
      return share(c, { items })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/statuses',
      tags: ['statuses'],
      summary: 'Statuses of ideas',
      ...guarded(anyone),
      responses: answers(list(StatusJson)),
    }),
    (c) => {
      return share(c, { items: c.var.site.statuses.map(stepJson) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/stages',
      tags: ['stages'],
      summary: 'Stages of the roadmap',
      ...guarded(anyone),
      responses: answers(list(StageJson)),
    }),
    (c) => {
      return share(c, { items: c.var.site.stages.map(stepJson) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/tags',
      tags: ['tags'],
      summary: 'Tags',
      ...guarded(anyone),
      responses: answers(list(TagJson)),
    }),
    (c) => {
      return share(c, { items: c.var.site.tags.map(tagJson) })
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/rules',
      tags: ['rules'],
      summary: 'The rules of the netiquette in force',
      ...guarded(anyone),
      responses: answers(list(RuleJson)),
    }),
    (c) => {
      return share(c, { items: c.var.site.rules.map(ruleJson) })
    },
  )
