import type { Context, MiddlewareHandler } from 'hono'
import { isLoopback } from '../config.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import type { Site } from '../sites/queries.ts'

const methods = 'GET, POST, PUT, PATCH, DELETE'
const requestHeaders = 'authorization, content-type, idempotency-key, if-match, if-none-match, last-event-id'
export const shownHeaders = 'etag, retry-after, location, ratelimit-policy, ratelimit'

/**
 * Cross-origin access for exactly the origins of the site, compared whole. No cookie is ever allowed across
 * origins: the widget carries a bearer token, and the admin lives on our own origin.
 */
export const cors: MiddlewareHandler<Env> = async (c, next) => {
  const origin = c.req.header('origin')
  if (origin === undefined) return next()
  const allowed = c.get('site').origins.includes(origin)
  if (c.req.method === 'OPTIONS') return preflight(c, allowed ? origin : undefined)
  try {
    await next()
  } finally {
    if (allowed && c.res) allow(c.res.headers, origin)
  }
}

function preflight(c: Context<Env>, origin: string | undefined): Response {
  const headers = new Headers({ vary: 'Origin' })
  if (origin) {
    allow(headers, origin)
    headers.set('access-control-allow-methods', methods)
    headers.set('access-control-allow-headers', requestHeaders)
    headers.set('access-control-max-age', '7200')
  }
  return c.body(null, { status: 204, headers: Object.fromEntries(headers) })
}

function allow(headers: Headers, origin: string): void {
  headers.set('access-control-allow-origin', origin)
  headers.set('access-control-expose-headers', shownHeaders)
  if (!headers.get('vary')?.includes('Origin')) headers.append('vary', 'Origin')
}

/** A request with a cookie may change something only from a page of this server. */
export function requireSameOrigin(c: Context<Env>): void {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return
  const fetchSite = c.req.header('sec-fetch-site')
  if (fetchSite !== undefined && fetchSite !== 'same-origin') throw new Problem('foreign_origin')
  if (!isOwnOrigin(c, c.req.header('origin'))) throw new Problem('foreign_origin')
}

/** Refuses what a page of neither the site's origins nor ours asks for; for what would be open for long. */
export function requireKnownOrigin(c: Context<Env>): void {
  if (!isKnownOrigin(c, c.get('site'))) throw new Problem('foreign_origin')
}

/** Whether the page that asks is of one of a site's origins, or our own. */
export function isKnownOrigin(c: Context<Env>, { origins }: Pick<Site, 'origins'>): boolean {
  const origin = c.req.header('origin')
  if (!origin) return c.req.header('sec-fetch-site') !== 'cross-site'
  return origins.includes(origin) || isOwnOrigin(c, origin)
}

// In development this server answers to every loopback name: localhost, 127.0.0.1, [::1].
function isOwnOrigin(c: Context<Env>, origin: string | undefined): boolean {
  const { config } = c.get('world')
  if (origin === config.publicUrl.origin) return true
  if (!config.development || !origin || !URL.canParse(origin)) return false
  const { hostname, host, protocol } = new URL(origin)
  return protocol === 'http:' && isLoopback(hostname) && host === c.req.header('host')
}
