import { sql } from 'kysely'
import type { Trx } from '../../../server/lib/in_transaction.ts'

/** A number of their own for a person and a post, the same in every planting. */
const luck = sql`('x' || substr(md5(m.name || p.body), 1, 7))::bit(28)::int`

/** Who reacted to what: a few of those who were there by then, to posts that stand on boards that everybody reads. */
export async function plantReactions(trx: Trx, siteId: string, now: Date): Promise<void> {
  await sql`
    insert into reactions (site_id, post_id, member_id, name, created_at)
    select p.site_id, p.id, m.id,
      (array['like', 'like', 'like', 'like', 'love', 'love', 'celebrate', 'laugh', 'think', 'eyes'])[1 + (${luck} / 1000) % 10],
      least(p.created_at + (${luck} % 5000) * interval '1 minute', ${now})
    from posts p
    join threads t on t.site_id = p.site_id and t.id = p.thread_id and t.merged_into is null
    join boards b on b.site_id = t.site_id and b.id = t.board_id and b.visibility = 'public' and b.archived_at is null
    join members m on m.site_id = p.site_id and m.id is distinct from p.author_id and m.erased_at is null
      and m.role not in ('guest', 'key') and m.created_at < p.created_at
    where p.site_id = ${siteId} and p.deleted_at is null and ${luck} % 160 = 0
      and not exists (select from rulings r where r.site_id = p.site_id and r.post_id = p.id)`.execute(trx)
  await sql`
    insert into reaction_counts (site_id, post_id, counts)
    select site_id, post_id, jsonb_object_agg(name, given) from (
      select site_id, post_id, name, count(*) as given from reactions where site_id = ${siteId} group by 1, 2, 3) x
    group by 1, 2`.execute(trx)
}
