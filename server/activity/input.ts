import { z } from '@hono/zod-openapi'
import { Slug, Whole } from '../input.ts'

const seal = z.string().max(64)

export const LiveQuery = z.strictObject({
  board: Slug.optional(),
  thread: Whole.optional(),
  /** The id of the last event one had; the header `Last-Event-ID` says the same. */
  after: seal.optional(),
  /** How many seconds ago one read what one shows; a `reset` comes first if something happened since. */
  ago: Whole.optional(),
  /** `false`: what happened after the last event, and the end. */
  follow: z.enum(['true', 'false']).optional(),
})
export type LiveQuery = z.infer<typeof LiveQuery>

export const LiveHeaders = z.object({ 'last-event-id': seal.optional() })
