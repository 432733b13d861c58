import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { holdPost } from '../moderation/hold.ts'
import type { Site } from '../sites/queries.ts'
import type { ThreadFull } from './queries.ts'
import { countAgain, takeTitles, takeWords } from './take_words.ts'

/**
 * Takes a thread away, at its author's wish: its title, its words and their name, and with them what they replied to
 * themselves. Where others replied, it keeps its place for their words. Refused with `others_took_part` once it is not
 * theirs alone. Twice is once.
 */
export async function deleteThread(
  world: World,
  site: Site,
  thread: ThreadFull,
  authorId: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const now = world.clock.now()
    const opening = { id: thread.opening_id, kind: 'opening', thread_id: thread.id }
    const post = await holdPost(trx, site.id, opening, true)
    if (post.hidden || post.merged_into) throw new Problem('conflict')
    const theirs = await holdTheirs(trx, site.id, thread.id, authorId)
    if (!theirs.includes(opening.id)) return
    if (await othersTookPart(trx, site.id, thread.id, authorId)) throw new Problem('others_took_part')
    const taken = await takeWords(trx, site.id, theirs, now)
    await countAgain(trx, site.id, [thread.id], taken)
    await takeTitles(trx, site.id, authorId, taken)
    await forgetName(trx, site.id, thread.id)
    await forgetAnswers(trx, site.id, authorId, theirs)
    record(trx, { kind: 'deleted', threadId: thread.id, at: now })
  })
}

/** What goes with the thread: its opening where that stands, and their own replies where nobody else's stands. */
async function holdTheirs(trx: Trx, siteId: string, threadId: string, authorId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from posts p
    where p.site_id = ${siteId} and p.thread_id = ${threadId} and p.author_id = ${authorId} and p.deleted_at is null
      and (p.kind = 'opening' or not exists (select from posts r
        where r.site_id = p.site_id and r.thread_id = p.thread_id and r.kind = 'reply' and r.deleted_at is null
          and r.author_id is distinct from p.author_id))
    order by p.id for no key update`.execute(trx)
  return rows.map(({ id }) => id)
}

/**
 * Whether others want it too, or the team has decided about it. Replies are no reason: they keep their place. The
 * counter is held, which every vote holds, so that none slips in after the answer.
 */
async function othersTookPart(
  trx: Trx,
  siteId: string,
  threadId: string,
  authorId: string,
): Promise<boolean> {
  await sql`select from thread_counters
    where site_id = ${siteId} and thread_id = ${threadId} for no key update`.execute(trx)
  const { rows } = await sql<{ taken: boolean }>`
    select exists (select from votes
        where site_id = ${siteId} and thread_id = ${threadId} and member_id <> ${authorId})
      or exists (select from threads where site_id = ${siteId} and merged_into = ${threadId})
      or exists (select from roadmap_ideas where site_id = ${siteId} and thread_id = ${threadId})
      or exists (select from activity
        where site_id = ${siteId} and thread_id = ${threadId} and kind = 'status' and public) as taken`.execute(
    trx,
  )
  return rows[0]!.taken
}

async function forgetName(trx: Trx, siteId: string, threadId: string): Promise<void> {
  await trx
    .updateTable('threads')
    .set({ author_id: null })
    .where('site_id', '=', siteId)
    .where('id', '=', threadId)
    .execute()
}

/** What was answered to whoever posted them, and is kept for a repeat, loses the words too. */
async function forgetAnswers(trx: Trx, siteId: string, authorId: string, posts: string[]): Promise<void> {
  await sql`update idempotency_keys
    set answer = answer || case when answer ? 'post' then '{"title":"","excerpt":"","body":null,"html":null}'::jsonb
      else '{"body":null,"html":null}'::jsonb end
    where site_id = ${siteId} and member_id = ${authorId}
      and coalesce(answer ->> 'post', answer ->> 'id') = any(${posts}::text[])`.execute(trx)
}
