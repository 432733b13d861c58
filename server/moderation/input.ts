import { z } from '@hono/zod-openapi'
import { Cursor, Limit, text } from '../input.ts'
import { ReasonJson } from './json.ts'

export const IdParam = z.object({ slug: z.string(), id: z.uuid() })

export const PageQuery = z.strictObject({ cursor: Cursor, limit: Limit })

export const NewReport = z.strictObject({ reason: ReasonJson, note: text(0, 1000).optional() })

/** `revision` is the text that was judged: another than the one that stands now is refused. */
export const NewRuling = z.strictObject({
  rule: z.int().min(1).max(1_000_000),
  reason: text(1, 2000),
  revision: z.int().min(1).max(1_000_000_000),
})
