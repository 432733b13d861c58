import type { ThreadRowJson } from '../../server/threads/json.ts'
import { boardOf } from '../community.ts'
import { catalog, named } from '../translations/index.ts'

/** Where a thread stands and what it is, said once. */
export function kindWords(row: ThreadRowJson): string {
  const board = boardOf(row.board)
  const kind = catalog.value.words.common.kinds[row.kind]
  if (!board) return kind
  // Where a board holds one kind only, its name says it all.
  return board.kinds.length === 1 ? named(board) : `${named(board)} · ${kind}`
}
