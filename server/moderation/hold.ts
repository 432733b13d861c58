import { sql } from 'kysely'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'

export interface HeldPost {
  id: string
  kind: string
  thread_id: string
  author_id: string | null
  revision: number
  /** Where its thread went, and the thread's number. */
  merged_into: string | null
  number: number
  /** Whether a ruling on it stands. */
  hidden: boolean
}

/**
 * Holds a post, as it stands now, until the transaction ends, so that no edit, ruling or report slips in
 * between. Its thread comes first where it is the opening, as everywhere: threads, posts, counters.
 */
export async function holdPost(
  trx: Trx,
  siteId: string,
  post: { id: string; kind: string; thread_id: string },
  alsoDeleted = false,
): Promise<HeldPost> {
  if (post.kind === 'opening') await heldThread(trx, siteId, post.thread_id)
  const held = await trx
    .selectFrom('posts')
    .select(['id', 'kind', 'thread_id', 'author_id', 'revision'])
    .where('site_id', '=', siteId)
    .where('id', '=', post.id)
    .$if(!alsoDeleted, (query) => query.where('deleted_at', 'is', null))
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!held) throw new Problem('not_found')
  // Read after the lock, or it would be what was there before.
  const now = await trx
    .selectFrom('threads')
    .select((pick) => [
      'merged_into',
      'number',
      pick
        .exists(
          pick
            .selectFrom('rulings')
            .select('rulings.id')
            .where('rulings.site_id', '=', siteId)
            .where('rulings.post_id', '=', post.id)
            .where('rulings.lifted_at', 'is', null),
        )
        .as('hidden'),
    ])
    .where('site_id', '=', siteId)
    .where('id', '=', held.thread_id)
    .executeTakeFirstOrThrow()
  return { ...held, ...now, hidden: Boolean(now.hidden) }
}

/**
 * Whether a ruling on a post stands. Asked under the lock that every ruling takes (the thread of an opening,
 * a reply itself), so that none slips in after the answer.
 */
export async function isHidden(trx: Trx, siteId: string, postId: string): Promise<boolean> {
  const ruling = await trx
    .selectFrom('rulings')
    .select('id')
    .where('site_id', '=', siteId)
    .where('post_id', '=', postId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst()
  return ruling !== undefined
}

/** Whether the opening of a thread is hidden, or its author took it away; asked under the lock of the thread. */
export async function isGone(trx: Trx, siteId: string, openingId: string): Promise<boolean> {
  const { rows } = await sql`
    select from posts p where p.site_id = ${siteId} and p.id = ${openingId} and (p.deleted_at is not null or exists (
      select from rulings r where r.site_id = p.site_id and r.post_id = p.id and r.lifted_at is null))`.execute(
    trx,
  )
  return rows.length > 0
}

/** Those of some threads, whose rows the caller holds, whose opening its author took away. */
export async function takenAway(trx: Trx, siteId: string, threadIds: string[]): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select t.number from threads t
    join posts o on o.site_id = t.site_id and o.id = t.opening_id and o.deleted_at is not null
    where t.site_id = ${siteId} and t.id = any(${threadIds}::uuid[]) order by 1`.execute(trx)
  return rows.map(({ number }) => number)
}

function heldThread(trx: Trx, siteId: string, threadId: string) {
  return trx
    .selectFrom('threads')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', threadId)
    .forNoKeyUpdate()
    .executeTakeFirst()
}
