import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { signedIn, staff } from '../guards.ts'
import { ThreadFileJson } from '../moderation/json.ts'
import { answers, body, guarded, routes } from '../route.ts'
import type { Site } from '../sites/queries.ts'
import { boardById } from '../sites/words.ts'
import { readAgain, threadAsked } from './asked.ts'
import { readThreadFile } from './file.ts'
import { NumberParam } from './input.ts'
import { ThreadJson } from './json.ts'
import { mergeThreads } from './merge.ts'
import { tagIdsOf } from './post.ts'
import { findThread, threadsByNumbers } from './queries.ts'
import { Merge, NewTagging } from './staff_input.ts'
import { tagThreads } from './tag.ts'

/** What the team does with threads, and what it knows of one. */
export const threadActs = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/taggings',
      tags: ['threads'],
      summary: 'Add and remove tags of up to a hundred threads at once',
      ...guarded(staff),
      request: body(NewTagging),
      responses: answers(z.object({ changed: z.int() }).openapi('Tagged')),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { threads, add = [], remove = [] } = c.req.valid('json')
      const found = await findAll(c, threads)
      const tagging = { add: tagIdsOf(site, add), remove: tagIdsOf(site, remove) }
      return c.json({ changed: await tagThreads(world, site, found, tagging, signedIn(viewer).id) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/merge',
      tags: ['threads'],
      summary: 'Merge a thread into another; the answer is the other',
      ...guarded(staff),
      request: { params: NumberParam, ...body(Merge) },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { into } = c.req.valid('json')
      const source = await threadAsked(c, c.req.valid('param').number)
      const target = await findThread(world.db, viewer, into)
      if (!target) throw unknownThreads('into', [into])
      await mergeThreads(world, site, source.id, target.id, signedIn(viewer).id)
      return c.json(await readAgain(c, into), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/{number}/file',
      tags: ['threads'],
      summary: 'What only the team knows about a thread',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadFileJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await threadAsked(c, c.req.valid('param').number)
      return c.json(await readThreadFile(world, site, viewer, thread), 200)
    },
  )

/** Several threads by number, in the order of their ids; what is unknown is named. */
async function findAll(c: Context<Env>, numbers: number[]): Promise<{ id: string; number: number }[]> {
  const { world, site } = c.var
  const asked = [...new Set(numbers)]
  const rows = (await threadsByNumbers(world.db, site.id, asked)).filter((row) => isShown(site, row))
  const known = new Set(rows.map((row) => row.number))
  const unknown = asked.filter((number) => !known.has(number))
  if (unknown.length) throw unknownThreads('threads', unknown)
  return rows.sort((a, b) => (a.id < b.id ? -1 : 1))
}

// An archived board is no longer among the site's, and its threads can no longer be found.
const isShown = (site: Site, thread: { board_id: string }) => boardById(site, thread.board_id) !== undefined

function unknownThreads(path: string, numbers: number[]): Problem {
  const errors = numbers.slice(0, 20).map((number) => ({ path, message: `There is no thread ${number}.` }))
  return new Problem('invalid_input', `There is no thread ${numbers.join(', ')}.`, { errors })
}
