import { z } from '@hono/zod-openapi'
import { Slug, text } from '../input.ts'

/** `from` is the status that was seen: where it is another by now, nothing changes. */
export const StatusChange = z.strictObject({
  status: Slug,
  note: text(0, 2000).optional(),
  from: Slug.nullable().optional(),
})

export const DecisionParam = z.object({ slug: z.string(), id: z.uuid() })
