import { sql } from 'kysely'
import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { tell, tellAt } from '../notifications/tell.ts'
import type { Site } from '../sites/queries.ts'
import { holdPost } from './hold.ts'
import type { RulingRow } from './queries.ts'
import { setListed } from './rulings.ts'
import { nameInStory } from './story_title.ts'

/**
 * Lifts a ruling: the post stands again. Before its author was told, nobody ever is, and the reports are
 * open again as if nothing had been; after that, the author is told that it was lifted. Twice is a conflict.
 */
export async function liftRuling(world: World, site: Site, ruling: RulingRow, by: string): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const post = await holdPost(trx, site.id, { ...ruling, id: ruling.post_id, kind: ruling.post_kind }, true)
    const now = world.clock.now()
    const lifted = await markLifted(trx, site.id, ruling.id, by, now)
    if (!lifted) throw new Problem('conflict', 'This ruling is lifted already.')
    if (post.kind === 'opening') {
      if (!post.merged_into) await setListed(trx, site.id, post.thread_id, true)
      await nameInStory(trx, site.id, { id: post.thread_id, merged_into: post.merged_into }, true)
    }
    const untold = now < lifted.tell_at
    if (untold) {
      await cancelNews(trx, site.id, ruling.id, now)
      await reopenReports(trx, site.id, ruling.post_id, ruling.id)
    } else if (post.author_id) {
      const news = { threadId: post.thread_id, postId: post.id, rulingId: ruling.id, actorId: by }
      await tell(
        trx,
        site.id,
        [post.author_id],
        { kind: 'ruling', key: `lifted:${ruling.id}`, ...news },
        tellAt(now),
      )
    }
    await audit(trx, site.id, by, 'posts.restore', 'post', post.id, {
      ruling: ruling.number,
      thread: post.number,
      undone: untold,
    })
    record(trx, {
      kind: 'lifted',
      threadId: post.thread_id,
      postId: post.id,
      actorId: by,
      public: false,
      at: now,
    })
  })
}

function markLifted(trx: Trx, siteId: string, rulingId: string, by: string, at: Date) {
  return trx
    .updateTable('rulings')
    .set({ lifted_at: at, lifted_by: by })
    .where('site_id', '=', siteId)
    .where('id', '=', rulingId)
    .where('lifted_at', 'is', null)
    .returning('tell_at')
    .executeTakeFirst()
}

async function cancelNews(trx: Trx, siteId: string, rulingId: string, now: Date): Promise<void> {
  await trx
    .deleteFrom('notifications')
    .where('site_id', '=', siteId)
    .where('ruling_id', '=', rulingId)
    .where('tell_at', '>', now)
    .execute()
}

// Those that this ruling closed, which carry its moment.
async function reopenReports(trx: Trx, siteId: string, postId: string, rulingId: string): Promise<void> {
  await sql`
    update reports r set outcome = null, closed_by = null, closed_at = null from rulings u
    where u.site_id = ${siteId} and u.id = ${rulingId} and r.site_id = u.site_id and r.post_id = ${postId}
      and r.outcome = 'upheld' and r.closed_at = u.created_at`.execute(trx)
}
