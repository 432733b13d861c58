import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { authorJson } from '../members/json.ts'
import type { Segment, Site } from '../sites/queries.ts'
import { boardsOf } from '../sites/words.ts'
import { NamesJson } from '../words.ts'
import type { FactsRow, MatchRow } from './queries.ts'

const storable = (text: string) => text.isWellFormed() && !text.includes('\0')
const word = (max: number) => z.string().min(1).max(max).refine(storable, 'must be text that can be kept')

/** What may be said of a member, and what it is compared with. Prototype names are no attribute of anybody. */
const refused = new Set(['__proto__', 'constructor', 'prototype'])
const attribute = z
  .string()
  .max(71)
  .regex(/^attributes\../su, 'must name an attribute')
  .refine(storable, 'must be text that can be kept')
  .refine((field) => !refused.has(field.slice('attributes.'.length)), 'is not the name of an attribute')

const most = 20
const listOf = <S extends z.ZodType>(item: S) => z.array(item).min(1).max(most)
const listTest = z.enum(['is', 'isNot'])
const sizeTest = z.enum(['atLeast', 'atMost', 'above', 'below'])
const domain = z
  .string()
  .max(253)
  .transform((text) => text.trim().toLowerCase().replace(/^@/, ''))
  .refine(
    (text) => /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/.test(text),
    'must be a whole domain such as example.com',
  )
  .openapi({ type: 'string', maxLength: 253 })

/** One condition. A list is compared whole and by its case: `is` is “one of”, `isNot` is “known, and none of”. */
export const ConditionJson = z
  .union([
    z.strictObject({ field: z.literal('plan'), test: listTest, values: listOf(word(100)) }),
    z.strictObject({ field: z.literal('company'), test: listTest, values: listOf(word(255)) }),
    z.strictObject({
      field: z.literal('locale'),
      test: listTest,
      values: listOf(z.enum(['en', 'fr', 'de'])),
    }),
    z.strictObject({ field: z.literal('emailDomain'), test: z.literal('is'), values: listOf(domain) }),
    z.strictObject({ field: z.literal('revenue'), test: sizeTest, value: z.number().min(0).max(1e11) }),
    z.strictObject({
      field: attribute,
      test: listTest,
      values: listOf(z.union([word(500), z.number(), z.boolean()])),
    }),
    z.strictObject({ field: attribute, test: sizeTest, value: z.number() }),
  ])
  .openapi('Condition')
export type Condition = z.infer<typeof ConditionJson>

/** Who belongs to a segment: members of whom all, or any, of some conditions hold. */
export const SegmentRuleJson = z
  .strictObject({ match: z.enum(['all', 'any']), conditions: z.array(ConditionJson).min(1).max(10) })
  .refine((rule) => JSON.stringify(rule).length <= 8000, 'is longer than 8000 characters in all')
  .openapi('SegmentRule')
export type SegmentRule = z.infer<typeof SegmentRuleJson>

/** A segment with the boards that it alone may read. */
export const SegmentJson = z
  .object({
    slug: z.string(),
    name: z.string(),
    names: NamesJson,
    rule: SegmentRuleJson,
    boards: z.array(z.string()),
    revision: z.int(),
  })
  .openapi('Segment')
export type SegmentJson = z.infer<typeof SegmentJson>

/** Who matches now: how many, counted up to 10,000, and the latest few of them. */
export const MatchesJson = z
  .object({
    total: z.int(),
    members: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        avatar: z.string().nullable(),
        company: z.string().nullable(),
      }),
    ),
  })
  .openapi('Matches')
export type MatchesJson = z.infer<typeof MatchesJson>

/** What is known of members, for whoever writes a rule. */
export const FactsJson = z
  .object({
    plans: z.array(z.string()),
    companies: z.array(z.object({ id: z.string(), name: z.string() })),
    attributes: z.array(z.string()),
  })
  .openapi('Facts')
export type FactsJson = z.infer<typeof FactsJson>

export function segmentJson(site: Site, segment: Segment): SegmentJson {
  return {
    slug: segment.slug,
    name: segment.name,
    names: segment.names,
    rule: segment.rule,
    boards: boardsOf(site, segment).map((board) => board.slug),
    revision: segment.revision,
  }
}

export function matchesJson(config: Config, site: Site, total: number, rows: MatchRow[]): MatchesJson {
  const members = rows.map((row) => {
    const { id, name, avatar } = authorJson(config, site, row)!
    return { id, name, avatar, company: row.author_company }
  })
  return { total, members }
}

export function factsJson(row: FactsRow): FactsJson {
  return { plans: row.plans, companies: row.companies, attributes: row.attributes }
}
