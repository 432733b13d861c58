import { type Db, hot } from '../../db/connect.ts'

const microseconds = (column: string) => `(extract(epoch from ${column}) * 1000000)::bigint`
const latest = '9000000000000000'

const followed = `
select f.thread_id, ${microseconds('f.changed_at')}::text as at
from thread_subscriptions f
join thread_counters c on c.site_id = f.site_id and c.thread_id = f.thread_id and c.listed
where f.site_id = $1 and f.member_id = $2 and f.following and c.board_id = any($3::uuid[])
  and f.changed_at <= to_timestamp($4::numeric / 1000000)
  and (f.changed_at, f.thread_id) < (to_timestamp($4::numeric / 1000000), $5::uuid)
order by f.changed_at desc, f.thread_id desc limit $6`

/** The threads that a member follows on some boards, the latest to be followed first, and one row more where there is one. */
export function listFollowed(
  db: Db,
  siteId: string,
  memberId: string,
  boardIds: string[],
  after: [string, string] | undefined,
  limit: number,
): Promise<{ thread_id: string; at: string }[]> {
  const [at, id] = after ?? [latest, 'ffffffff-ffff-ffff-ffff-ffffffffffff']
  return hot(db, followed, [siteId, memberId, boardIds, at, id, limit + 1])
}

const choices = `
select array(select board_id from board_subscriptions where site_id = $1 and member_id = $2 limit 100) as boards,
  coalesce((select follow_own from telling_choices where site_id = $1 and member_id = $2), true) as follow_own`

export interface FollowChoices {
  boards: string[]
  follow_own: boolean
}

/** The boards that a member follows, by id, and whether they follow what they take part in. */
export async function readFollowChoices(db: Db, siteId: string, memberId: string): Promise<FollowChoices> {
  return (await hot<FollowChoices>(db, choices, [siteId, memberId]))[0]!
}
