import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { BoardParam } from '../boards/input.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { member, signedIn } from '../guards.ts'
import { Words } from '../input.ts'
import { AuthorJson, authorJson } from '../members/json.ts'
import { answers, guarded, routes } from '../route.ts'
import type { Board } from '../sites/queries.ts'
import { boardById, boardsFor } from '../sites/words.ts'
import { NumberParam } from '../threads/input.ts'
import { findThread } from '../threads/queries.ts'
import { listMentionable } from './queries.ts'

const tags = ['mentions']
const Beginning = z.strictObject({ q: Words.optional() })
const MentionableJson = z.object({ items: z.array(AuthorJson) }).openapi('Mentionable')

// The two differ in where somebody writes, which is a thread or a board that is to have a new one.
const asked = {
  method: 'get',
  ...guarded(member, 'searches'),
  responses: answers(MentionableJson),
} as const

/** Whom one may mention where one writes. */
export const mentions = routes()
  .openapi(
    createRoute({
      path: '/threads/{number}/mentionable',
      tags,
      summary: 'Whom one may mention in a thread, by the beginning of a name',
      ...asked,
      request: { params: NumberParam, query: Beginning },
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await findThread(world.db, viewer, c.req.valid('param').number)
      const board = thread && boardById(site, thread.board_id)
      return c.json(await offered(c, board, c.req.valid('query').q, thread?.id), 200)
    },
  )
  .openapi(
    createRoute({
      path: '/boards/{board}/mentionable',
      tags,
      summary: 'Whom one may mention in a new thread of a board, by the beginning of a name',
      ...asked,
      request: { params: BoardParam, query: Beginning },
    }),
    async (c) => {
      const { site, viewer } = c.var
      const board = boardsFor(site, viewer).find(({ slug }) => slug === c.req.valid('param').board)
      return c.json(await offered(c, board, c.req.valid('query').q), 200)
    },
  )

async function offered(c: Context<Env>, board: Board | undefined, q = '', threadId: string | null = null) {
  if (!board) throw new Problem('not_found')
  const { world, site, viewer } = c.var
  const wanted = { threadId, q: q.trim(), memberId: signedIn(viewer).id }
  const rows = await listMentionable(world.db, site, board, wanted)
  return { items: rows.flatMap((row) => authorJson(world.config, site, row) ?? []) }
}
