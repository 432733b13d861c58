import { sql } from 'kysely'
import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** Who may read a board: everybody, members, those of a segment, or the team. */
export interface Readership {
  visibility: string
  segment_id: string | null
}

const ranks = ['public', 'members', 'segment', 'staff']
export const segmentRank = ranks.indexOf('segment')

/** How private a board is. */
export const rankOf = (board: Pick<Readership, 'visibility'> | undefined): number =>
  ranks.indexOf(board?.visibility ?? '')

/** Whether what was written for the readers of one board would get out on another. */
export function wouldGetOut(from: Readership | undefined, to: Readership | undefined): boolean {
  if (from?.visibility === to?.visibility && from?.segment_id === to?.segment_id) return false
  return rankOf(from) > rankOf(to) || (rankOf(from) === segmentRank && rankOf(to) === segmentRank)
}

/**
 * Refuses to open a board to others while threads stand on it into which some of a more private board were merged: their
 * replies are read here. The structure is locked.
 */
export async function refuseOpening(
  trx: Trx,
  siteId: string,
  boardId: string,
  next: Readership,
): Promise<void> {
  const { rows } = await sql<Readership>`
    with recursive came as (
      select s.id, s.board_id from threads t join threads s on s.site_id = t.site_id and s.merged_into = t.id
      where t.site_id = ${siteId} and t.board_id = ${boardId} and t.merged_into is null
      union
      select s.id, s.board_id from came join threads s on s.site_id = ${siteId} and s.merged_into = came.id)
    select distinct b.visibility, b.segment_id from came
    join boards b on b.site_id = ${siteId} and b.id = came.board_id where b.id <> ${boardId}`.execute(trx)
  if (!rows.some((from) => wouldGetOut(from, next))) return
  const message = 'Threads of a more private board were merged into some of this one, and would get out.'
  throw new Problem('conflict', message, { errors: [{ path: 'visibility', message }] })
}
