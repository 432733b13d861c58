import { type Db, hot } from '../../db/connect.ts'
import { type Reader, visibleTo } from '../context.ts'
import { newsJoins, stillReadable } from '../notifications/queries.ts'
import type { ReactionName } from '../reactions/signs.ts'
import { endsInSight } from '../votes/merged.ts'

export interface MeRow {
  id: string
  name: string
  email: string | null
  avatar_url: string | null
  picture_id: string | null
  locale: string | null
  company: string | null
  managed: boolean
  votes_shown: boolean
  created_at: Date
  posts: number
  votes: number
  unread: number
}

// Unread news are counted up to a hundred, which is where people read "99+".
const unread = `(select count(*) from (select from notifications n${newsJoins}
    where n.site_id = $1 and n.member_id = $2 and n.read_at is null and n.tell_at <= $3 and ${stillReadable('$4')}
    limit 100) u)::int`

// Of one's own too, what stands on a board that one may not read (any more) is neither shown nor counted.
const board = (id: string) =>
  `join boards b on b.site_id = $1 and b.id = ${id} and b.archived_at is null and b.readers = any($4::text[])`

const me = `
select m.id, m.name, coalesce(m.email, ac.email) as email, m.avatar_url, m.picture_id, m.locale, m.votes_shown, co.name as company,
  exists (select from identities i join connections k on k.site_id = i.site_id and k.id = i.connection_id and k.kind = 'sso'
    where i.site_id = m.site_id and i.member_id = m.id) as managed,
  m.created_at,
  (select count(*) from posts p join threads t on t.site_id = p.site_id and t.id = p.thread_id ${board('t.board_id')}
    where p.site_id = m.site_id and p.author_id = m.id and p.deleted_at is null and ${endsInSight('$4')})::int as posts,
  (select count(*) from votes v join thread_counters c on c.site_id = v.site_id and c.thread_id = v.thread_id and c.listed
    ${board('c.board_id')} where v.site_id = m.site_id and v.member_id = m.id)::int as votes,
  ${unread} as unread
from members m
left join accounts ac on ac.id = m.account_id
left join companies co on co.site_id = m.site_id and co.id = m.company_id
where m.site_id = $1 and m.id = $2 and m.erased_at is null`

/** Oneself, with what one wrote and what waits to be read by now. */
export async function readMe(
  db: Db,
  reader: Reader,
  memberId: string,
  now: Date,
): Promise<MeRow | undefined> {
  return (await hot<MeRow>(db, me, [reader.siteId, memberId, now, visibleTo(reader)]))[0]
}

export interface OverlayRow {
  id: string
  name: string
  avatar_url: string | null
  picture_id: string | null
  unread: number
  voted: number[]
  followed: number[]
  boards: string[]
  visits: { thread: number; readUntil: string; fresh: boolean }[]
  reacted: Record<string, ReactionName[]>
}

// Whether somebody else replied since, in words that still stand. Most threads are done with by their counters alone.
const isFresh = `c.active_at > v.read_until and exists (select from posts p
    where p.site_id = c.site_id and p.thread_id = c.thread_id and p.kind = 'reply' and p.created_at > v.read_until
      and p.deleted_at is null and p.author_id is distinct from m.id and not exists (
        select from rulings r where r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null))`

// One's own latest reactions are looked through for those to the posts of these threads.
const reacted = `(select coalesce(json_object_agg(x.post_id, x.names), '{}') from (
    select r.post_id, json_agg(r.name order by r.created_at, r.name) as names from (
      select r.post_id, r.name, r.created_at from reactions r
      where r.site_id = $1 and r.member_id = m.id order by r.created_at desc limit 2000) r
    join posts p on p.site_id = $1 and p.id = r.post_id and p.deleted_at is null
    join thread_counters c on c.site_id = $1 and c.thread_id = p.thread_id and c.number = any($5::int[])
    ${board('c.board_id')}
    group by r.post_id) x)`

const overlay = `
select m.id, m.name, m.avatar_url, m.picture_id, ${unread} as unread,
  array(select c.number from thread_counters c
    join votes v on v.site_id = c.site_id and v.thread_id = c.thread_id and v.member_id = m.id
    ${board('c.board_id')}
    where c.site_id = $1 and c.number = any($5::int[]) order by c.number) as voted,
  array(select c.number from thread_counters c
    join thread_subscriptions f on f.site_id = c.site_id and f.thread_id = c.thread_id and f.member_id = m.id and f.following
    ${board('c.board_id')}
    where c.site_id = $1 and c.number = any($5::int[]) order by c.number) as followed,
  array(select b.slug from board_subscriptions f ${board('f.board_id')}
    where f.site_id = $1 and f.member_id = m.id order by b.slug) as boards,
  (select coalesce(json_agg(json_build_object('thread', c.number, 'readUntil', v.read_until, 'fresh', ${isFresh})), '[]') from thread_counters c
    join thread_visits v on v.site_id = c.site_id and v.member_id = m.id and v.thread_id = c.thread_id
    ${board('c.board_id')}
    where c.site_id = $1 and c.number = any($5::int[])) as visits,
  ${reacted} as reacted
from members m where m.site_id = $1 and m.id = $2 and m.erased_at is null`

/** What is personal about a page of threads, in one statement, since every page asks for it. */
export async function readOverlay(
  db: Db,
  reader: Reader,
  memberId: string,
  now: Date,
  numbers: number[],
): Promise<OverlayRow | undefined> {
  const values = [reader.siteId, memberId, now, visibleTo(reader), numbers]
  return (await hot<OverlayRow>(db, overlay, values))[0]
}

const microseconds = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`
const latest = '9000000000000000'

export interface MyVoteRow {
  thread_id: string
  at: string
}

const myVotes = `
select v.thread_id, ${microseconds('v.created_at')}::text as at
from votes v
join thread_counters c on c.site_id = v.site_id and c.thread_id = v.thread_id and c.listed
where v.site_id = $1 and v.member_id = $2 and c.board_id = any($3::uuid[])
  and v.created_at <= to_timestamp($4::numeric / 1000000)
  and (v.created_at, v.thread_id::text) < (to_timestamp($4::numeric / 1000000), $5)
order by v.created_at desc, v.thread_id::text desc limit $6`

/** The threads a member voted for among some boards, the latest vote first, and one row more where there is one. */
export function listMyVotes(
  db: Db,
  siteId: string,
  memberId: string,
  boardIds: string[],
  after: [string, string] | undefined,
  limit: number,
): Promise<MyVoteRow[]> {
  const [at, id] = after ?? [latest, '']
  return hot<MyVoteRow>(db, myVotes, [siteId, memberId, boardIds, at, id, limit + 1])
}
