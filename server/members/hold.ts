import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'

/**
 * Holds a member against being erased until the transaction ends. Where they were erased since the request came in,
 * their session is over, and nothing more is written of them.
 */
export async function holdMember(trx: Trx, siteId: string, memberId: string): Promise<void> {
  const held = await trx
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', memberId)
    .where('erased_at', 'is', null)
    .forKeyShare()
    .executeTakeFirst()
  if (!held) throw new Problem('unauthenticated')
}
