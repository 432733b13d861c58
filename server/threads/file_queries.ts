import { type Db, hot } from '../../db/connect.ts'
import type { AuthorColumns } from '../members/json.ts'
import { authorColumns } from './queries.ts'

export interface MergedRow {
  id: string
  number: number
  title: string
}

const family = `
with recursive family as (
  select id, number, title, 0 as steps from threads where site_id = $1 and id = $2
  union all
  select t.id, t.number, t.title, family.steps + 1 from family
  join threads t on t.site_id = $1 and t.merged_into = family.id where family.steps < 50)
select id, number, title from family where steps > 0 order by number limit 200`

/** The threads that were merged into one, directly or by way of another. */
export function mergedInto(db: Db, siteId: string, threadId: string): Promise<MergedRow[]> {
  return hot<MergedRow>(db, family, [siteId, threadId])
}

const reports = `
select count(*) as reports from (
  select from reports r join posts p on p.site_id = r.site_id and p.id = r.post_id and p.deleted_at is null
  where r.site_id = $1 and r.closed_at is null and r.post_id in (
    select opening_id from threads where site_id = $1 and id = $2
    union all select id from posts where site_id = $1 and thread_id = $2 and kind = 'reply')
  limit 1000) x`

/** How many reports on posts of a thread are open; counted up to a thousand. */
export async function openReportsIn(db: Db, siteId: string, threadId: string): Promise<number> {
  return (await hot<{ reports: number }>(db, reports, [siteId, threadId]))[0]?.reports ?? 0
}

const assignee = `
select ${authorColumns} from assignments s
join members a on a.site_id = s.site_id and a.id = s.member_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
where s.site_id = $1 and s.thread_id = $2`

export async function assigneeOf(
  db: Db,
  siteId: string,
  threadId: string,
): Promise<AuthorColumns | undefined> {
  return (await hot<AuthorColumns>(db, assignee, [siteId, threadId]))[0]
}

export interface PlaceRow {
  number: number
  title: string
  stage: string
  published: boolean
  detached: boolean
}

const place = `
select i.number, i.title, g.slug as stage, i.published_at is not null as published, ri.detached_at is not null as detached
from roadmap_ideas ri
join roadmap_items i on i.site_id = ri.site_id and i.id = ri.item_id and i.archived_at is null
join stages g on g.site_id = i.site_id and g.id = i.stage_id
where ri.site_id = $1 and ri.thread_id = $2`

/** The roadmap item that an idea is on, private or not. */
export async function placeOf(db: Db, siteId: string, threadId: string): Promise<PlaceRow | undefined> {
  return (await hot<PlaceRow>(db, place, [siteId, threadId]))[0]
}

export interface DecidedRow {
  id: string
  from: string | null
  to: string | null
  note: string
  by: string | null
  reverses: string | null
  created_at: Date
}

const decided = `
select d.id, f.slug as "from", s.slug as "to", d.note, m.name as by, d.reverses, d.created_at
from decisions d
left join statuses f on f.site_id = d.site_id and f.id = d.from_id
left join statuses s on s.site_id = d.site_id and s.id = d.to_id
left join members m on m.site_id = d.site_id and m.id = d.decided_by and m.erased_at is null
where d.site_id = $1 and d.thread_id = $2 and d.kind = 'status'
order by d.created_at desc, d.id desc limit 100`

/** What was decided about an idea's status, the latest first. What was taken back stands there, and what took it back. */
export function statusDecisions(db: Db, siteId: string, threadId: string): Promise<DecidedRow[]> {
  return hot<DecidedRow>(db, decided, [siteId, threadId])
}
