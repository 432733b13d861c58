import { z } from '@hono/zod-openapi'
import { text } from '../input.ts'

export const replyBody = text(1, 20_000)

export const NewReply = z.strictObject({
  body: replyBody,
  parent: z.uuid().optional(),
  official: z.boolean().optional(),
})

export const ReplyEdit = z.strictObject({ body: replyBody })

export const AcceptedChoice = z.strictObject({ reply: z.uuid() })

export const ReplyParam = z.object({ slug: z.string(), id: z.uuid() })

export const Preview = z.strictObject({ markdown: z.string().max(20_000) })
