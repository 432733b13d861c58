import { z } from '@hono/zod-openapi'
import { line, Slug, text, Whole } from '../input.ts'

const title = line(2, 140)
const summary = text(0, 2000)
const threadNumber = z.int().min(1).max(999_999_999)

/** A day, of which clients show the month. */
const expectedOn = z.iso
  .date()
  .refine((day) => /^(19|20|21)/.test(day), 'must be a day of these centuries')
  .nullable()

export const NewItem = z.strictObject({
  title,
  summary: summary.optional(),
  stage: Slug.optional(),
  threads: z.array(threadNumber).max(50).optional(),
  expectedOn: expectedOn.optional(),
})
export type NewItem = z.infer<typeof NewItem>

export const ItemEdit = z
  .strictObject({
    title: title.optional(),
    summary: summary.optional(),
    expectedOn: expectedOn.optional(),
    owner: z.uuid().nullable().optional(),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'must change something')
export type ItemEdit = z.infer<typeof ItemEdit>

/** `before`: the number of the item that comes next; the end of the stage without one. */
export const Place = z.strictObject({ stage: Slug, before: threadNumber.nullable().optional() })

export const ItemParam = z.object({ slug: z.string(), number: Whole })
export const IdeaParam = z.object({ slug: z.string(), number: Whole, thread: Whole })

export const PromotionQuery = z.strictObject({
  threads: z
    .string()
    .max(600)
    .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,49}$/, 'must be up to 50 numbers with commas between them')
    .transform((list) => list.split(',').map(Number)),
})
