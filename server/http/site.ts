import type { MiddlewareHandler } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'

/** Finds the site of the path. Its rows are the only ones that the rest of the request may reach. */
export const findSite: MiddlewareHandler<Env> = async (c, next) => {
  const { sites, cache } = c.get('world')
  // Nothing that an address names holds a NUL, which no text of PostgreSQL can.
  if (/\0|%00/.test(c.req.path)) throw new Problem('not_found')
  const site = await sites.find(c.req.param('slug') ?? '')
  if (!site) throw new Problem('not_found')
  c.set('site', site)
  // What is read from here on is kept only if nothing changed meanwhile. The site is the first thing read: one
  // that changed while it was looked up still names as public what no longer is, and nothing of it is kept.
  c.set('generation', sites.known(site.slug) === site ? cache.generation(site.id) : -1)
  await next()
}
