import { type RawBuilder, sql } from 'kysely'
import type { Condition, SegmentRule } from './json.ts'

/**
 * The one definition of who belongs to a segment, as a condition of a query in which `m` is the member and `co` their
 * company. What is not known of somebody makes a condition false, `isNot` too: nobody comes into a private board
 * because nothing was said of them. Guests are in no segment.
 */
export function belongs({ match, conditions }: SegmentRule): RawBuilder<boolean> {
  const parts = conditions.map((condition) => sql`coalesce(${holds(condition)}, false)`)
  return sql`(m.role <> 'guest' and m.erased_at is null and (${sql.join(parts, match === 'all' ? sql` and ` : sql` or `)}))`
}

/** Where `m` and `co` come from. */
export const companyOfMember = sql`left join companies co on co.site_id = m.site_id and co.id = m.company_id`

const signs = { atLeast: sql`>=`, atMost: sql`<=`, above: sql`>`, below: sql`<` }
const columns = { plan: sql`co.plan`, company: sql`co.external_id`, locale: sql`m.locale` }

function holds(condition: Condition): RawBuilder<unknown> {
  const { field } = condition
  if ('value' in condition) {
    const sign = signs[condition.test]
    return field === 'revenue'
      ? sql`co.revenue ${sign} ${condition.value}::numeric`
      : sql`case when jsonb_typeof(${attributeOf(field)}) = 'number' then (${attributeOf(field)})::numeric ${sign} ${condition.value}::numeric end`
  }
  if (field === 'emailDomain') return provedDomain(condition.values as string[])
  const among = condition.test === 'is' ? sql`= any` : sql`<> all`
  if (field === 'plan' || field === 'company' || field === 'locale')
    return sql`${columns[field as keyof typeof columns]} ${among} (${condition.values}::text[])`
  return sql`(${attributeOf(field)}) ${among} (array(select jsonb_array_elements(${JSON.stringify(condition.values)}::jsonb)))`
}

const attributeOf = (field: string) => sql`m.attributes -> ${field.slice('attributes.'.length)}::text`

// An address counts where a connection that vouches for addresses proved it, else anybody could type one.
const provedDomain = (domains: string[]) => sql`exists (
  select from identities i
  join connections k on k.site_id = i.site_id and k.id = i.connection_id and k.emails_verified
  where i.site_id = m.site_id and i.member_id = m.id and split_part(i.email, '@', -1) = any(${domains}::text[]))`

/** Whether any of the segments asks for any of these facts. */
export function asksFor(segments: { rule: SegmentRule }[], facts: ReadonlySet<string>): boolean {
  return segments.some(({ rule }) => rule.conditions.some((condition) => facts.has(condition.field)))
}
