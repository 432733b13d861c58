import { type Db, hot } from '../../db/connect.ts'
import { type Audience, visibleTo } from '../context.ts'
import type { AuthorColumns } from '../members/json.ts'
import type { KeyPart } from '../paging.ts'
import type { Kind, Locale, Sort } from '../words.ts'

export interface ThreadRow extends AuthorColumns {
  id: string
  number: number
  board_id: string
  kind: Kind
  title: string
  excerpt: string
  language: Locale
  status_id: string | null
  tag_ids: string[]
  vote_count: number
  reply_count: number
  official: boolean
  created_at: Date
  active_at: Date
  /** The sort key of the list it was read for. */
  key: KeyPart
}

// How an author is named, wherever `a` is members and `co` companies.
export const authorColumns = `
a.id as author_id, a.name as author_name, a.role as author_role, a.avatar_url as author_avatar,
a.picture_id as author_picture, co.name as author_company`

const threadColumns = `
t.id, t.number, t.board_id, t.kind, t.title, t.excerpt, t.language, t.status_id, t.created_at,
c.vote_count, c.reply_count, c.active_at, ${authorColumns},
o.post_id is not null as official,
array(select g.tag_id::text from thread_tags g where g.site_id = t.site_id and g.thread_id = t.id) as tag_ids`

const threadJoins = `
left join members a on a.site_id = t.site_id and a.id = t.author_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id
left join official_replies o on o.site_id = t.site_id and o.thread_id = t.id`

// order: the indexed column. key: the same for a cursor, exact in JSON. from: a cursor's part as the column.
const orders: Record<Sort, { order: string; key: string; from: (part: string) => string }> = {
  top: { order: 'c.vote_count', key: 'c.vote_count', from: (part) => `${part}::int` },
  trending: { order: 'c.trend', key: 'c.trend', from: (part) => `${part}::float8` },
  new: { order: 'c.number', key: 'c.number', from: (part) => `${part}::int` },
  active: {
    order: 'c.active_at',
    key: '(extract(epoch from c.active_at) * 1000000)::bigint',
    from: (part) => `to_timestamp(${part}::numeric / 1000000)`,
  },
}

export interface ThreadFilter {
  boardIds: string[]
  sort: Sort
  kind?: Kind
  statusId?: string
  tagId?: string
  /** Only staff filter by these. */
  assigneeId?: string | 'none'
  unanswered?: boolean
  after?: [KeyPart, number]
  limit: number
}

/**
 * One page of a list, and one row more where there is one. Each board is walked along its own index, and the
 * pages are merged, so that the work is bounded by boards × page whatever else the site holds.
 */
export async function listThreads(db: Db, siteId: string, filter: ThreadFilter): Promise<ThreadRow[]> {
  if (!filter.boardIds.length) return []
  const values: unknown[] = [siteId, filter.boardIds, filter.limit + 1]
  const place = (value: unknown) => `$${values.push(value)}`
  const { order: column, key, from } = orders[filter.sort]
  const conditions = conditionsOf(filter, place)
  if (filter.after) {
    const [last, number] = filter.after
    conditions.push(
      filter.sort === 'new'
        ? `c.number < ${place(number)}::int`
        : `(${column}, c.number) < (${from(place(last))}, ${place(number)}::int)`,
    )
  }
  const order = filter.sort === 'new' ? 'c.number desc' : `${column} desc, c.number desc`
  // The page carries the counters' columns under their own name, so that they are not looked up again.
  const text = `
select ${threadColumns}, c.key
from (
  select w.* from unnest($2::uuid[]) as b(id) cross join lateral (
    select c.site_id, c.thread_id, c.number, c.vote_count, c.reply_count, c.active_at, c.trend, ${key} as key
    from thread_counters c${filterJoins(filter)}
    where c.site_id = $1 and c.board_id = b.id and c.listed ${conditions.map((one) => `and ${one}`).join(' ')}
    order by ${order} limit $3) w
  order by ${order.replaceAll('c.', 'w.')} limit $3
) c
join threads t on t.site_id = $1 and t.id = c.thread_id
${threadJoins}
order by ${order}`
  return hot<ThreadRow>(db, text, values)
}

function filterJoins(filter: ThreadFilter): string {
  const needsThread = filter.statusId || filter.unanswered
  return needsThread ? ' join threads t on t.site_id = c.site_id and t.id = c.thread_id' : ''
}

function conditionsOf(filter: ThreadFilter, place: (value: unknown) => string): string[] {
  const conditions: string[] = []
  if (filter.kind) conditions.push(`c.kind = ${place(filter.kind)}`)
  if (filter.statusId) conditions.push(`t.status_id = ${place(filter.statusId)}`)
  if (filter.unanswered) conditions.push('t.first_official_response_at is null')
  if (filter.tagId) {
    conditions.push(
      `exists (select from thread_tags g where g.site_id = c.site_id and g.thread_id = c.thread_id and g.tag_id = ${place(filter.tagId)})`,
    )
  }
  const assigned =
    'exists (select from assignments s where s.site_id = c.site_id and s.thread_id = c.thread_id'
  if (filter.assigneeId === 'none') conditions.push(`not ${assigned})`)
  else if (filter.assigneeId) conditions.push(`${assigned} and s.member_id = ${place(filter.assigneeId)})`)
  return conditions
}

/** Threads by number, in no order, among the boards given: for search, similar and personal lists. */
export async function threadsByIds(db: Db, siteId: string, ids: string[]): Promise<ThreadRow[]> {
  if (!ids.length) return []
  return hot<ThreadRow>(
    db,
    `select ${threadColumns}, t.number as key from threads t
     join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
     ${threadJoins} where t.site_id = $1 and t.id = any($2::uuid[])`,
    [siteId, ids],
  )
}

export interface ThreadFull extends ThreadRow {
  opening_id: string
  body: string
  html: string
  revision: number
  edited_at: Date | null
  deleted_at: Date | null
  locked_at: Date | null
  author_member: string | null
  visibility: string
  merged_into: string | null
  merged_number: number | null
  ruling_rule: number | null
  ruling_version: number | null
  ruling_name: string | null
  ruling_names: Record<string, string> | null
  ruling_at: Date | null
  item_number: number | null
  item_title: string | null
  item_stage: string | null
  item_expected: string | null
}

const threadByNumber = `
select ${threadColumns}, t.number as key, t.opening_id, p.body, p.html, t.revision, p.edited_at, p.deleted_at, t.locked_at,
  t.author_id as author_member, b.visibility, t.merged_into, m.number as merged_number,
  r.rule_number as ruling_rule, r.rule_version as ruling_version, ru.name as ruling_name, ru.names as ruling_names,
  r.created_at as ruling_at,
  i.number as item_number, i.title as item_title, st.slug as item_stage, i.expected_on as item_expected
from threads t
join boards b on b.site_id = t.site_id and b.id = t.board_id and b.archived_at is null
join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
join posts p on p.site_id = t.site_id and p.id = t.opening_id
${threadJoins}
left join threads m on m.site_id = t.site_id and m.id = t.merged_into
left join rulings r on r.site_id = t.site_id and r.post_id = t.opening_id and r.lifted_at is null
left join rules ru on ru.site_id = r.site_id and ru.number = r.rule_number and ru.version = r.rule_version
left join roadmap_ideas ri on ri.site_id = t.site_id and ri.thread_id = t.id
left join roadmap_items i on i.site_id = ri.site_id and i.id = ri.item_id and i.published_at is not null and i.archived_at is null
left join stages st on st.site_id = i.site_id and st.id = i.stage_id
where t.site_id = $1 and t.number = $2 and b.visibility = any($3::text[])`

/** A thread that this audience may read, or nothing: no access and no such thing are one answer. */
export async function findThread(
  db: Db,
  viewer: { siteId: string; audience: Audience },
  number: number,
): Promise<ThreadFull | undefined> {
  return (await hot<ThreadFull>(db, threadByNumber, [viewer.siteId, number, visibleTo(viewer.audience)]))[0]
}

/** Where threads are known by number: their ids, kinds and boards, for what staff do to several at once. */
export function threadsByNumbers(db: Db, siteId: string, numbers: number[]) {
  return db
    .selectFrom('threads')
    .select([
      'id',
      'number',
      'kind',
      'title',
      'board_id',
      'author_id',
      'status_id',
      'merged_into',
      'opening_id',
    ])
    .where('site_id', '=', siteId)
    .where('number', 'in', numbers)
    .limit(200)
    .execute()
}
