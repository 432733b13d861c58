import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

/** Whoever takes part in a thread follows it, unless they let it go before or follow nothing by themselves. */
const joins = (siteId: string, threadId: string, memberId: string, at: Date) => sql`
  insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
  select m.site_id, ${threadId}, m.id, true, ${at} from members m
  where m.site_id = ${siteId} and m.id = ${memberId} and m.role <> 'key' and not exists (
    select from telling_choices c where c.site_id = m.site_id and c.member_id = m.id and not c.follow_own)
  on conflict do nothing`

/** The author of a new thread follows it. Whether somebody follows its board, the author aside. */
export async function startFollowing(
  trx: Trx,
  siteId: string,
  thread: { id: string; boardId: string },
  authorId: string,
  at: Date,
): Promise<boolean> {
  const { rows } = await sql<{ others: boolean }>`
    with joined as (${joins(siteId, thread.id, authorId, at)})
    select exists (select from board_subscriptions f where f.site_id = ${siteId} and f.board_id = ${thread.boardId}
      and f.member_id <> ${authorId}) as others`.execute(trx)
  return rows[0]!.others
}

/**
 * The author of a reply follows the thread. Who of those whom it answers wants to hear of it, and whether anybody
 * else follows the thread. Someone from before there were subscriptions has no row, and hears of it.
 */
export async function joinThread(
  trx: Trx,
  siteId: string,
  threadId: string,
  authorId: string,
  asked: string[],
  at: Date,
): Promise<{ asked: string[]; others: boolean }> {
  const known = [authorId, ...asked]
  const { rows } = await sql<{ asked: string[]; others: boolean }>`
    with joined as (${joins(siteId, threadId, authorId, at)})
    select array(
        select one from unnest(${asked}::uuid[]) one
        left join thread_subscriptions f on f.site_id = ${siteId} and f.thread_id = ${threadId} and f.member_id = one
        left join telling_choices c on c.site_id = ${siteId} and c.member_id = one
        where coalesce(f.following, c.follow_own, true)) as asked,
      exists (select from thread_subscriptions f where f.site_id = ${siteId} and f.thread_id = ${threadId}
        and f.following and f.member_id <> all(${known}::uuid[])) as others`.execute(trx)
  return rows[0]!
}
