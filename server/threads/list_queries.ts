import { type Db, hot } from '../../db/connect.ts'
import type { KeyPart } from '../paging.ts'
import type { Kind, Sort } from '../words.ts'
import { type ThreadRow, threadColumns, threadJoins } from './queries.ts'

/** A row of a list, with who has the thread where the list was read for staff. */
export interface ListedRow extends ThreadRow {
  assignee_id?: string | null
  assignee_name?: string | null
  assignee_role?: string | null
  assignee_avatar?: string | null
  assignee_picture?: string | null
}

export interface ThreadFilter {
  boardIds: string[]
  /** All boards that may be read, whichever are asked for. */
  readable?: string[]
  sort: Sort
  kind?: Kind
  statusId?: string
  tagId?: string
  /** Only staff filter by these. */
  assigneeId?: string | 'none'
  unanswered?: boolean
  /** Whether it is read for staff, who also see who has each thread. */
  forStaff?: boolean
  after?: [KeyPart, number]
  limit: number
}

// What staff alone read of a row. Lists for everybody else never select it, so that nothing of it can get out.
const staffPart = {
  columns: `,
s.id as assignee_id, s.name as assignee_name, s.role as assignee_role, s.avatar_url as assignee_avatar,
s.picture_id as assignee_picture`,
  joins: `
left join assignments asg on asg.site_id = t.site_id and asg.thread_id = t.id
left join members s on s.site_id = asg.site_id and s.id = asg.member_id and s.erased_at is null`,
}
const publicPart = { columns: '', joins: '' }

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

/**
 * One page of a list, and one row more where there is one. Each board is walked along its own index, and the
 * pages are merged, so that the work is bounded by boards × page whatever else the site holds.
 */
export async function listThreads(db: Db, siteId: string, filter: ThreadFilter): Promise<ListedRow[]> {
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
  const part = filter.forStaff ? staffPart : publicPart
  // The page carries the counters' columns under their own name, so that they are not looked up again.
  const text = `
select ${threadColumns}, c.key${part.columns}
from (
  select w.* from unnest($2::uuid[]) as b(id) cross join lateral (
    select c.site_id, c.thread_id, c.number, c.vote_count, c.reply_count, c.active_at, c.trend, ${key} as key
    from thread_counters c${filterJoins(filter)}
    where c.site_id = $1 and c.board_id = b.id and c.listed ${conditions.map((one) => `and ${one}`).join(' ')}
    order by ${order} limit $3) w
  order by ${order.replaceAll('c.', 'w.')} limit $3
) c
join threads t on t.site_id = $1 and t.id = c.thread_id
${threadJoins}${part.joins}
order by ${order}`
  return hot<ListedRow>(db, text, values)
}

function filterJoins(filter: ThreadFilter): string {
  const needsThread = filter.statusId || filter.unanswered
  return needsThread ? ' join threads t on t.site_id = c.site_id and t.id = c.thread_id' : ''
}

/** Of the counters `c` and the thread `t`: the team has not answered. What it announced itself does not wait for it. */
export const awaitsTeam = "t.first_official_response_at is null and c.kind <> 'announcement'"

function conditionsOf(filter: ThreadFilter, place: (value: unknown) => string): string[] {
  const conditions: string[] = []
  if (filter.kind) conditions.push(`c.kind = ${place(filter.kind)}`)
  if (filter.statusId) conditions.push(`t.status_id = ${place(filter.statusId)}`)
  if (filter.unanswered) conditions.push(awaitsTeam)
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
export async function threadsByIds(
  db: Db,
  siteId: string,
  ids: string[],
  forStaff = false,
): Promise<ListedRow[]> {
  if (!ids.length) return []
  const part = forStaff ? staffPart : publicPart
  return hot<ListedRow>(
    db,
    `select ${threadColumns}, t.number as key${part.columns} from threads t
     join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
     ${threadJoins}${part.joins} where t.site_id = $1 and t.id = any($2::uuid[])`,
    [siteId, ids],
  )
}
