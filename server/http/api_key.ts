import type { Context } from 'hono'
import { isKeyText } from '../api_keys/key_text.ts'
import { findKeyByHash, noteKeyUse } from '../api_keys/queries.ts'
import { isScope, scopeOf } from '../api_keys/scopes.ts'
import type { Env, Viewer, ViewerKey } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { hashToken } from '../lib/ids.ts'
import { guardIdsOf } from '../sites/words.ts'
import { readsOf } from './rate_limit.ts'

const notedEverySeconds = 60

/**
 * The key behind a bearer token. It reads like the team and acts as an admin would, within what its scopes open; how
 * it was looked up is kept like a session, and dropped with the site's.
 */
export async function viewerOfKey(c: Context<Env>, text: string): Promise<Viewer> {
  const { world, site } = c.var
  // Browsers say where a page comes from, and programs do not: a key that is in a page is out.
  if (c.req.header('origin') !== undefined) return refuse(c, inPage)
  if (!isKeyText(text)) return refuse(c, unknown)
  const hash = hashToken(text)
  const viewer = world.sessions.find(site.id, hash) ?? (await lookUp(c, hash))
  const now = world.clock.now()
  if (!viewer?.key || viewer.key.expiresAt <= now) return refuse(c, unknown)
  await noteUse(c, viewer, viewer.key, now)
  return viewer
}

async function lookUp(c: Context<Env>, hash: string): Promise<Viewer | undefined> {
  const { world, site } = c.var
  const generation = world.sites.known(site.slug) === site ? world.sessions.generation(site.id) : -1
  const row = await findKeyByHash(world.db, site.id, hash)
  if (!row) return undefined
  const viewer: Viewer = {
    siteId: site.id,
    audience: 'staff',
    segments: guardIdsOf(site),
    member: { id: row.id, name: row.name, role: 'admin' },
    accountId: null,
    key: {
      scopes: new Set(row.scopes.filter(isScope)),
      expiresAt: row.expires_at,
      usedAt: row.last_used_at,
    },
  }
  world.sessions.store(site.id, hash, viewer, generation)
  return viewer
}

// Once a minute is exact enough to see whether a key is in use, and costs the requests in between nothing.
async function noteUse(c: Context<Env>, viewer: Viewer, key: ViewerKey, now: Date): Promise<void> {
  const { world, site } = c.var
  const minuteAgo = later(now, -notedEverySeconds)
  if (key.usedAt && key.usedAt > minuteAgo && key.usedAt <= now) return
  key.usedAt = now
  await noteKeyUse(world.db, site.id, viewer.member!.id, now, minuteAgo)
}

const unknown = () =>
  new Problem('unauthenticated', 'This API key is unknown, expired or ended.', {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  })

const inPage = () =>
  new Problem(
    'foreign_origin',
    'API keys are for servers, and this request came from a web page. End this key: whoever opens the page can take it.',
  )

/** As a bad bearer token is: what was asked in vain is the network's. */
async function refuse(c: Context<Env>, problem: () => Problem): Promise<never> {
  const { world, site } = c.var
  await world.limits.spend(readsOf(site, world.networks.of(c.env?.incoming)))
  throw problem()
}

/** Goes on only where the key has the scope that opens the route, `GET threads/{number}`. */
export function permitKey(key: ViewerKey, route: string): void {
  const scope = scopeOf(route)
  if (scope === null) throw new Problem('forbidden', 'No API key opens this.')
  if (key.scopes.has(scope)) return
  throw new Problem('forbidden', `This takes a key with the scope "${scope}".`, {
    headers: { 'www-authenticate': `Bearer error="insufficient_scope", scope="${scope}"` },
  })
}
