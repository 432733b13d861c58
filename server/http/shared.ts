import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { Audience, Env, World } from '../context.ts'
import { type Cached, etagOf } from './cache.ts'
import { shownHeaders } from './cors.ts'
import { apiPolicy } from './security_headers.ts'

/**
 * Answers that are the same bytes for everyone of an audience are kept and given again until the site
 * changes, with an entity tag. A handler gives one by `share(c, value)`; an address seen before is answered
 * here, before it is parsed.
 */
export const sharedBytes: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'GET') return next()
  const { world, site, viewer } = c.var
  const kept = world.database.listening() && world.cache.find(site.id, cacheKey(viewer.audience, c.req.url))
  if (kept) return respond(kept, viewer.audience, c.req.header('if-none-match'))
  return next()
}

/** Answers with a value that is the same for everyone of the viewer's audience, and keeps its bytes. */
export function share<T>(c: Context<Env>, value: T) {
  const { world, site, viewer } = c.var
  const body = JSON.stringify(value)
  const made = world.database.listening()
    ? world.cache.store(site.id, cacheKey(viewer.audience, c.req.url), body, c.get('generation'))
    : { body, etag: etagOf(body) }
  const response = respond(made, viewer.audience, c.req.header('if-none-match'))
  // Typed as what it holds, so that it is checked against the route's answer.
  return response as unknown as ReturnType<typeof c.json<T & object, 200>>
}

/**
 * The front door of the commonest request, a visitor's reading of an address read before: answered without
 * walking the middleware, whose headers it repeats. Anything else is false and goes the whole way.
 */
export function answerFromCache(world: World, incoming: IncomingMessage, outgoing: ServerResponse): boolean {
  const { method, url = '', headers } = incoming
  if (method !== 'GET' || headers.authorization || headers.cookie || !world.database.listening()) return false
  const slug = slugOf(url)
  const site = slug && world.sites.known(slug)
  const kept = site && world.cache.find(site.id, `public ${url}`)
  if (!kept) return false
  const { origin } = headers
  if (origin !== undefined && !site.origins.includes(origin)) return false
  const answer = publicHeaders(world, kept, origin)
  world.cache.given++
  if (headers['if-none-match']?.includes(kept.etag)) {
    outgoing.writeHead(304, answer).end()
    return true
  }
  kept.bytes ??= Buffer.from(kept.body)
  answer.push('content-type', 'application/json', 'content-length', String(kept.bytes.length))
  outgoing.writeHead(200, answer).end(kept.bytes)
  return true
}

function publicHeaders(world: World, kept: Cached, origin: string | undefined): string[] {
  const headers = [
    ...['etag', kept.etag, 'cache-control', 'public, max-age=0, must-revalidate'],
    ...['vary', 'Authorization, Cookie, Origin', 'x-content-type-options', 'nosniff'],
    ...['referrer-policy', 'strict-origin-when-cross-origin', 'content-security-policy', apiPolicy],
  ]
  if (world.config.publicUrl.protocol === 'https:')
    headers.push('strict-transport-security', 'max-age=31536000')
  if (origin)
    headers.push('access-control-allow-origin', origin, 'access-control-expose-headers', shownHeaders)
  return headers
}

const apiPrefix = '/api/v1/sites/'

function slugOf(path: string): string | undefined {
  if (!path.startsWith(apiPrefix)) return undefined
  const end = path.indexOf('/', apiPrefix.length)
  return end < 0 ? undefined : path.slice(apiPrefix.length, end)
}

function pathOf(url: string): string {
  return url.slice(url.indexOf('/', 8))
}

function cacheKey(audience: Audience, url: string): string {
  return `${audience} ${pathOf(url)}`
}

function respond(cached: Cached, audience: Audience, known: string | undefined): Response {
  const headers: Record<string, string> = {
    etag: cached.etag,
    'cache-control': audience === 'public' ? 'public, max-age=0, must-revalidate' : 'private, no-cache',
    vary: 'Authorization, Cookie, Origin',
  }
  if (known?.includes(cached.etag)) return new Response(null, { status: 304, headers })
  headers['content-type'] = 'application/json'
  return new Response(cached.body, { headers })
}
