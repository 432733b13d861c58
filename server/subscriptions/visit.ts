import { sql } from 'kysely'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'

/**
 * How far one has read: up to a post, or the opening; the replies that were shown to answer the thread; and whether it
 * was opened just now, and so shown as it stands.
 */
export interface Visit {
  post?: string | undefined
  answers?: string[] | undefined
  opened?: boolean | undefined
}

/**
 * A member has read a thread up to one of its posts, or its opening, and so what they were told of it. What they read
 * further before stays so.
 */
export async function visitThread(
  world: World,
  site: Site,
  thread: { id: string; opening_id: string },
  memberId: string,
  { post, answers = [], opened = false }: Visit,
): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const { rows } = await sql`
        insert into thread_visits as v (site_id, member_id, thread_id, read_until)
        select p.site_id, m.id, p.thread_id, p.created_at from posts p
        join members m on m.site_id = p.site_id and m.id = ${memberId} and m.erased_at is null
        where p.site_id = ${site.id} and p.thread_id = ${thread.id} and p.id = ${post ?? thread.opening_id}
        for key share of m
        on conflict (site_id, member_id, thread_id) do update
          set read_until = greatest(v.read_until, excluded.read_until)
        returning 1`.execute(trx)
      if (!rows.length) throw new Problem('not_found')
      await readNewsOf(trx, site.id, thread.id, memberId, { answers, opened }, world.clock.now())
    },
    'quiet',
  )
}

// Nobody counts at the bell, or gets by mail, what they have read where it stands. A reply stands where it was moved to by
// a merge. A mention that an edit brought into a text is another matter: the text may have been read without it. What
// became of a thread is seen by opening it, and not by reading on in one that was opened before it was told.
async function readNewsOf(
  trx: Trx,
  siteId: string,
  threadId: string,
  memberId: string,
  { answers, opened }: { answers: string[]; opened: boolean },
  now: Date,
): Promise<void> {
  await sql`
    update notifications n set read_at = ${now}
    where n.site_id = ${siteId} and n.member_id = ${memberId} and n.read_at is null and (
      ${opened} and n.thread_id = ${threadId} and n.kind in ('status', 'roadmap', 'merged') and n.tell_at <= ${now}
      or exists (select from posts p, thread_visits v
        where p.site_id = n.site_id and p.id = n.post_id and p.thread_id = ${threadId}
          and v.site_id = n.site_id and v.member_id = n.member_id and v.thread_id = p.thread_id and (
            p.created_at <= v.read_until and (n.kind in ('reply', 'thread') or n.kind = 'mention' and n.tell_at <= p.created_at)
            or n.kind in ('accepted', 'answered', 'official') and p.id = any(${answers}::uuid[]))))`.execute(
    trx,
  )
}
