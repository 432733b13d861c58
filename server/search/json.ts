import { z } from '@hono/zod-openapi'
import { MemberRowJson } from '../members/file_json.ts'
import { StaffMemberJson } from '../members/json.ts'
import { MarkedJson } from '../threads/json.ts'
import { MomentJson } from '../words.ts'

const place = z.object({ number: z.int(), title: z.string() })
/** Who wrote it; null where they were erased. */
const author = z.string().nullable()

/** What the team found, five of each kind at most. `hidden`: by a ruling, and read by nobody else but its author. */
export const StaffSearchJson = z
  .object({
    threads: z.array(
      z.object({
        number: z.int(),
        title: MarkedJson,
        text: MarkedJson,
        hidden: z.boolean(),
        /** The thread that it was merged into. */
        mergedInto: z.int().nullable(),
      }),
    ),
    replies: z.array(
      z.object({
        id: z.uuid(),
        thread: place,
        author,
        text: MarkedJson,
        hidden: z.boolean(),
        createdAt: MomentJson,
      }),
    ),
    notes: z.array(
      z.object({ id: z.uuid(), thread: place, author, text: MarkedJson, createdAt: MomentJson }),
    ),
    /** Of the team itself, by name. */
    team: z.array(StaffMemberJson),
    people: z.array(MemberRowJson),
    /** Nothing holds what was typed; these hold the words that it may have been meant for. */
    near: z.literal(true).optional(),
  })
  .openapi('StaffSearch')
export type StaffSearchJson = z.infer<typeof StaffSearchJson>
