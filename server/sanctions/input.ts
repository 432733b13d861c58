import { z } from '@hono/zod-openapi'
import { text } from '../input.ts'

/** `until` is when it ends by itself; without it, it holds until it is lifted. */
export const NewSuspension = z.strictObject({
  rule: z.int().min(1).max(1_000_000),
  reason: text(1, 2000),
  until: z.iso
    .datetime({ offset: true })
    .max(40)
    .transform((moment) => new Date(moment))
    .nullable()
    .optional()
    .openapi({ type: ['string', 'null'], format: 'date-time', maxLength: 40 }),
})
export type NewSuspension = z.infer<typeof NewSuspension>

/** Which one is meant, where it is to be that one and no other. */
export const LiftQuery = z.strictObject({ sanction: z.uuid().optional() })

export const MemberParam = z.object({ slug: z.string(), id: z.string().max(100) })
