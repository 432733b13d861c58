import { callDesks } from '../activity/desk.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { PostFull } from '../replies/queries.ts'
import type { Site } from '../sites/queries.ts'
import { holdPost } from './hold.ts'

/** Closes the open reports on a post as dismissed: it stays as it is. Where none is open, nothing happens. */
export async function dismissReports(world: World, site: Site, post: PostFull, by: string): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const held = await holdPost(trx, site.id, post)
      const closed = await trx
        .updateTable('reports')
        .set({ outcome: 'dismissed', closed_by: by, closed_at: world.clock.now() })
        .where('site_id', '=', site.id)
        .where('post_id', '=', post.id)
        .where('closed_at', 'is', null)
        .returning('id')
        .execute()
      if (!closed.length) return
      await callDesks(world, trx, site.id, 'reports')
      await audit(trx, site.id, by, 'reports.dismiss', 'post', post.id, {
        thread: held.number,
        revision: held.revision,
        reports: closed.length,
      })
    },
    'quiet',
  )
}
