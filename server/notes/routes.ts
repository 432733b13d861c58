import { createRoute } from '@hono/zod-openapi'
import { signedIn, staff } from '../guards.ts'
import { idempotent } from '../http/idempotency.ts'
import { NoteJson } from '../moderation/json.ts'
import { page, pageSize, readCursor } from '../paging.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { threadAsked } from '../threads/asked.ts'
import { mergedInto } from '../threads/file_queries.ts'
import { NumberParam } from '../threads/input.ts'
import { NewNote, NotesQuery } from './input.ts'
import { NotePageJson, noteJson } from './json.ts'
import { writeNote } from './note.ts'
import { afterNote, findNote, notesOn } from './queries.ts'

/** What the team tells itself about a thread. */
export const notes = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/threads/{number}/notes',
      tags: ['threads'],
      summary: 'The team’s notes on a thread and on those merged into it, oldest first',
      ...guarded(staff),
      request: { params: NumberParam, query: NotesQuery },
      responses: answers(NotePageJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const { cursor, limit = pageSize } = c.req.valid('query')
      const thread = await threadAsked(c, c.req.valid('param').number)
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
      tags: ['threads'],
      summary: 'Write a note that only the team reads',
      ...guarded(staff),
      request: { params: NumberParam, ...body(NewNote) },
      responses: answers(NoteJson, 201),
    }),
    async (c) =>
      idempotent(c, async () => {
        const { world, site, viewer } = c.var
        const thread = await threadAsked(c, c.req.valid('param').number)
        const id = await writeNote(world, site, thread, c.req.valid('json').body, signedIn(viewer).id)
        const note = await findNote(world.db, site.id, id)
        return c.json(noteJson(world.config, site, note!), 201)
      }),
  )
