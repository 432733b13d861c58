import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { etagOf } from '../http/cache.ts'
import { encodedOf } from '../http/encoded.ts'
import { answerWith } from '../http/shared.ts'

export const types = {
  page: 'text/html; charset=utf-8',
  feed: 'application/atom+xml; charset=utf-8',
  sitemap: 'application/xml; charset=utf-8',
} as const

/** What a page may do: run our own files, ask this server, show pictures; nothing inline, and in no frame. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types parvis',
].join('; ')

/**
 * Answers with public bytes: the same for whoever asks, whatever they carry, and kept until the site changes. `name`
 * is the page's own address, without what strangers may add to it. What is made may be the way to another address.
 */
export async function answerPublic(
  c: Context<Env>,
  name: string,
  type: keyof typeof types,
  make: () => Promise<string | Response>,
): Promise<Response> {
  const { world, site, generation } = c.var
  const { cache, database } = world
  const key = `${type} ${name}`
  const kept = database.listening() && cache.find(site.id, key)
  const headers: Record<string, string> = {
    'content-type': types[type],
    'cache-control': 'public, max-age=0, must-revalidate',
    vary: 'Accept-Encoding',
    ...(type === 'page' ? { 'content-security-policy': policy } : {}),
  }
  if (kept) return answerWith(c, kept, headers, encodedOf(kept, c.req.header('accept-encoding')))
  const body = await make()
  if (body instanceof Response) return body
  const made = database.listening()
    ? cache.store(site.id, key, body, generation)
    : { body, etag: etagOf(body) }
  return answerWith(c, made, headers)
}

/** The headers of a refusal, which nobody keeps. */
export const refusalHeaders = {
  'content-type': types.page,
  'cache-control': 'no-store',
  'content-security-policy': policy,
}
