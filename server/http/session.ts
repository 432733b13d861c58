import type { Context, MiddlewareHandler } from 'hono'
import { claimsToBeKey } from '../api_keys/key_text.ts'
import type { Env, Viewer } from '../context.ts'
import { Problem } from '../errors.ts'
import { hashToken } from '../lib/ids.ts'
import {
  findMemberByToken,
  findStaffOfAccount,
  findStaffOfLink,
  type SessionRow,
} from '../sessions/queries.ts'
import { staffSession } from '../sessions/staff_cookie.ts'
import { roleWithin } from '../sessions/staff_sessions.ts'
import type { Within } from '../sessions/staff_store.ts'
import type { Site } from '../sites/queries.ts'
import { guardIdsOf, guardsOf } from '../sites/words.ts'
import type { Role } from '../words.ts'
import { viewerOfKey } from './api_key.ts'
import { requireSameOrigin } from './cors.ts'
import { readsOf } from './rate_limit.ts'

const staffRoles = new Set<Role>(['owner', 'admin', 'moderator', 'product'])

/** Finds out who is asking: by the widget's bearer token or an API key, or by the admin's cookie, or nobody. */
export const findViewer: MiddlewareHandler<Env> = async (c, next) => {
  c.set('viewer', await viewerOf(c))
  await next()
}

async function viewerOf(c: Context<Env>): Promise<Viewer> {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return viewerOfBearer(c, authorization)
  if (c.req.header('cookie')?.includes('__Host-parvis=')) return viewerOfCookie(c)
  return visitor(c.get('site').id)
}

// A token that is not good (any more) is refused, and not treated as a visitor: its holder should know.
async function viewerOfBearer(c: Context<Env>, authorization: string): Promise<Viewer> {
  const { world, site } = c.var
  const token = /^Bearer ([\w-]{20,100})$/.exec(authorization)?.[1]
  if (!token) throw new Problem('unauthenticated')
  if (claimsToBeKey(token)) return viewerOfKey(c, token)
  const tokenHash = hashToken(token)
  const known = world.sessions.find(site.id, tokenHash)
  if (known) return known
  // By the rules of a site that has changed meanwhile, somebody may seem to be where they are no longer.
  const generation = world.sites.known(site.slug) === site ? world.sessions.generation(site.id) : -1
  const row = await findMemberByToken(world.db, site.id, tokenHash, guardsOf(site))
  const viewer = row && viewerOfMember(site, row, world.clock.now())
  if (!viewer) {
    // Nobody's look-ups are the network's, or they would be counted for no one.
    await world.limits.spend(readsOf(site, world.networks.of(c.env?.incoming)))
    throw new Problem('unauthenticated')
  }
  world.sessions.store(site.id, tokenHash, viewer, generation)
  return viewer
}

/** Who the holder of a widget's session is; undefined where it no longer holds. */
export function viewerOfMember(site: Site, row: SessionRow, now: Date): Viewer | undefined {
  // Where a site no longer takes guests, who is one may still sign in, and keeps their votes with that.
  const unwelcome = row.role === 'guest' && !site.settings.guests
  if (unwelcome || row.expires_at <= now) return undefined
  // A bearer token lives in the host's page, so it never carries the power of a role: that is the admin's.
  const role = staffRoles.has(row.role) ? 'member' : row.role
  return {
    siteId: site.id,
    audience: role === 'guest' ? 'public' : 'members',
    segments: role === 'guest' ? [] : [...(row.segments ?? [])].sort(),
    member: {
      id: row.id,
      name: row.name,
      role,
      ...(row.suspended ? { suspension: { until: row.until } } : {}),
    },
    accountId: null,
  }
}

async function viewerOfCookie(c: Context<Env>): Promise<Viewer> {
  const { world, site } = c.var
  const session = await staffSession(c)
  if (!session) return visitor(site.id)
  requireSameOrigin(c)
  if (session.within) return viewerWithin(c, session.accountId, session.within)
  const row = await findStaffOfAccount(world.db, site.id, session.accountId)
  if (!row) return { ...visitor(site.id), accountId: session.accountId }
  return {
    siteId: site.id,
    audience: 'staff',
    segments: guardIdsOf(site),
    member: row,
    accountId: session.accountId,
  }
}

// Who was let in by a site's own provider is nobody elsewhere. Nor an owner here: admins set providers up, and could
// else make owners of themselves.
async function viewerWithin(c: Context<Env>, accountId: string, within: Within): Promise<Viewer> {
  const { world, site } = c.var
  if (within.siteId !== site.id) return visitor(site.id)
  const row = await findStaffOfLink(world.db, site.id, accountId, within.linkId)
  if (!row) return visitor(site.id)
  return {
    siteId: site.id,
    audience: 'staff',
    segments: guardIdsOf(site),
    member: { ...row, role: roleWithin(row.role) },
    accountId: null,
  }
}

/** Nobody in particular, who reads what is public. */
export function visitor(siteId: string): Viewer {
  return { siteId, audience: 'public', segments: [], member: null, accountId: null }
}
