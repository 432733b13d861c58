import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { tell, tellAt } from '../notifications/tell.ts'
import { holdMember } from './suspend.ts'

/**
 * Lifts the suspension of a member, who may write again from the next request on. Before they were told of it, they
 * never are; after that, they are told that it was lifted. Where none is in force, or another than the `only` one
 * that is meant: a conflict.
 */
export async function liftSuspension(
  world: World,
  siteId: string,
  memberId: string,
  { by, only }: { by: string; only?: string | undefined },
): Promise<void> {
  const now = world.clock.now()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await holdMember(trx, siteId, memberId)
      const lifted = await trx
        .updateTable('sanctions')
        .set({ lifted_at: now, lifted_by: by })
        .where('site_id', '=', siteId)
        .where('member_id', '=', memberId)
        .where('kind', '=', 'suspension')
        .where('lifted_at', 'is', null)
        .$if(only !== undefined, (query) => query.where('id', '=', only!))
        .where((row) => row.or([row('until', 'is', null), row('until', '>', now)]))
        .returning(['id', 'tell_at'])
        .executeTakeFirst()
      if (!lifted)
        throw new Problem('conflict', only ? 'This suspension is over.' : 'This member is not suspended.')
      const untold = now < lifted.tell_at
      if (untold)
        await trx
          .deleteFrom('notifications')
          .where('site_id', '=', siteId)
          .where('sanction_id', '=', lifted.id)
          .execute()
      else {
        const news = { kind: 'suspension' as const, key: `lifted:${lifted.id}`, sanctionId: lifted.id }
        await tell(trx, siteId, [memberId], news, tellAt(now))
      }
      await audit(trx, siteId, by, 'members.unsuspend', 'member', memberId, { undone: untold })
    },
    'structure',
  )
}
