import type { Viewer } from '../context.ts'
import type { Board } from '../sites/queries.ts'

/** Whoever may write on a board: threads of a kind that it takes, or replies, which every board takes. */
export function canAddImages(viewer: Viewer, board: Board): boolean {
  return viewer.member !== null && board.kinds.length > 0
}
