import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import type { AuthorColumns } from '../members/json.ts'
import { authorColumns } from '../threads/queries.ts'
import type { SegmentRule } from './json.ts'
import { belongs, companyOfMember } from './matches.ts'

export type MatchRow = AuthorColumns

const shown = 5
const counted = 10_000

/** How many members belong now, counted up to ten thousand, and the latest few. The text is the rule's, so it is planned each time. */
export async function whoBelongs(
  db: Db,
  siteId: string,
  rule: SegmentRule,
): Promise<{ total: number; rows: MatchRow[] }> {
  const { rows } = await sql<MatchRow & { total: number }>`
    with found as materialized (
      select m.id from members m ${companyOfMember}
      where m.site_id = ${siteId} and ${belongs(rule)} limit ${counted})
    select ${sql.raw(authorColumns)}, (select count(*) from found) as total
    from (select id from found order by id desc limit ${shown}) f
    join members a on a.site_id = ${siteId} and a.id = f.id
    left join companies co on co.site_id = a.site_id and co.id = a.company_id
    order by a.id desc`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

export interface FactsRow {
  plans: string[]
  companies: { id: string; name: string }[]
  attributes: string[]
}

// The latest ten thousand companies and thousand members are looked at, so that the work is bounded.
const facts = `
select
  array(select distinct plan from (select plan from companies where site_id = $1 order by id desc limit 10000) c
    where plan is not null order by plan limit 100) as plans,
  (select coalesce(json_agg(c order by c.name, c.id), '[]') from (
    select external_id as id, name from companies where site_id = $1 order by id desc limit 100) c) as companies,
  array(select distinct key from (
      select attributes from members where site_id = $1 and erased_at is null order by id desc limit 1000) m,
    jsonb_object_keys(m.attributes) as key order by key limit 100) as attributes`

/** What is known of a site's members, as far as a rule may ask for it. */
export async function knownFacts(db: Db, siteId: string): Promise<FactsRow> {
  return (await hot<FactsRow>(db, facts, [siteId]))[0]!
}
