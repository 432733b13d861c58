import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { lockStructure } from '../sites/lock.ts'
import type { Board } from '../sites/queries.ts'
import { placeForOneMore } from './board.ts'

/** Takes a board out of sight with all it holds. Nothing is deleted. */
export async function archiveBoard(world: World, siteId: string, board: Board, by: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const archived = await trx
        .updateTable('boards')
        .set({ archived_at: world.clock.now() })
        .where('site_id', '=', siteId)
        .where('id', '=', board.id)
        .where('archived_at', 'is', null)
        .returning('id')
        .executeTakeFirst()
      if (!archived) throw new Problem('not_found')
      await audit(trx, siteId, by, 'board.archive', 'board', board.slug, { name: board.name })
    },
    'structure',
  )
}

/** Brings an archived board back with all it holds, after the others. Twice is once. */
export async function restoreBoard(world: World, siteId: string, slug: string, by: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const board = await trx
        .selectFrom('boards')
        .select(['id', 'name', 'archived_at'])
        .where('site_id', '=', siteId)
        .where('slug', '=', slug)
        .executeTakeFirst()
      if (!board) throw new Problem('not_found')
      if (!board.archived_at) return
      await trx
        .updateTable('boards')
        .set({ archived_at: null, position: await placeForOneMore(trx, siteId) })
        .where('site_id', '=', siteId)
        .where('id', '=', board.id)
        .execute()
      await audit(trx, siteId, by, 'board.restore', 'board', slug, { name: board.name })
    },
    'structure',
  )
}
