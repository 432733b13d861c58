import type { Viewer } from '../context.ts'
import type { PostFull } from '../replies/queries.ts'

/** Anybody's post that one may read, but one's own. */
export function canReport(viewer: Viewer, post: PostFull): boolean {
  return viewer.member !== null && post.author_id !== viewer.member.id
}
