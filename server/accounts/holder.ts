import type { Context } from 'hono'
import type { Env, World } from '../context.ts'
import { Problem } from '../errors.ts'
import { signedIn } from '../guards.ts'
import { later } from '../lib/clock.ts'
import { staffSession } from '../sessions/staff_cookie.ts'

const freshForSeconds = 600

/** Who changes how they sign in: their account, in the session of this request, at a site where they are staff. */
export interface Holder {
  siteId: string
  memberId: string
  accountId: string
  /** The handle of the session. */
  session: string
  provedAt: Date
}

export async function findHolder(c: Context<Env>): Promise<Holder> {
  const { site, viewer } = c.var
  const session = await staffSession(c)
  if (!session) throw new Problem('unauthenticated')
  // The account is the person's own and of all its sites; a provider of one of them has no say in it.
  if (session.within) throw new Problem('site_session')
  return {
    siteId: site.id,
    memberId: signedIn(viewer).id,
    accountId: session.accountId,
    session: session.handle,
    provedAt: session.provedAt,
  }
}

export function isFresh(world: World, { provedAt }: Pick<Holder, 'provedAt'>): boolean {
  return world.clock.now() <= later(provedAt, freshForSeconds)
}

/** A session left open is not enough to change how one signs in: it takes a sign-in of the last ten minutes. */
export function requireFresh(world: World, holder: Holder): void {
  if (!isFresh(world, holder)) throw new Problem('proof_required')
}
