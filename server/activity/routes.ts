import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { anyone } from '../guards.ts'
import { isKnownOrigin, requireKnownOrigin } from '../http/cors.ts'
import { hashToken } from '../lib/ids.ts'
import { answers, guarded, routes } from '../route.ts'
import { boardsFor } from '../sites/words.ts'
import { findThread } from '../threads/queries.ts'
import { LiveHeaders, LiveQuery } from './input.ts'
import { LiveCountsJson, LiveEventJson } from './json.ts'

const headers = {
  'content-type': 'text/event-stream',
  // Nothing on the way may keep it, pack it or wait for more of it.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

export const live = routes().openapi(
  createRoute({
    method: 'get',
    path: '/live',
    tags: ['live'],
    summary: 'What happens on the boards that one may read, as it happens',
    ...guarded(anyone),
    request: { query: LiveQuery, headers: LiveHeaders },
    responses: {
      ...answers(z.never()),
      200: {
        description:
          'Server-sent events; `data` is a LiveEvent, LiveCounts where the event is `counts`, and empty where it is `reports`, `news` or `rows`',
        content: { 'text/event-stream': { schema: z.union([LiveEventJson, LiveCountsJson]) } },
      },
    },
  }),
  async (c) => {
    const { world, site, viewer } = c.var
    requireKnownOrigin(c)
    const { board, thread, after, ago, follow } = c.req.valid('query')
    const found = board === undefined ? undefined : boardOf(c, board)
    if (c.req.method === 'HEAD') return c.body(null, 200, headers)
    // Of a thread that is not there, or that one may not read, nothing is heard, and nothing said.
    const there = thread === undefined ? undefined : await findThread(world.db, viewer, thread)
    const reader = await world.live.follow({
      site,
      viewer,
      ...sessionOf(c),
      ...(found && { board: found.id }),
      ...(thread !== undefined && { thread }),
      ...(there && { within: there.board_id }),
      since: { after: c.req.valid('header')['last-event-id'] ?? after, ago },
      follow: follow !== 'false',
      network: world.networks.of(c.env?.incoming),
      welcome: (by) => isKnownOrigin(c, by),
      cut: () => c.env?.outgoing?.destroy() !== undefined,
    })
    return c.body(reader.body, 200, headers)
  },
)

function boardOf(c: Context<Env>, slug: string) {
  const { site, viewer } = c.var
  const board = boardsFor(site, viewer).find((one) => one.slug === slug)
  if (board) return board
  throw new Problem('invalid_input', undefined, {
    errors: [{ path: 'board', message: 'There is no such board.' }],
  })
}

/** By what the viewer was known, so that the stream ends with it. */
function sessionOf(c: Context<Env>): { tokenHash?: string; handle?: string } {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return { tokenHash: hashToken(authorization.slice('Bearer '.length)) }
  const session = c.get('staffSession')
  return session ? { handle: session.handle } : {}
}
