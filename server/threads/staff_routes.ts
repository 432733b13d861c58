import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { assignThread, unassignThread } from '../assignments/assign.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { signedIn, staff } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { NoteJson, ThreadFileJson } from '../moderation/json.ts'
import { NotePageJson, noteJson } from '../notes/json.ts'
import { writeNote } from '../notes/note.ts'
import { afterNote, findNote, notesOn } from '../notes/queries.ts'
import { page, pageSize, readCursor } from '../paging.ts'
import { chooseOfficial, dropOfficial } from '../replies/official.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import type { Site } from '../sites/queries.ts'
import { boardById } from '../sites/words.ts'
import { readThreadFile } from './file.ts'
import { mergedInto } from './file_queries.ts'
import { NumberParam } from './input.ts'
import { ThreadJson } from './json.ts'
import { lockThread } from './lock.ts'
import { mergeThreads } from './merge.ts'
import { tagIdsOf } from './post.ts'
import { findThread, type ThreadFull, threadsByNumbers } from './queries.ts'
import { readThread } from './read.ts'
import { Assignment, Merge, NewNote, NewTagging, NotesQuery, OfficialChoice } from './staff_input.ts'
import { tagThreads } from './tag.ts'

const tags = ['threads']

/** What the team does with threads. */
export const threadActs = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/taggings',
      tags,
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
      tags,
      summary: 'Merge a thread into another; the answer is the other',
      ...guarded(staff),
      request: { params: NumberParam, ...body(Merge) },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { into } = c.req.valid('json')
      const source = await found(c, c.req.valid('param').number)
      const target = await findThread(world.db, viewer, into)
      if (!target) throw unknownThreads('into', [into])
      await mergeThreads(world, site, source.id, target.id, signedIn(viewer).id)
      return c.json(await readAgain(c, into), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/assignment',
      tags,
      summary: 'Assign a thread to someone of the team',
      ...guarded(staff),
      request: { params: NumberParam, ...body(Assignment) },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await found(c, c.req.valid('param').number)
      await assignThread(world, site, thread, c.req.valid('json').member, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}/assignment',
      tags,
      summary: 'Take a thread off the one who has it',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await found(c, c.req.valid('param').number)
      await unassignThread(world, site, thread, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/{number}/notes',
      tags,
      summary: 'The team’s notes on a thread and on those merged into it, oldest first',
      ...guarded(staff),
      request: { params: NumberParam, query: NotesQuery },
      responses: answers(NotePageJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const thread = await found(c, c.req.valid('param').number)
      const after = readCursor<[string, string]>(cursor, 'notes', ['moment', 'id'])
      const family = [thread.id, ...(await mergedInto(world.db, site.id, thread.id)).map((one) => one.id)]
      const rows = await notesOn(world.db, site.id, family, after, limit)
      const { rows: shown, next } = page(rows, limit, afterNote)
      return c.json({ items: shown.map((row) => noteJson(world.config, site, row)), next }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/threads/{number}/notes',
      tags,
      summary: 'Write a note that only the team reads',
      ...guarded(staff),
      request: { params: NumberParam, ...body(NewNote) },
      responses: answers(NoteJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const thread = await found(c, c.req.valid('param').number)
        const id = await writeNote(world, site, thread, c.req.valid('json').body, signedIn(viewer).id)
        const note = await findNote(world.db, site.id, id)
        return c.json(noteJson(world.config, site, note!), 201)
      }),
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/{number}/file',
      tags,
      summary: 'What only the team knows about a thread',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadFileJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const thread = await found(c, c.req.valid('param').number)
      return c.json(await readThreadFile(world, site, thread), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/lock',
      tags,
      summary: 'Let a thread take no more replies',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await found(c, c.req.valid('param').number)
      await lockThread(world, site, thread, true, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}/lock',
      tags,
      summary: 'Let a thread take replies again',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await found(c, c.req.valid('param').number)
      await lockThread(world, site, thread, false, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/threads/{number}/official',
      tags,
      summary: 'Make a reply the official one',
      ...guarded(staff),
      request: { params: NumberParam, ...body(OfficialChoice) },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await found(c, c.req.valid('param').number)
      await chooseOfficial(world, site, thread, c.req.valid('json').reply, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/threads/{number}/official',
      tags,
      summary: 'Let no reply be the official one',
      ...guarded(staff),
      request: { params: NumberParam },
      responses: answers(ThreadJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const thread = await found(c, c.req.valid('param').number)
      await dropOfficial(world, site, thread, signedIn(viewer).id)
      return c.json(await readAgain(c, thread.number), 200)
    },
  )

async function found(c: Context<Env>, number: number): Promise<ThreadFull> {
  const thread = await findThread(c.var.world.db, c.var.viewer, number)
  if (!thread) throw new Problem('not_found')
  return thread
}

async function readAgain(c: Context<Env>, number: number): Promise<ThreadJson> {
  const { world, site } = c.var
  return readThread(world, site, await found(c, number))
}

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
