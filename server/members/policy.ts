import type { Viewer } from '../context.ts'
import type { Role } from '../words.ts'

/** Owners are made, changed and sent away by owners only; the rest of the team by admins too. */
export function canSetRole(viewer: Viewer, ...roles: Role[]): boolean {
  const own = viewer.member?.role
  return own === 'owner' || (own === 'admin' && !roles.includes('owner'))
}
