import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { markRead } from './queries.ts'

/** A member has read their news: all that they were told by now, or up to one of them. */
export async function readNotifications(
  world: World,
  site: Site,
  memberId: string,
  upTo: string | undefined,
): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const known = await markRead(trx, site.id, memberId, world.clock.now(), upTo)
      if (!known) throw new Problem('not_found')
    },
    'quiet',
  )
}
