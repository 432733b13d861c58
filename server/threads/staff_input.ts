import { z } from '@hono/zod-openapi'
import { Slug } from '../input.ts'

const threadNumber = z.int().min(1).max(1_000_000_000)

export const NewTagging = z
  .strictObject({
    threads: z.array(threadNumber).min(1).max(100),
    add: z.array(Slug).max(20).optional(),
    remove: z.array(Slug).max(20).optional(),
  })
  .refine(({ add = [], remove = [] }) => add.length + remove.length > 0, 'must add or remove a tag')
  .refine(
    ({ add = [], remove = [] }) => !add.some((slug) => remove.includes(slug)),
    'must not do both with a tag',
  )

export const Merge = z.strictObject({ into: threadNumber })
