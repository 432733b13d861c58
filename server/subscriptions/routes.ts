import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { BoardParam } from '../boards/input.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { member, signedIn } from '../guards.ts'
import { Cursor, Limit } from '../input.ts'
import { makeCursor, page, pageSize, readCursor } from '../paging.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { boardById, boardsFor } from '../sites/words.ts'
import { threadAsked } from '../threads/asked.ts'
import { NumberParam } from '../threads/input.ts'
import { threadRowJson } from '../threads/json.ts'
import { threadsByIds } from '../threads/list_queries.ts'
import { SubscriptionsJson } from './json.ts'
import { listFollowed, readFollowChoices } from './queries.ts'
import { chooseFollowOwn, followBoard, followThread } from './subscribe.ts'
import { visitThread } from './visit.ts'

const tags = ['subscriptions']

/**
 * `post`: the last that one read; without it the opening. `answers`: the accepted and the official reply, as one saw
 * them. `opened`: the thread was opened just now, and so seen as it stands.
 */
const VisitBody = z.strictObject({
  post: z.uuid().optional(),
  answers: z.array(z.uuid()).max(2).optional(),
  opened: z.boolean().optional(),
})

const ofThread = (method: 'put' | 'delete', summary: string) =>
  createRoute({
    method,
    path: '/threads/{number}/subscription',
    tags,
    summary,
    ...guarded(member),
    request: { params: NumberParam },
    responses: nothing,
  })

const ofBoard = (method: 'put' | 'delete', summary: string) =>
  createRoute({
    method,
    path: '/boards/{board}/subscription',
    tags,
    summary,
    ...guarded(member),
    request: { params: BoardParam },
    responses: nothing,
  })

/** What a member follows. */
export const subscriptions = routes()
  .openapi(ofThread('put', 'Follow a thread'), async (c) => {
    await setThread(c, c.req.valid('param').number, true)
    return c.body(null, 204)
  })
  .openapi(ofThread('delete', 'Follow a thread no more'), async (c) => {
    await setThread(c, c.req.valid('param').number, false)
    return c.body(null, 204)
  })
  .openapi(ofBoard('put', 'Follow a board'), async (c) => {
    await setBoard(c, c.req.valid('param').board, true)
    return c.body(null, 204)
  })
  .openapi(ofBoard('delete', 'Follow a board no more'), async (c) => {
    await setBoard(c, c.req.valid('param').board, false)
    return c.body(null, 204)
  })
  .openapi(
    createRoute({
      method: 'get',
      path: '/me/subscriptions',
      tags,
      summary: 'What one follows, the latest first',
      ...guarded(member),
      request: { query: z.strictObject({ cursor: Cursor, limit: Limit }) },
      responses: answers(SubscriptionsJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const after = readCursor<[string, string]>(cursor, 'subscriptions', ['moment', 'id'])
      const { id } = signedIn(viewer)
      const readable = boardsFor(site, viewer).map((board) => board.id)
      const [rows, choices] = await Promise.all([
        listFollowed(world.db, site.id, id, readable, after, limit),
        readFollowChoices(world.db, site.id, id),
      ])
      const { rows: shown, next } = page(rows, limit, (row) =>
        makeCursor('subscriptions', [row.at, row.thread_id]),
      )
      const ids = shown.map((row) => row.thread_id)
      const threads = new Map((await threadsByIds(world.db, site.id, ids)).map((row) => [row.id, row]))
      const items = ids.flatMap((one) => threads.get(one) ?? [])
      return c.json(
        {
          own: choices.follow_own,
          boards: choices.boards
            .filter((board) => readable.includes(board))
            .map((board) => boardById(site, board)!.slug),
          items: items.map((row) => threadRowJson(world.config, site, row)),
          next,
        },
        200,
      )
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/visit',
      tags,
      summary: 'Say how far one has read in a thread',
      ...guarded(member),
      request: { params: NumberParam, ...body(VisitBody) },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      await visitThread(world, site, thread, signedIn(viewer).id, c.req.valid('json'))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/me/subscriptions',
      tags,
      summary: 'Say whether one follows what one starts and answers',
      ...guarded(member),
      request: body(z.strictObject({ own: z.boolean() })),
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { own } = c.req.valid('json')
      await chooseFollowOwn(world, site, { memberId: signedIn(viewer).id, following: own })
      return c.body(null, 204)
    },
  )

async function setThread(c: Context<Env>, number: number, following: boolean): Promise<void> {
  const { world, site, viewer } = c.var
  const thread = await threadAsked(c, number)
  if (thread.merged_into) throw new Problem('thread_merged')
  await followThread(world, site, thread.id, { memberId: signedIn(viewer).id, following })
}

async function setBoard(c: Context<Env>, slug: string, following: boolean): Promise<void> {
  const { world, site, viewer } = c.var
  const board = boardsFor(site, viewer).find((one) => one.slug === slug)
  if (!board) throw new Problem('not_found')
  await followBoard(world, site, board.id, { memberId: signedIn(viewer).id, following })
}
