import { sql } from 'kysely'
import type { Trx } from '../../../server/lib/in_transaction.ts'

/** A number of one's own, the same in every planting. */
const number = (words: 'p.body' | 'm.name') =>
  sql`('x' || substr(md5(${sql.ref(words)}), 1, 7))::bit(28)::bigint`

/**
 * Who reacted to what: a few of those who were there by then, to posts that stand on boards that everybody reads.
 * Posts and people are read once each and met afterwards, since a new database has no statistics to plan their meeting.
 */
export async function plantReactions(trx: Trx, siteId: string, now: Date): Promise<void> {
  await sql`
    with said as materialized (
      select p.site_id, p.id, p.author_id, p.created_at, ${number('p.body')} as number
      from posts p
      join threads t on t.site_id = p.site_id and t.id = p.thread_id and t.merged_into is null
      join boards b on b.site_id = t.site_id and b.id = t.board_id and b.visibility = 'public' and b.archived_at is null
      where p.site_id = ${siteId} and p.deleted_at is null
        and not exists (select from rulings r where r.site_id = p.site_id and r.post_id = p.id)
    ), people as materialized (
      select m.id, m.created_at, ${number('m.name')} as number from members m
      where m.site_id = ${siteId} and m.erased_at is null and m.role not in ('guest', 'key')
    ), met as materialized (
      select p.site_id, p.id, m.id as member_id, p.created_at, p.number * m.number % 1000003 as luck
      from said p join people m on m.id is distinct from p.author_id and m.created_at < p.created_at
    )
    insert into reactions (site_id, post_id, member_id, name, created_at)
    select site_id, id, member_id,
      (array['like', 'like', 'like', 'like', 'love', 'love', 'celebrate', 'laugh', 'think', 'eyes'])[1 + luck / 1000 % 10],
      least(created_at + luck % 5000 * interval '1 minute', ${now})
    from met where luck % 160 = 0`.execute(trx)
  await sql`
    insert into reaction_counts (site_id, post_id, counts)
    select site_id, post_id, jsonb_object_agg(name, given) from (
      select site_id, post_id, name, count(*) as given from reactions where site_id = ${siteId} group by 1, 2, 3) x
    group by 1, 2`.execute(trx)
}
