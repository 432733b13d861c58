import { z } from '@hono/zod-openapi'
import { MomentJson } from '../words.ts'

/** A mail that would have been sent, had a mail server been set. */
export const MailJson = z
  .object({
    id: z.uuid(),
    recipient: z.string(),
    subject: z.string(),
    text: z.string(),
    createdAt: MomentJson,
  })
  .openapi('Mail')
export type MailJson = z.infer<typeof MailJson>
