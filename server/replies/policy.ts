import type { Viewer } from '../context.ts'
import type { PostFull } from './queries.ts'

/** One's own reply, while it stands. */
export function canEditReply(viewer: Viewer, post: PostFull): boolean {
  return canDeleteReply(viewer, post) && !post.deleted_at
}

/** One's own reply, also once it is gone: who never heard that it worked asks again. */
export function canDeleteReply(viewer: Viewer, post: PostFull): boolean {
  return viewer.member !== null && post.author_id === viewer.member.id && !post.hidden && !post.merged_into
}
