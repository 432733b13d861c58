import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import type { AuthorColumns } from '../members/json.ts'
import { authorColumns } from '../threads/queries.ts'
import type { Locale } from '../words.ts'
import type { reasons } from './json.ts'

export interface ReportedRow extends AuthorColumns {
  id: string
  kind: 'opening' | 'reply'
  number: number
  title: string
  body: string
  html: string
  revision: number
  created_at: Date
  hidden: boolean
  /** Its newest open report: the key of its place in the list. */
  at: string
  report_id: string
}

const microseconds = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`

const standing = (post: string) =>
  `exists (select from rulings u where u.site_id = ${post}.site_id and u.post_id = ${post}.id and u.lifted_at is null)`

const postColumns = `
p.id, p.kind, t.number, t.title, p.body, p.html, p.revision, p.created_at, ${standing('p')} as hidden, ${authorColumns}`

const postJoins = `
join threads t on t.site_id = p.site_id and t.id = p.thread_id
join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null
left join members a on a.site_id = p.site_id and a.id = p.author_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id`

// Open reports are walked along their index, newest first; a post is where its newest report is.
const reported = `
select ${postColumns}, ${microseconds('r.created_at')}::text as at, r.id::text as report_id
from reports r
join posts p on p.site_id = r.site_id and p.id = r.post_id and p.deleted_at is null${postJoins}
where r.site_id = $1 and r.closed_at is null
  and r.created_at <= to_timestamp($2::numeric / 1000000)
  and (r.created_at, r.id) < (to_timestamp($2::numeric / 1000000), $3::uuid)
  and not exists (select from reports n where n.site_id = r.site_id and n.post_id = r.post_id and n.closed_at is null
    and (n.created_at, n.id) > (r.created_at, r.id))
order by r.created_at desc, r.id desc limit $4`

/** Posts with open reports, the newest report first, and one more than `limit` where there is one. */
export function reportedPosts(
  db: Db,
  siteId: string,
  after: [string, string] | undefined,
  limit: number,
): Promise<ReportedRow[]> {
  const [at, id] = after ?? ['9000000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return hot<ReportedRow>(db, reported, [siteId, at, id, limit + 1])
}

export interface PostOnFileRow extends ReportedRow {
  author_locale: Locale | null
}

const onePost = `
select ${postColumns}, a.locale as author_locale, '0' as at, '' as report_id from posts p ${postJoins}
where p.site_id = $1 and p.id = $2 and p.deleted_at is null`

/** One post as moderators see it, reported or not. */
export async function postOnFile(db: Db, siteId: string, id: string): Promise<PostOnFileRow | undefined> {
  return (await hot<PostOnFileRow>(db, onePost, [siteId, id]))[0]
}

const total = `
select count(*) as total from (
  select distinct r.post_id from reports r
  join posts p on p.site_id = r.site_id and p.id = r.post_id and p.deleted_at is null
  join threads t on t.site_id = p.site_id and t.id = p.thread_id
  join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null
  where r.site_id = $1 and r.closed_at is null limit 1000) x`

/** How many posts have open reports; counted up to a thousand. */
export async function reportedTotal(db: Db, siteId: string): Promise<number> {
  return (await hot<{ total: number }>(db, total, [siteId]))[0]?.total ?? 0
}

export interface ReportRow extends AuthorColumns {
  id: string
  post_id: string
  reason: (typeof reasons)[number]
  note: string
  revision: number
  created_at: Date
}

const openReports = `
select r.id, r.post_id, r.reason, r.note, r.revision, r.created_at, ${authorColumns}
from unnest($2::uuid[]) as asked(post_id) cross join lateral (
  select * from reports o where o.site_id = $1 and o.post_id = asked.post_id and o.closed_at is null
  order by o.created_at desc, o.id desc limit 50) r
left join members a on a.site_id = r.site_id and a.id = r.member_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
order by r.created_at desc, r.id desc`

/** The open reports on some posts, newest first, the last fifty of each. */
export async function openReportsOn(db: Db, siteId: string, postIds: string[]): Promise<ReportRow[]> {
  return postIds.length ? hot<ReportRow>(db, openReports, [siteId, postIds]) : []
}

export interface RulingRow extends AuthorColumns {
  id: string
  number: number
  post_id: string
  post_kind: 'opening' | 'reply'
  thread_id: string
  thread_number: number
  title: string
  revision: number
  body: string
  rule_number: number
  rule_name: string
  rule_names: Record<string, string>
  reason: string
  by_name: string | null
  created_at: Date
  tell_at: Date
  lifted_at: Date | null
}

// The words are those that were judged, also where the author wrote others after it was lifted.
const rulingText = (title: string, where: string) => `
select u.id, u.number, u.post_id, p.kind as post_kind, p.thread_id, t.number as thread_number, ${title} as title,
  u.revision, coalesce(v.body, p.body) as body, u.rule_number, ru.name as rule_name, ru.names as rule_names,
  u.reason, m.name as by_name, u.created_at, u.tell_at, u.lifted_at, ${authorColumns}
from rulings u
join posts p on p.site_id = u.site_id and p.id = u.post_id
join threads t on t.site_id = p.site_id and t.id = p.thread_id
join boards b on b.site_id = t.site_id and b.id = t.board_id
join posts o on o.site_id = t.site_id and o.id = t.opening_id
join rules ru on ru.site_id = u.site_id and ru.number = u.rule_number and ru.version = u.rule_version
left join revisions v on v.site_id = u.site_id and v.post_id = u.post_id and v.revision = u.revision
left join members m on m.site_id = u.site_id and m.id = u.ruled_by and m.erased_at is null
left join members a on a.site_id = p.site_id and a.id = p.author_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
where u.site_id = $1 and ${where}`

const titleThen = `coalesce(v.title, t.title)`
const rulingById = rulingText(titleThen, 'u.id = $2')
const rulingOnPost = rulingText(titleThen, 'u.post_id = $2 and u.lifted_at is null')
const rulingsInThread = rulingText(
  titleThen,
  `u.post_id in (select opening_id from threads where site_id = $1 and id = $2
    union all select id from posts where site_id = $1 and thread_id = $2 and kind = 'reply')
  order by u.number desc limit 100`,
)

// The author of a reply may no longer read the thread around it, and then does not read its title here.
const rulingsForAuthor = rulingText(
  `case when t.author_id = $2 then ${titleThen}
    when b.archived_at is null and b.readers = any($3::text[]) and not ${standing('o')} then t.title else '' end`,
  `p.author_id = $2 and u.tell_at <= $4 and (u.lifted_at is null or u.lifted_at >= u.tell_at)
   and u.number < $5 order by u.number desc limit $6`,
)

const rulingsOnMember = rulingText(titleThen, `p.author_id = $2 order by u.number desc limit 50`)

/** Rulings on a member's posts as the team sees them, the latest first, the last fifty. */
export function rulingsOn(db: Db, siteId: string, memberId: string): Promise<RulingRow[]> {
  return hot<RulingRow>(db, rulingsOnMember, [siteId, memberId])
}

export async function findRuling(db: Db, siteId: string, id: string): Promise<RulingRow | undefined> {
  return (await hot<RulingRow>(db, rulingById, [siteId, id]))[0]
}

/** The ruling that hides a post. */
export async function rulingOn(db: Db, siteId: string, postId: string): Promise<RulingRow | undefined> {
  return (await hot<RulingRow>(db, rulingOnPost, [siteId, postId]))[0]
}

/** Rulings on any post of a thread, the latest first. */
export function rulingsIn(db: Db, siteId: string, threadId: string): Promise<RulingRow[]> {
  return hot<RulingRow>(db, rulingsInThread, [siteId, threadId])
}

/** What was decided about a member's own posts, as far as they have been told by now. */
export function rulingsTold(
  db: Db,
  viewer: Reader,
  memberId: string,
  now: Date,
  before: number | undefined,
  limit: number,
): Promise<RulingRow[]> {
  const values = [viewer.siteId, memberId, visibleTo(viewer), now, before ?? 2_000_000_000, limit + 1]
  return hot<RulingRow>(db, rulingsForAuthor, values)
}
