import type { Viewer } from '../context.ts'
import type { Board } from '../sites/queries.ts'
import type { Kind, Role } from '../words.ts'
import type { ThreadFull } from './queries.ts'

const team = new Set<Role>(['owner', 'admin', 'moderator', 'product'])

export function isStaff(viewer: Viewer): boolean {
  return viewer.member !== null && team.has(viewer.member.role)
}

/** What the team does with feedback beside writing: its tags, its language, its official answer. */
export function mayHandle(viewer: Viewer): boolean {
  return isStaff(viewer) && (viewer.key?.scopes.has('feedback') ?? true)
}

/** Announcements are the team's; everything else is anybody's who may read the board. */
export function canPost(viewer: Viewer, board: Board, kind: Kind): boolean {
  return viewer.member !== null && board.kinds.includes(kind) && (kind !== 'announcement' || isStaff(viewer))
}

/** One's own words, while they stand. Staff change tags and language, never somebody's words. */
export function canEditWords(viewer: Viewer, thread: ThreadFull): boolean {
  return canDeleteThread(viewer, thread) && !thread.deleted_at
}

/** One's own thread, also once it is gone: who never heard that it worked asks again. */
export function canDeleteThread(viewer: Viewer, thread: ThreadFull): boolean {
  const author = viewer.member !== null && viewer.member.id === thread.author_member
  return author && !thread.ruling_at && !thread.merged_into
}

/** Which reply answers a question is for its author and the team to say, while it stands. */
export function canAccept(viewer: Viewer, thread: ThreadFull): boolean {
  const asker = viewer.member !== null && viewer.member.id === thread.author_member
  return (asker || mayHandle(viewer)) && !thread.ruling_at && !thread.deleted_at
}

/** The name of a thread that is hidden or merged away takes no more replies. */
export function takesReplies(thread: ThreadFull): boolean {
  return !thread.locked_at && !thread.merged_into && !thread.ruling_at && !thread.deleted_at
}
