import type { Viewer } from '../context.ts'
import type { PostFull } from '../replies/queries.ts'

/** Anybody's post that one may read, but one's own. */
export function canReport(viewer: Viewer, post: PostFull): boolean {
  return viewer.member !== null && post.author_id !== viewer.member.id
}

const judges = new Set<string>(['owner', 'admin', 'moderator'])

/** Whether somebody judges posts, and so may know whose a hidden one was. */
export function canJudge(viewer: Viewer): boolean {
  return viewer.member !== null && judges.has(viewer.member.role)
}
