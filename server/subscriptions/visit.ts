import { sql } from 'kysely'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'

/** A member has read a thread up to one of its posts, or its opening. What they read further before stays so. */
export async function visitThread(
  world: World,
  site: Site,
  thread: { id: string; opening_id: string },
  memberId: string,
  postId: string | undefined,
): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const { rows } = await sql`
        insert into thread_visits as v (site_id, member_id, thread_id, read_until)
        select site_id, ${memberId}, thread_id, created_at from posts
        where site_id = ${site.id} and thread_id = ${thread.id} and id = ${postId ?? thread.opening_id}
        on conflict (site_id, member_id, thread_id) do update
          set read_until = greatest(v.read_until, excluded.read_until)
        returning 1`.execute(trx)
      if (!rows.length) throw new Problem('not_found')
    },
    'quiet',
  )
}
