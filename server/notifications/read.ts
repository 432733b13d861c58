import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { markRead } from './queries.ts'

/** A member has read their news: all that they were told by now, up to one of them, or some alone. */
export async function readNotifications(
  world: World,
  site: Site,
  memberId: string,
  which: { upTo?: string | undefined; only?: string[] | undefined },
): Promise<void> {
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      const known = await markRead(trx, site.id, memberId, world.clock.now(), which)
      if (!known) throw new Problem('not_found')
    },
    'quiet',
  )
}
