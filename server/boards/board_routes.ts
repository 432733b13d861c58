import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { revisionFrom } from '../input.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { type Board, siteWithWords, threadsPerBoard } from '../sites/queries.ts'
import { archiveBoard, restoreBoard } from './archive.ts'
import { editBoard, makeBoard } from './board.ts'
import { BoardEdit, BoardParam, NewBoard, Order } from './input.ts'
import { ArchivedBoardJson, archivedBoardJson, BoardJson, boardJson } from './json.ts'
import { putOrder } from './order.ts'
import { archivedBoards } from './queries.ts'

const tags = ['boards']

/** Boards as the admin makes, changes, orders, archives and restores them. */
export const boardActs = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/boards',
      tags,
      summary: 'Make a board',
      ...guarded(admins),
      request: body(NewBoard),
      responses: answers(BoardJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const slug = await makeBoard(world, site.id, c.req.valid('json'), signedIn(viewer).id)
        return c.json((await presentBoards(c)).find((board) => board.slug === slug)!, 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/boards/order',
      tags,
      summary: 'Put all boards into an order',
      ...guarded(admins),
      request: body(Order),
      responses: answers(z.object({ items: z.array(BoardJson) })),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await putOrder(world, site.id, 'boards', c.req.valid('json').items, signedIn(viewer).id)
      return c.json({ items: await presentBoards(c) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/boards/{board}',
      tags,
      summary: 'Change a board, from the revision in If-Match',
      ...guarded(admins),
      request: { params: BoardParam, ...body(BoardEdit) },
      responses: answers(BoardJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const board = findBoard(c, c.req.valid('param').board)
      await editBoard(world, site.id, board, c.req.valid('json'), revisionFrom(c), signedIn(viewer).id)
      return c.json((await presentBoards(c)).find((one) => one.slug === board.slug)!, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/boards/{board}',
      tags,
      summary: 'Archive a board with all it holds',
      ...guarded(admins),
      request: { params: BoardParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await archiveBoard(world, site.id, findBoard(c, c.req.valid('param').board), signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/boards/archive',
      tags,
      summary: 'Boards that were archived, the latest first',
      ...guarded(admins),
      responses: answers(z.object({ items: z.array(ArchivedBoardJson) })),
    }),
    async (c) => {
      const { world, site } = c.var
      const [threads, boards] = await Promise.all([
        threadsPerBoard(world.db, site.id),
        archivedBoards(world.db, site.id),
      ])
      return c.json(
        { items: boards.map((one) => archivedBoardJson(one, threads.get(one.id) ?? 0, site.segments)) },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/boards/{board}/archive',
      tags,
      summary: 'Restore an archived board with all it holds',
      ...guarded(admins),
      request: { params: BoardParam },
      responses: answers(BoardJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const slug = c.req.valid('param').board
      await restoreBoard(world, site.id, slug, signedIn(viewer).id)
      return c.json((await presentBoards(c)).find((one) => one.slug === slug)!, 200)
    },
  )

function findBoard(c: Context<Env>, slug: string): Board {
  const board = c.var.site.boards.find((one) => one.slug === slug)
  if (!board) throw new Problem('not_found')
  return board
}

/** All boards as they are after a change; the site that the request came with is from before it. */
async function presentBoards(c: Context<Env>): Promise<BoardJson[]> {
  const { world, site } = c.var
  const [threads, changed] = await Promise.all([
    threadsPerBoard(world.db, site.id),
    siteWithWords(world.db, site.slug),
  ])
  return (changed?.boards ?? []).map((board) =>
    boardJson(board, threads.get(board.id) ?? 0, changed?.segments ?? []),
  )
}
