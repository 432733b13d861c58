import { sql } from 'kysely'
import { callDesks } from '../activity/desk.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { tellAt } from '../notifications/tell.ts'
import type { PostFull } from '../replies/queries.ts'
import type { Site } from '../sites/queries.ts'
import { holdPost } from './hold.ts'

/**
 * Closes the open reports on a post as dismissed: it stays as it is. Where none is open, nothing happens. Returns until
 * when that can be taken back.
 */
export function dismissReports(
  world: World,
  site: Site,
  post: PostFull,
  by: string,
): Promise<Date | undefined> {
  return inTransaction(
    world,
    site.id,
    async (trx) => {
      const held = await holdPost(trx, site.id, post)
      const now = world.clock.now()
      const closed = await trx
        .updateTable('reports')
        .set({ outcome: 'dismissed', closed_by: by, closed_at: now })
        .where('site_id', '=', site.id)
        .where('post_id', '=', post.id)
        .where('closed_at', 'is', null)
        .returning('id')
        .execute()
      if (!closed.length) return undefined
      await callDesks(world, trx, site.id, 'reports')
      await audit(trx, site.id, by, 'reports.dismiss', 'post', post.id, {
        thread: held.number,
        revision: held.revision,
        reports: closed.length,
      })
      return tellAt(now)
    },
    'quiet',
  )
}

/**
 * Opens the reports again that the last dismissal of a post closed. Refused when its time is over, where the post was
 * hidden since, and where nothing was dismissed.
 */
export async function takeDismissalBack(world: World, site: Site, post: PostFull, by: string): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const held = await holdPost(trx, site.id, post)
      if (held.hidden) throw new Problem('conflict', 'This post was hidden since.')
      const at = await lastDismissal(trx, site.id, post.id)
      if (!at) throw new Problem('conflict', 'No dismissal stands.')
      if (world.clock.now() >= tellAt(at)) throw new Problem('too_late')
      const opened = await trx
        .updateTable('reports')
        .set({ outcome: null, closed_by: null, closed_at: null })
        .where('site_id', '=', site.id)
        .where('post_id', '=', post.id)
        .where('outcome', '=', 'dismissed')
        .where('closed_at', '=', at)
        .returning('id')
        .execute()
      await callDesks(world, trx, site.id, 'reports')
      await audit(trx, site.id, by, 'reports.reopen', 'post', post.id, {
        thread: held.number,
        reports: opened.length,
      })
    },
    'quiet',
  )
}

// Moments are kept to the microsecond and read to the millisecond; ours are whole milliseconds.
async function lastDismissal(trx: Trx, siteId: string, postId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select max(closed_at) as at from reports
    where site_id = ${siteId} and post_id = ${postId} and outcome = 'dismissed'`.execute(trx)
  return rows[0]?.at ?? undefined
}
