import type { Viewer } from '../context.ts'
import type { Sanctionable } from './queries.ts'

/** Customers and guests, but not oneself. Who is on the team is taken off it instead, and a key is ended. */
export function canSuspend(viewer: Viewer, member: Sanctionable): boolean {
  return (member.role === 'member' || member.role === 'guest') && member.id !== viewer.member?.id
}
