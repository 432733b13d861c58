import { sql } from 'kysely'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'

/**
 * Holds what somebody was admitted to write by, in the transaction that writes: themselves, and the board that they write
 * on, after the thread or post that is changed, as everybody holds them. Between the check and the commit a text is made into HTML, and they may be suspended or
 * erased meanwhile, or the board kept from them. Fails with `unauthenticated`, `suspended` or `not_found`.
 */
export async function holdAdmission(
  world: World,
  trx: Trx,
  site: Site,
  { authorId, boardId }: { authorId: string; boardId: string },
): Promise<void> {
  const { rows } = await sql<{ readers: string; archived_at: Date | null }>`
    select b.readers, b.archived_at from members m join boards b on b.site_id = m.site_id and b.id = ${boardId}
    where m.site_id = ${site.id} and m.id = ${authorId} and m.erased_at is null
    for key share of m for share of b`.execute(trx)
  const [board] = rows
  if (!board) throw new Problem('unauthenticated')
  // Read once they are held: who suspends somebody holds them for themselves alone.
  const suspension = await trx
    .selectFrom('sanctions')
    .select('until')
    .where('site_id', '=', site.id)
    .where('member_id', '=', authorId)
    .where('kind', '=', 'suspension')
    .where('lifted_at', 'is', null)
    .where((row) => row.or([row('until', 'is', null), row('until', '>', world.clock.now())]))
    .executeTakeFirst()
  if (suspension) {
    const until = suspension.until?.toISOString()
    throw new Problem('suspended', undefined, until ? { until } : undefined)
  }
  const known = site.boards.find((one) => one.id === boardId)
  if (board.archived_at || board.readers !== known?.readers) throw new Problem('not_found')
}
