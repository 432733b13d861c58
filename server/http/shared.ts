import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Context, MiddlewareHandler } from 'hono'
import type { Env, Reader, World } from '../context.ts'
import { passPeriod } from '../images/address.ts'
import { policyOf, remainderOf } from '../limits/words.ts'
import { type Cached, etagOf } from './cache.ts'
import { shownHeaders } from './cors.ts'
import { encodedOf, weak } from './encoded.ts'
import { readsOf } from './rate_limit.ts'
import { apiPolicy } from './security_headers.ts'

/**
 * Answers that are the same bytes for everyone who may read the same boards are kept and given again until the site
 * changes, with an entity tag. A handler gives one by `share(c, value)`; an address seen before is answered
 * here, before it is parsed.
 */
export const sharedBytes: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method !== 'GET') return next()
  const { world, site, viewer } = c.var
  // What is kept is given before any guard is asked, and all of it is what the scope `read` opens.
  if (viewer.key && !viewer.key.scopes.has('read')) return next()
  const kept = world.database.listening() && world.cache.find(site.id, cacheKey(world, viewer, c.req.url))
  if (kept) return respond(c, kept, encodedOf(kept, c.req.header('accept-encoding')))
  return next()
}

/** Answers with a value that is the same for everyone who may read what the viewer may, and keeps its bytes. */
export function share<T>(c: Context<Env>, value: T) {
  const { world, site, viewer } = c.var
  const body = JSON.stringify(value)
  const made = world.database.listening()
    ? world.cache.store(site.id, cacheKey(world, viewer, c.req.url), body, c.get('generation'))
    : { body, etag: etagOf(body) }
  const response = respond(c, made)
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
  const standing = world.limits.spendNow(readsOf(site, world.networks.of(incoming)))
  if (!standing) return false
  const form = encodedOf(kept, headers['accept-encoding'] as string | undefined)
  const answer = publicHeaders(world, form ? weak(kept.etag) : kept.etag, origin)
  answer.push('ratelimit-policy', policyOf(standing), 'ratelimit', remainderOf(standing, world.clock.now()))
  world.cache.given++
  if (headers['if-none-match']?.includes(kept.etag)) {
    outgoing.writeHead(304, answer).end()
    return true
  }
  if (!form) kept.bytes ??= Buffer.from(kept.body)
  const bytes = form?.bytes ?? kept.bytes!
  if (form) answer.push('content-encoding', form.encoding)
  answer.push('content-type', 'application/json', 'content-length', String(bytes.length))
  outgoing.writeHead(200, answer).end(bytes)
  return true
}

function publicHeaders(world: World, etag: string, origin: string | undefined): string[] {
  const headers = [
    ...['etag', etag, 'cache-control', 'public, max-age=0, must-revalidate'],
    ...['vary', vary, 'x-content-type-options', 'nosniff'],
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

// Exactly the boards that may be read: members of a segment share with each other and with nobody else. Boards that
// not everybody reads have images whose addresses hold for a while, and what names them no longer than those.
function cacheKey({ clock }: World, { audience, segments }: Reader, url: string): string {
  if (audience === 'public') return `public ${pathOf(url)}`
  return [audience, ...segments, passPeriod(clock.now()), pathOf(url)].join(' ')
}

const vary = 'Accept-Encoding, Authorization, Cookie, Origin'

function respond(c: Context<Env>, cached: Cached, form?: ReturnType<typeof encodedOf>): Response {
  const isPublic = c.var.viewer.audience === 'public'
  const headers = {
    'content-type': 'application/json',
    'cache-control': isPublic ? 'public, max-age=0, must-revalidate' : 'private, no-cache',
    vary,
  }
  return answerWith(c, cached, headers, form)
}

/** Answers with bytes and their entity tag, or says that the asker has them. */
export function answerWith(
  c: Context<Env>,
  cached: Cached,
  { 'content-type': type, ...shared }: Record<'content-type' | 'cache-control' | 'vary', string>,
  form?: ReturnType<typeof encodedOf>,
): Response {
  const headers: Record<string, string> = { ...shared, etag: form ? weak(cached.etag) : cached.etag }
  if (c.req.header('if-none-match')?.includes(cached.etag))
    return new Response(null, { status: 304, headers })
  headers['content-type'] = type
  if (form) headers['content-encoding'] = form.encoding
  return new Response(form ? new Uint8Array(form.bytes) : cached.body, { headers })
}
