import { z } from '@hono/zod-openapi'
import { line, Slug } from '../input.ts'
import { byLocale } from '../sites/settings_input.ts'
import { SegmentRuleJson } from './json.ts'

const name = line(1, 60)
const names = byLocale(60)

export const NewSegment = z.strictObject({
  slug: Slug.optional(),
  name,
  names: names.optional(),
  rule: SegmentRuleJson,
})
export type NewSegment = z.infer<typeof NewSegment>

export const SegmentEdit = z
  .strictObject({ name: name.optional(), names: names.optional(), rule: SegmentRuleJson.optional() })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'must change something')
export type SegmentEdit = z.infer<typeof SegmentEdit>

/** A rule that is being written. */
export const RuleToTry = z.strictObject({ rule: SegmentRuleJson })

export const SegmentOrder = z.strictObject({ items: z.array(Slug).max(100) })
export const SegmentParam = z.object({ slug: z.string(), segment: z.string().max(100) })
