import { type RawBuilder, sql } from 'kysely'
import { belongs } from '../segments/matches.ts'
import type { Board, Site } from '../sites/queries.ts'

const onTheTeam = sql<boolean>`m.role not in ('member', 'guest', 'key')`

/**
 * Who may read a board, as a condition of a query in which `m` is the member and `co` their company: what `visibleTo`
 * is for one who asks, for all.
 */
export function readersOf(site: Site, board: Board): RawBuilder<boolean> {
  if (board.visibility === 'public') return sql`true`
  if (board.visibility === 'members') return sql`m.role <> 'guest'`
  const segment = site.segments.find(({ id }) => id === board.segment_id)
  if (board.visibility === 'staff' || !segment) return onTheTeam
  return sql`(${onTheTeam} or ${belongs(segment.rule)})`
}
