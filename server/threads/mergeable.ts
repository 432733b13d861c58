import { rankOf, segmentRank, wouldGetOut } from '../boards/privacy.ts'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { takenAway } from '../moderation/hold.ts'

export interface Held {
  id: string
  number: number
  title: string
  kind: string
  board_id: string
  opening_id: string
  merged_into: string | null
}

/** Both threads, held in the order of their ids, so that two merges never wait for each other in a ring. */
export async function holdBoth(
  trx: Trx,
  siteId: string,
  sourceId: string,
  targetId: string,
): Promise<{ source: Held; target: Held }> {
  const rows = await trx
    .selectFrom('threads')
    .select(['id', 'number', 'title', 'kind', 'board_id', 'opening_id', 'merged_into'])
    .where('site_id', '=', siteId)
    .where('id', 'in', [sourceId, targetId])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const source = rows.find((row) => row.id === sourceId)
  const target = rows.find((row) => row.id === targetId)
  if (!source || !target) throw new Problem('not_found')
  return { source, target }
}

/** Refuses, with words for who asked, what must not be merged. Both threads are held. */
export async function requireMergeable(trx: Trx, siteId: string, source: Held, target: Held): Promise<void> {
  const refuse = (words: string) => {
    throw new Problem('conflict', words)
  }
  if (source.merged_into) refuse('This thread is merged into another already.')
  if (target.merged_into) refuse('The thread it should go into is merged into another itself.')
  if (source.kind !== target.kind) refuse('Only threads of the same kind can be merged.')
  const hidden = await trx
    .selectFrom('rulings')
    .select('post_id')
    .where('site_id', '=', siteId)
    .where('post_id', 'in', [source.opening_id, target.opening_id])
    .where('lifted_at', 'is', null)
    .execute()
  if (hidden.length) refuse('One of the two is hidden by a ruling. Lift it first.')
  if ((await takenAway(trx, siteId, [source.id, target.id])).length)
    refuse('One of the two was deleted by its author.')
  const boards = await trx
    .selectFrom('boards')
    .select(['id', 'visibility', 'readers', 'segment_id'])
    .where('site_id', '=', siteId)
    .where('id', 'in', [source.board_id, target.board_id])
    .orderBy('id')
    .forShare()
    .execute()
  const boardOf = (thread: Held) => boards.find((board) => board.id === thread.board_id)
  const [from, to] = [boardOf(source), boardOf(target)]
  if (from?.readers === to?.readers) return
  // A private board's words stay there; and nobody's idea goes where its author and voters cannot follow.
  if (wouldGetOut(from, to)) {
    refuse('Its board is more private than the other one: what was written there would get out.')
  }
  if (rankOf(to) >= segmentRank) {
    refuse('Its author and voters may not read the board that it would go to.')
  }
}
