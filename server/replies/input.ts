import { z } from '@hono/zod-openapi'
import { Slug, text } from '../input.ts'

export const replyBody = text(1, 20_000)

export const NewReply = z.strictObject({
  body: replyBody,
  parent: z.uuid().optional(),
  official: z.boolean().optional(),
})

export const ReplyEdit = z.strictObject({ body: replyBody })

/** The one reply that is chosen for an answer. */
export const ReplyChoice = z.strictObject({ reply: z.uuid() })

export const ReplyParam = z.object({ slug: z.string(), id: z.uuid() })

export const Preview = z.strictObject({
  markdown: z.string().max(20_000),
  /** Where it is to be posted, for whom it may mention there: in a thread, or as one of a board. */
  thread: z.int().min(1).max(999_999_999).optional(),
  board: Slug.optional(),
})
