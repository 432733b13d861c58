import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import type { AuthorColumns } from '../members/json.ts'
import type { ReactionsJson } from '../reactions/json.ts'
import { authorColumns } from '../threads/queries.ts'
import type { Locale } from '../words.ts'

/** A reply, or an event between replies; `at` and `key` are its place in the story. */
export interface StoryRow extends AuthorColumns {
  type: 'reply' | 'event'
  id: string
  at: string
  created_at: Date
  parent_id: string | null
  body: string | null
  html: string | null
  revision: number | null
  edited_at: Date | null
  deleted_at: Date | null
  official: boolean
  accepted: boolean
  origin: number | null
  ruling_rule: number | null
  ruling_name: string | null
  ruling_names: Record<string, string> | null
  ruling_at: Date | null
  reactions: ReactionsJson | null
  kind: string | null
  detail: Record<string, unknown> | null
}

const postColumns = `
p.parent_id, p.body, p.html, p.revision, p.edited_at, p.deleted_at,
(o.post_id is not null) as official, (k.post_id is not null) as accepted, ot.number as origin,
r.rule_number as ruling_rule, ru.name as ruling_name, ru.names as ruling_names, r.created_at as ruling_at, rc.counts as reactions`

const postJoins = `
left join members a on a.site_id = p.site_id and a.id = p.author_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
left join official_replies o on o.site_id = p.site_id and o.thread_id = p.thread_id and o.post_id = p.id
left join accepted_replies k on k.site_id = p.site_id and k.thread_id = p.thread_id and k.post_id = p.id
left join threads ot on ot.site_id = p.site_id and ot.id = p.origin_thread_id
left join rulings r on r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null
left join rules ru on ru.site_id = r.site_id and ru.number = r.rule_number and ru.version = r.rule_version
left join reaction_counts rc on rc.site_id = p.site_id and rc.post_id = p.id`

// A deleted reply stays as a tombstone only while others answered it.
const shownReply = `(p.deleted_at is null or exists (
  select from posts n where n.site_id = p.site_id and n.parent_id = p.id and n.deleted_at is null))`

/** How many replies stand below another. */
export const mostBelow = 100

const told = `('status', 'merged', 'roadmap')`

/** Microseconds since 1970, as text: what a timestamp is as a whole, where a JavaScript date is not. */
const microseconds = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`

// A thread that was merged into this one stays where it was, and may be closed to who reads this one by now: then it is
// told that one was merged, and not which.
const detail = `case when v.kind <> 'merged' or exists (
    select from threads s join boards b on b.site_id = s.site_id and b.id = s.board_id and b.archived_at is null
    where s.site_id = $1 and s.number = (v.detail -> 'thread' ->> 'number')::int and b.readers = any($6::text[]))
  then v.detail else v.detail - 'thread' end`

function storyText(events: boolean): string {
  const eventPart = `
  union all
  (select 'event', null::uuid, v.seq, v.created_at from activity v
   where v.site_id = $1 and v.thread_id = $2 and v.public and v.kind in ${told}
     and v.created_at >= to_timestamp($3::numeric / 1000000)
     and (v.created_at, v.seq::text) > (to_timestamp($3::numeric / 1000000), $4)
   order by v.created_at, v.seq limit $5)`
  return `
with top as materialized (
  select * from (
  (select 'reply' as type, p.id, null::bigint as seq, p.created_at from posts p
   where p.site_id = $1 and p.thread_id = $2 and p.kind = 'reply' and p.parent_id is null
     and p.created_at >= to_timestamp($3::numeric / 1000000)
     and (p.created_at, p.id::text) > (to_timestamp($3::numeric / 1000000), $4) and ${shownReply}
   order by p.created_at, p.id limit $5)${events ? eventPart : ''}
  ) both_kinds order by created_at, coalesce(id::text, seq::text) limit $5),
shown as (
  select p.site_id, p.id, p.created_at from top join posts p on p.site_id = $1 and p.id = top.id
  union all
  select x.site_id, x.id, x.created_at from top cross join lateral (
    select p.site_id, p.id, p.created_at from posts p
    where p.site_id = $1 and p.parent_id = top.id and p.deleted_at is null
    order by p.created_at, p.id limit ${mostBelow}) x where top.type = 'reply')
select 'reply' as type, p.id::text as id, ${microseconds('p.created_at')}::text as at, p.created_at,
  ${postColumns}, ${authorColumns}, null::text as kind, null::jsonb as detail
from shown join posts p on p.site_id = shown.site_id and p.id = shown.id ${postJoins}
${
  events
    ? `union all
select 'event', v.seq::text, ${microseconds('v.created_at')}::text, v.created_at,
  null, null, null, null, null, null, false, false, null, null, null, null, null, null, ${authorColumns}, v.kind, ${detail}
from top join activity v on v.site_id = $1 and v.seq = top.seq
left join members a on a.site_id = v.site_id and a.id = v.actor_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
where top.type = 'event'`
    : ''
}
order by 4, 2`
}

const withEvents = storyText(true)
const repliesOnly = storyText(false)

/**
 * A page of a thread's story, oldest first: top-level replies with those below them (`mostBelow` each at most) and,
 * if asked for, what happened. One row more than the page at top level, where there is one.
 */
export function storyRows(
  db: Db,
  reader: Reader,
  threadId: string,
  after: [string, string] | undefined,
  limit: number,
  events: boolean,
): Promise<StoryRow[]> {
  const [at, id] = after ?? ['0', '']
  const page = [reader.siteId, threadId, at, id, limit + 1]
  return events
    ? hot<StoryRow>(db, withEvents, [...page, visibleTo(reader)])
    : hot<StoryRow>(db, repliesOnly, page)
}

const marked = (marks: 'official_replies' | 'accepted_replies') => `
select 'reply' as type, p.id::text as id, '0' as at, p.created_at, ${postColumns}, ${authorColumns}, null as kind, null as detail
from ${marks} f join posts p on p.site_id = f.site_id and p.id = f.post_id ${postJoins}
where f.site_id = $1 and f.thread_id = $2 and p.deleted_at is null`

const officialOf = marked('official_replies')
const acceptedOf = marked('accepted_replies')

export async function officialReply(db: Db, siteId: string, threadId: string): Promise<StoryRow | undefined> {
  return (await hot<StoryRow>(db, officialOf, [siteId, threadId]))[0]
}

export async function acceptedReply(db: Db, siteId: string, threadId: string): Promise<StoryRow | undefined> {
  return (await hot<StoryRow>(db, acceptedOf, [siteId, threadId]))[0]
}

const replyById = `
select 'reply' as type, p.id::text as id, '0' as at, p.created_at, ${postColumns}, ${authorColumns}, null as kind, null as detail
from posts p ${postJoins} where p.site_id = $1 and p.id = $2`

/** A reply by its own key: the thread it was written in may have been merged into another since. */
export async function oneReply(db: Db, siteId: string, id: string): Promise<StoryRow | undefined> {
  return (await hot<StoryRow>(db, replyById, [siteId, id]))[0]
}

export interface PostFull {
  id: string
  kind: 'opening' | 'reply'
  thread_id: string
  number: number
  title: string
  language: Locale
  board_id: string
  parent_id: string | null
  author_id: string | null
  author_name: string | null
  body: string
  html: string
  revision: number
  created_at: Date
  deleted_at: Date | null
  hidden: boolean
  merged_into: string | null
  locked_at: Date | null
}

const postById = `
select p.id, p.kind, p.thread_id, t.number, t.title, t.language, t.board_id, p.parent_id, p.author_id, a.name as author_name,
  p.body, p.html, p.revision, p.created_at, p.deleted_at, t.merged_into, t.locked_at,
  exists (select from rulings r where r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null) as hidden
from posts p
join threads t on t.site_id = p.site_id and t.id = p.thread_id
join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null
left join members a on a.site_id = p.site_id and a.id = p.author_id
where p.site_id = $1 and p.id = $2 and b.readers = any($3::text[])`

/** A post in a thread that this audience may read. */
export async function findPost(db: Db, viewer: Reader, id: string): Promise<PostFull | undefined> {
  return (await hot<PostFull>(db, postById, [viewer.siteId, id, visibleTo(viewer)]))[0]
}
