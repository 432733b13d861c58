import type { BoardJson } from '../../../../server/boards/json.ts'
import { segmentOf } from '../../../community.ts'
import { catalog, named } from '../../../translations/index.ts'

/** Who may read a board, in words. */
export function readersOf(board: Pick<BoardJson, 'visibility' | 'segment'>): string {
  const { settings, segments } = catalog.value.words
  const segment = segmentOf(board.segment)
  return segment ? segments.only(named(segment)) : settings.visibilities[board.visibility]
}
