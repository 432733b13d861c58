import type { Viewer } from '../context.ts'
import type { PostFull } from './queries.ts'

/** One's own reply, while it stands. */
export function canEditReply(viewer: Viewer, post: PostFull): boolean {
  return (
    viewer.member !== null &&
    post.author_id === viewer.member.id &&
    !post.hidden &&
    !post.deleted_at &&
    !post.merged_into
  )
}
