import { callDesks } from '../activity/desk.ts'
import type { World } from '../context.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** What was somebody’s to answer waits for somebody again, and open lists of the team are told to look. */
export async function dropAssignments(
  world: World,
  trx: Trx,
  siteId: string,
  memberId: string,
): Promise<void> {
  const dropped = await trx
    .deleteFrom('assignments')
    .where('site_id', '=', siteId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  if (dropped.numDeletedRows > 0n) await callDesks(world, trx, siteId, 'rows')
}
