import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { putBack } from './queries.ts'

/** Has a mail tried again at once, whether it failed or waits for its next try. */
export async function retryMail(world: World, site: Site, id: string, by: string): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const mail = await trx
        .selectFrom('mails')
        .select(['state', 'member_id', 'attempts'])
        .where('site_id', '=', site.id)
        .where('id', '=', id)
        .forNoKeyUpdate()
        .executeTakeFirst()
      if (!mail) throw new Problem('not_found')
      if (mail.state === 'sent' || mail.state === 'sending' || !mail.attempts)
        throw new Problem('conflict', 'This mail has not failed: it is being sent, or is not due yet.')
      const now = world.clock.now()
      if (mail.state === 'waiting')
        await trx
          .updateTable('mails')
          .set({ due_at: now })
          .where('site_id', '=', site.id)
          .where('id', '=', id)
          .execute()
      else
        await putBack(
          trx,
          { site_id: site.id, id },
          { state: 'waiting', dueAt: now, reason: null, attempts: 1 },
        )
      await audit(trx, site.id, by, 'mails.retry', 'member', mail.member_id, {})
    },
    'quiet',
  )
}
