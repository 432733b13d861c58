import type { Viewer } from '../context.ts'
import type { PostFull } from '../replies/queries.ts'
import { isStaff } from '../threads/policy.ts'

/** What a post said before is as public as the post; of one that is hidden only the team reads it, of a deleted one nobody. */
export function canReadEdits(viewer: Viewer, post: PostFull): boolean {
  if (post.deleted_at) return false
  return !post.hidden || (isStaff(viewer) && (viewer.key?.scopes.has('moderation') ?? true))
}
