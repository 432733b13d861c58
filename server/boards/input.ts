import { z } from '@hono/zod-openapi'
import { line, Slug, Whole } from '../input.ts'
import { byLocale } from '../sites/settings_input.ts'
import { BoardIconJson, CategoryJson, KindJson, kinds, SortJson } from '../words.ts'

const name = line(1, 60)
const names = byLocale(60)

const someKinds = z
  .array(KindJson)
  .min(1)
  .max(kinds.length)
  .transform((list) => kinds.filter((kind) => list.includes(kind)))
  .openapi({
    type: 'array',
    items: { type: 'string', enum: [...kinds] },
    minItems: 1,
    maxItems: kinds.length,
  })
const Visibility = z.enum(['public', 'members', 'staff', 'segment'])

// A board is a segment's exactly where it names one.
const namesSegment = (board: { visibility?: string; segment?: string }) =>
  board.segment === undefined || board.visibility === 'segment'
const segmentAlone = { message: 'goes with the visibility “segment” alone', path: ['segment'] }

export const NewBoard = z
  .strictObject({
    slug: Slug.optional(),
    name,
    names: names.optional(),
    purposes: byLocale(300).optional(),
    kinds: someKinds,
    visibility: Visibility.optional(),
    segment: Slug.optional(),
    defaultSort: SortJson.optional(),
    icon: BoardIconJson.nullable().optional(),
  })
  .refine(namesSegment, segmentAlone)
export type NewBoard = z.infer<typeof NewBoard>

// An edit of nothing would only make the revisions that others hold stale.
const changes = (edit: object) => Object.values(edit).some((value) => value !== undefined)
const mustChange = 'must change something'

export const BoardEdit = z
  .strictObject({
    name: name.optional(),
    names: names.optional(),
    purposes: byLocale(300).optional(),
    kinds: someKinds.optional(),
    visibility: Visibility.optional(),
    segment: Slug.optional(),
    defaultSort: SortJson.optional(),
    icon: BoardIconJson.nullable().optional(),
  })
  .refine(changes, mustChange)
  .refine(namesSegment, segmentAlone)
export type BoardEdit = z.infer<typeof BoardEdit>

export const NewTag = z.strictObject({ slug: Slug.optional(), name, names: names.optional() })
export const NewStep = NewTag.extend({ category: CategoryJson })

const word = { name: name.optional(), names: names.optional() }
export const TagEdit = z.strictObject(word).refine(changes, mustChange)
export const StepEdit = z
  .strictObject({ ...word, category: CategoryJson.optional() })
  .refine(changes, mustChange)

/** What a word is made from: a step has a category, a tag has none. */
export type NewWord = z.infer<typeof NewTag> & Partial<z.infer<typeof NewStep>>
export type WordEdit = z.infer<typeof StepEdit>

/** All slugs of a list in their new order. */
export const Order = z.strictObject({ items: z.array(Slug).max(500) })

const ruleText = line(1, 300)
export const RuleText = z.strictObject({ name: ruleText, names: byLocale(300).optional() })
export type RuleText = z.infer<typeof RuleText>

export const BoardParam = z.object({ slug: z.string(), board: z.string().max(100) })
export const WordParam = z.object({ slug: z.string(), word: z.string().max(100) })
export const RuleParam = z.object({ slug: z.string(), number: Whole })
