import { z } from '@hono/zod-openapi'
import { Cursor, Limit, text } from '../input.ts'

export const NewNote = z.strictObject({ body: text(1, 10_000) })

export const NotesQuery = z.strictObject({ cursor: Cursor, limit: Limit })
