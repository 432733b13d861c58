import { sql } from 'kysely'
import type { Trx } from '../../../server/lib/in_transaction.ts'

/** Whoever took part in a thread follows it, and has read it up to what they wrote last: what came after is marked. */
export async function plantFollows(trx: Trx, siteId: string): Promise<void> {
  const parts = sql`
    select p.site_id, p.thread_id, p.author_id, max(p.created_at) as at from posts p
    join threads t on t.site_id = p.site_id and t.id = p.thread_id and t.merged_into is null
    join members m on m.site_id = p.site_id and m.id = p.author_id and m.role not in ('guest', 'key')
    where p.site_id = ${siteId} group by p.site_id, p.thread_id, p.author_id`
  await sql`insert into thread_subscriptions (site_id, thread_id, member_id, following, changed_at)
    select site_id, thread_id, author_id, true, at from (${parts}) parts`.execute(trx)
  await sql`insert into thread_visits (site_id, thread_id, member_id, read_until)
    select site_id, thread_id, author_id, at from (${parts}) parts`.execute(trx)
}
