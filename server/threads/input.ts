import { z } from '@hono/zod-openapi'
import { Cursor, Limit, line, Slug, text, Whole, Words } from '../input.ts'
import { KindJson, LocaleJson, SortJson } from '../words.ts'

export const title = line(4, 140)
export const postBody = text(1, 20_000)

export const NumberParam = z.object({ slug: z.string(), number: Whole })

export const ListQuery = z.strictObject({
  board: Slug.optional(),
  kind: KindJson.optional(),
  status: Slug.optional(),
  tag: Slug.optional(),
  sort: SortJson.optional(),
  q: Words.optional(),
  assignee: z.union([z.uuid(), z.literal('none')]).optional(),
  unanswered: z.literal('true').optional(),
  cursor: Cursor,
  limit: Limit,
})
export type ListQuery = z.infer<typeof ListQuery>

export const StoryQuery = z.strictObject({ cursor: Cursor, limit: Limit })

export const NewThread = z.strictObject({
  board: Slug,
  kind: KindJson,
  title,
  body: postBody,
  tags: z.array(Slug).max(3).optional(),
  language: LocaleJson.optional(),
  /** False for one that takes no replies, which is the team's to say. */
  comments: z.boolean().optional(),
})
export type NewThread = z.infer<typeof NewThread>

export const ThreadEdit = z.strictObject({
  title: title.optional(),
  body: postBody.optional(),
  tags: z.array(Slug).max(10).optional(),
  language: LocaleJson.optional(),
})
export type ThreadEdit = z.infer<typeof ThreadEdit>

export const SimilarQuery = z.strictObject({ title: Words, board: Slug.optional() })
