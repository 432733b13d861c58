import { z } from '@hono/zod-openapi'
import { Slug, text } from '../input.ts'

export const StatusChange = z.strictObject({ status: Slug, note: text(0, 2000).optional() })

export const DecisionParam = z.object({ slug: z.string(), id: z.uuid() })
