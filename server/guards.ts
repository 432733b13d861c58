import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env, Viewer, ViewerMember } from './context.ts'
import { Problem } from './errors.ts'
import { permitKey } from './http/api_key.ts'
import { requireSameOrigin } from './http/cors.ts'
import { findAccountById } from './sessions/queries.ts'
import { staffAccount } from './sessions/staff_cookie.ts'
import type { Role } from './words.ts'

export interface Guard extends MiddlewareHandler<Env> {
  /** Its name, in the document and in the matrix of routes and roles. */
  named: string
  /** Open to those who are not signed in. */
  open: boolean
}

function guard(named: string, open: boolean, admits: (viewer: Viewer) => boolean): Guard {
  const handler: MiddlewareHandler<Env> = async (c, next) => {
    const viewer = c.get('viewer')
    if (viewer.key) permitKey(viewer.key, routeOf(c))
    if (!open && !viewer.member) throw new Problem('unauthenticated')
    if (!admits(viewer)) throw new Problem('forbidden')
    await next()
  }
  return Object.assign(handler, { named, open })
}

const belowSite = '/api/v1/sites/:slug/'

/** The route of a request as the document names it, below its site: `GET threads/{number}`. */
function routeOf(c: Context<Env>): string {
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
  const path = routePath(c).replace(belowSite, '')
  return `${method} ${path.replace(/:(\w+)/g, '{$1}')}`
}

const hasRole = (...roles: Role[]) => {
  const admitted = new Set<Role>(roles)
  return (viewer: Viewer) => viewer.member !== null && admitted.has(viewer.member.role)
}

// Deny by default: a route names one of these, and a rule test refuses a route that names none.
export const anyone = guard('anyone', true, () => true)
/** Who is signed in, guests too. */
export const member = guard('member', false, (viewer) => viewer.member !== null)

// What others see or count is written by members who are not suspended. A rule test has every other route that
// changes something for a member say why a suspended one may use it.
const admitActive: MiddlewareHandler<Env> = (c, next) =>
  member(c, async () => {
    refuseSuspended(c.get('viewer'), c.get('world').clock.now())
    await next()
  }) as Promise<void>
export const activeMember: Guard = Object.assign(admitActive, { named: 'activeMember', open: false })

/** Whether a suspension is in force. */
export function isSuspended({ member }: Viewer, now: Date): boolean {
  const suspension = member?.suspension
  return suspension !== undefined && (suspension.until === null || suspension.until > now)
}

/** Refuses what others would see of a member who is suspended. */
export function refuseSuspended(viewer: Viewer, now: Date): void {
  if (!isSuspended(viewer, now)) return
  const until = viewer.member?.suspension?.until
  throw new Problem('suspended', undefined, until ? { until: until.toISOString() } : undefined)
}

/** Who is signed in and no guest, and not suspended. */
const admitFull: MiddlewareHandler<Env> = (c, next) =>
  activeMember(c, async () => {
    if (c.get('viewer').member?.role === 'guest') throw new Problem('forbidden')
    await next()
  }) as Promise<void>
export const fullMember: Guard = Object.assign(admitFull, { named: 'fullMember', open: false })
export const staff = guard('staff', false, hasRole('owner', 'admin', 'moderator', 'product'))
export const moderators = guard('moderators', false, hasRole('owner', 'admin', 'moderator'))
export const productTeam = guard('productTeam', false, hasRole('owner', 'admin', 'product'))
export const admins = guard('admins', false, hasRole('owner', 'admin'))

// Outside of any site: whoever runs the installation is known by the account of a staff session, whichever
// site it was opened in.
const admitOperator: MiddlewareHandler<Env> = async (c, next) => {
  const session = await staffAccount(c)
  const account = session && (await findAccountById(c.get('world').db, session.accountId))
  if (!account) throw new Problem('unauthenticated')
  requireSameOrigin(c)
  if (!account.operator) throw new Problem('forbidden')
  await next()
}
export const operator: Guard = Object.assign(admitOperator, { named: 'operator', open: false })

/** The signed-in member, in a handler behind any guard but `anyone`. */
export function signedIn(viewer: Viewer): ViewerMember {
  if (!viewer.member) throw new Problem('unauthenticated')
  return viewer.member
}
