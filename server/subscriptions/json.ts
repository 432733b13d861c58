import { z } from '@hono/zod-openapi'
import { ThreadRowJson } from '../threads/json.ts'

/** What a member follows. `boards` by slug; `own`: they follow what they start and answer. */
export const SubscriptionsJson = z
  .object({
    own: z.boolean(),
    boards: z.array(z.string()),
    items: z.array(ThreadRowJson),
    next: z.string().nullable(),
  })
  .openapi('Subscriptions')
export type SubscriptionsJson = z.infer<typeof SubscriptionsJson>
