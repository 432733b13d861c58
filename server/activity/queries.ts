import { type Db, hot } from '../../db/connect.ts'
import type { Kind } from '../words.ts'

/** Something that happened, with where its thread stands now. What has no thread (any more) has no number. */
export interface ActivityRow {
  seq: number
  kind: string
  public: boolean
  post_id: string | null
  /** The post was deleted or hidden since. */
  gone: boolean
  number: number | null
  board_id: string
  thread_kind: Kind
  listed: boolean
  status_id: string | null
  vote_count: number
  reply_count: number
  official: boolean
}

// A reply is told of where it stands now: a merge may have moved it.
const activity = `
select a.seq, a.kind, a.public, a.post_id,
  p.id is not null and (p.deleted_at is not null or exists (
    select from rulings r where r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null)) as gone,
  c.number, c.board_id, c.kind as thread_kind, c.listed, t.status_id, c.vote_count, c.reply_count,
  o.post_id is not null as official
from activity a
left join posts p on p.site_id = a.site_id and p.id = a.post_id
left join threads t on t.site_id = a.site_id and t.id = coalesce(p.thread_id, a.thread_id)
left join thread_counters c on c.site_id = t.site_id and c.thread_id = t.id
left join official_replies o on o.site_id = t.site_id and o.thread_id = t.id
where a.site_id = $1 and a.seq > $2`

const next = `${activity} order by a.seq limit $3`

/** What happened in a site after a place in its sequence, in its order. */
export function activityAfter(db: Db, siteId: string, seq: number, limit: number): Promise<ActivityRow[]> {
  return hot<ActivityRow>(db, next, [siteId, seq, limit])
}

const between = `${activity} and a.seq <= $3 and c.board_id = any($4::uuid[]) order by a.seq limit $5`

/** What happened between two places on some boards. */
export function activityBetween(
  db: Db,
  siteId: string,
  [after, upTo]: [number, number],
  boardIds: string[],
  limit: number,
): Promise<ActivityRow[]> {
  return hot<ActivityRow>(db, between, [siteId, after, upTo, boardIds, limit])
}

const lately = `
select exists (
  select from (select site_id, thread_id, created_at from activity
    where site_id = $1 and seq <= $2 order by seq desc limit 200) a
  join thread_counters c on c.site_id = a.site_id and c.thread_id = a.thread_id and c.board_id = any($4::uuid[])
  where a.created_at >= $3) as busy`

/** Whether something happened on some boards since a moment, up to a place. Looked for among the last 200. */
export async function wasBusy(
  db: Db,
  siteId: string,
  upTo: number,
  since: Date,
  boardIds: string[],
): Promise<boolean> {
  return (await hot<{ busy: boolean }>(db, lately, [siteId, upTo, since, boardIds]))[0]!.busy
}

const feed = `select last_seq, live_key from feeds where site_id = $1`

/** Where the sequence of a site is, and what its places are sealed with. */
export async function findFeed(
  db: Db,
  siteId: string,
): Promise<{ last_seq: number; live_key: string } | undefined> {
  return (await hot<{ last_seq: number; live_key: string }>(db, feed, [siteId]))[0]
}

export interface CountRow {
  number: number
  board_id: string
  vote_count: number
  reply_count: number
}

const counts = `
select number, board_id, vote_count, reply_count from thread_counters
where site_id = $1 and number = any($2::int[]) and listed`

/** The counts of threads as they are, of those that are listed. */
export function countsOf(db: Db, siteId: string, numbers: number[]): Promise<CountRow[]> {
  return hot<CountRow>(db, counts, [siteId, numbers])
}
