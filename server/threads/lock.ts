import { record } from '../activity/record.ts'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'

/** Lets a thread take no more replies, or take them again; those that stand stay. Twice is once. */
export async function lockThread(
  world: World,
  site: Site,
  thread: { id: string; number: number; board_id: string },
  locked: boolean,
  by: string,
): Promise<void> {
  await inTransaction(world, site.id, async (trx) => {
    const at = world.clock.now()
    const changed = await trx
      .updateTable('threads')
      .set({ locked_at: locked ? at : null })
      .where('site_id', '=', site.id)
      .where('id', '=', thread.id)
      .where('locked_at', locked ? 'is' : 'is not', null)
      .returning('id')
      .executeTakeFirst()
    if (!changed) return
    const kind = locked ? 'locked' : 'unlocked'
    record(trx, { kind, boardId: thread.board_id, threadId: thread.id, actorId: by, at })
    const action = locked ? 'threads.lock' : 'threads.unlock'
    await audit(trx, site.id, by, action, 'thread', String(thread.number))
  })
}
