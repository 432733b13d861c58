import type { Viewer } from '../context.ts'

/** Who decided takes it back; so may an admin, who answers for the site. */
export function canTakeBack(viewer: Viewer, decision: { decided_by: string | null }): boolean {
  const { member } = viewer
  if (!member) return false
  return member.id === decision.decided_by || member.role === 'admin' || member.role === 'owner'
}
