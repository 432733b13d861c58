import type { MiddlewareHandler } from 'hono'
import type { Env } from '../context.ts'

/** Headers of every answer. Pages add their own Content-Security-Policy; an API answer may be no page at all. */
export const securityHeaders: MiddlewareHandler<Env> = async (c, next) => {
  await next()
  const headers = c.res.headers
  headers.set('x-content-type-options', 'nosniff')
  if (!headers.has('referrer-policy')) headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  // What does not say who may keep it is somebody's own, and kept by nobody.
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', apiPolicy)
  if (c.get('world').config.publicUrl.protocol === 'https:') {
    headers.set('strict-transport-security', 'max-age=31536000')
  }
}

export const apiPolicy = "default-src 'none'; frame-ancestors 'none'"

/** What an admin page may do: its own scripts and styles, and nothing framed around it. */
export const adminPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: https:",
  "connect-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types parvis dompurify',
].join('; ')
