import { sql } from 'kysely'
import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { AuthorColumns } from '../members/json.ts'
import { authorColumns } from '../threads/queries.ts'
import { endsInSight } from '../votes/merged.ts'
import type { Locale, Names } from '../words.ts'
import type { NewsKind } from './kinds.ts'

export interface NotificationRow extends AuthorColumns {
  id: string
  kind: NewsKind
  lifted: boolean
  created_at: Date
  at: string
  read_at: Date | null
  thread_number: number | null
  thread_title: string | null
  thread_language: Locale | null
  item_number: number | null
  item_title: string | null
  post_id: string | null
  to: string | null
  note: string | null
  ruling: number | null
  until: Date | null
  rule_number: number | null
  rule_name: string | null
  rule_names: Names | null
}

/**
 * News that its reader, `n.member_id`, may still read: of a thread on a board of theirs, wherever it was merged into, of an item that is
 * public, of a post that stands. A ruling on one's own post is told wherever it is. That a thread is one's to take care of
 * is told to who reads as staff, while it is so. For joins: n is
 * notifications, t threads, b boards, i roadmap_items, p posts; `boards` is a parameter of what its reader holds (`visibleTo`).
 */
export const stillReadable = (boards: string) => `(n.kind = 'ruling' or (
  (n.thread_id is null or (b.archived_at is null and b.readers = any(${boards}::text[]) and ${endsInSight(boards)}))
  and (n.item_id is null or (i.published_at is not null and i.archived_at is null))
  and (n.kind <> 'assigned' or ('staff' = any(${boards}::text[]) and exists (
    select from assignments s where s.site_id = n.site_id and s.thread_id = n.thread_id and s.member_id = n.member_id)))
  and (n.kind not in ('reply', 'mention', 'thread', 'official', 'accepted', 'answered') or (p.deleted_at is null and not exists (
    select from rulings h where h.site_id = p.site_id and h.post_id = p.id and h.lifted_at is null)))))`

export const newsJoins = `
left join threads t on t.site_id = n.site_id and t.id = n.thread_id
left join boards b on b.site_id = t.site_id and b.id = t.board_id
left join roadmap_items i on i.site_id = n.site_id and i.id = n.item_id
left join posts p on p.site_id = n.site_id and p.id = n.post_id`

// A hidden thread's title is told to its author alone, and so is that of a thread one may no longer read.
const titleShown = (
  boards: string,
) => `t.author_id = n.member_id or (b.archived_at is null and b.readers = any(${boards}::text[]) and ${endsInSight(boards)} and not exists (
  select from rulings h where h.site_id = t.site_id and h.post_id = t.opening_id and h.lifted_at is null))`

/** What a notification says; `boards` is a parameter of what its reader holds. */
export const newsColumns = (boards: string) => `
select n.id, n.kind, n.key like 'lifted:%' as lifted, n.tell_at as created_at, (extract(epoch from n.tell_at) * 1000000)::bigint::text as at, n.read_at,
  t.number as thread_number, case when ${titleShown(boards)} then t.title else '' end as thread_title, t.language as thread_language,
  i.number as item_number, i.title as item_title, case when n.kind = 'mention' and p.kind = 'opening' then null else n.post_id end as post_id,
  coalesce(case when d.kind = 'status' then s.slug else g.slug end, gi.slug) as "to", coalesce(d.note, x.reason, u.reason) as note, u.number as ruling, x.until,
  xr.number as rule_number, xr.name as rule_name, xr.names as rule_names, ${authorColumns}
from notifications n${newsJoins}
left join decisions d on d.site_id = n.site_id and d.id = n.decision_id
left join statuses s on s.site_id = d.site_id and s.id = d.to_id
left join stages g on g.site_id = d.site_id and g.id = d.to_id
left join stages gi on gi.site_id = i.site_id and gi.id = i.stage_id
left join rulings u on u.site_id = n.site_id and u.id = n.ruling_id
left join sanctions x on x.site_id = n.site_id and x.id = n.sanction_id
left join rules xr on xr.site_id = n.site_id and xr.number = coalesce(x.rule_number, u.rule_number) and xr.version = coalesce(x.rule_version, u.rule_version)
left join members a on a.site_id = n.site_id and a.id = n.actor_id and a.erased_at is null
left join companies co on co.site_id = a.site_id and co.id = a.company_id`

const told = `${newsColumns('$3')}
where n.site_id = $1 and n.member_id = $2 and n.tell_at <= $4 and ${stillReadable('$3')}
  and n.tell_at <= to_timestamp($5::numeric / 1000000)
  and (n.tell_at, n.id) < (to_timestamp($5::numeric / 1000000), $6::uuid)
order by n.tell_at desc, n.id desc limit $7`

/** What a member has been told by `now`, the latest first, and one more than `limit` where there is one. */
export function listNotifications(
  db: Db,
  viewer: Reader,
  memberId: string,
  now: Date,
  after: [string, string] | undefined,
  limit: number,
): Promise<NotificationRow[]> {
  const [at, id] = after ?? ['9000000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return hot<NotificationRow>(db, told, [viewer.siteId, memberId, visibleTo(viewer), now, at, id, limit + 1])
}

const unread = `
select count(*) as unread from (
  select from notifications n${newsJoins}
  where n.site_id = $1 and n.member_id = $2 and n.tell_at <= $4 and n.read_at is null and ${stillReadable('$3')}
  limit 100) x`

/** How many of a member's news are unread; counted up to a hundred, where people read "99+". */
export async function countUnread(db: Db, viewer: Reader, memberId: string, now: Date): Promise<number> {
  const values = [viewer.siteId, memberId, visibleTo(viewer), now]
  return (await hot<{ unread: number }>(db, unread, values))[0]?.unread ?? 0
}

/** Marks what was told by `now` as read: all of it, up to one notification, or some alone. Whether any of them is there. */
export async function markRead(
  trx: Trx,
  siteId: string,
  memberId: string,
  now: Date,
  { upTo, only }: { upTo?: string | undefined; only?: string[] | undefined },
): Promise<boolean> {
  const named = upTo ? [upTo] : only
  const known = named && (await toldOf(trx, siteId, memberId, now, named))
  if (known?.length === 0) return false
  await sql`
    update notifications n set read_at = ${now}
    where n.site_id = ${siteId} and n.member_id = ${memberId} and n.read_at is null and n.tell_at <= ${now}
    ${known ? (only ? sql`and n.id = any(${known}::uuid[])` : sql`and (n.tell_at, n.id) <= (select x.tell_at, x.id from notifications x where x.site_id = ${siteId} and x.id = ${known[0]})`) : sql``}`.execute(
    trx,
  )
  return true
}

async function toldOf(trx: Trx, siteId: string, memberId: string, now: Date, ids: string[]) {
  const rows = await trx
    .selectFrom('notifications')
    .select('id')
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .where('id', 'in', ids)
    .where('tell_at', '<=', now)
    .execute()
  return rows.map(({ id }) => id)
}
