import { Hono } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { isId } from '../lib/ids.ts'
import { passOf } from './address.ts'
import { findImage } from './queries.ts'

const year = 31_536_000

/**
 * Images of posts, for pages of any origin: encoded by ourselves, able to do nothing. Whether one may be seen is asked
 * each time. A browser keeps what it has shown; what is shared between people asks again within five minutes, so that
 * an image that was hidden is gone there too.
 */
export function postImages() {
  const app = new Hono<Env>()
  app.get('/images/:site/:id/:pass?', async (c) => {
    const { world } = c.var
    const { site, id, pass = '' } = c.req.param()
    const row = isId(site) && isId(id) ? await findImage(world.db, site, id) : undefined
    if (!row) throw new Problem('not_found')
    const open = row.shown && row.readers === 'public'
    const wanted = { key: row.image_key, id, readers: row.readers }
    const held = pass ? passOf(wanted, pass, world.clock.now()) : undefined
    if (!open && !(held === 'own' || (held === 'read' && row.shown))) throw new Problem('not_found')
    return c.body(new Uint8Array(row.bytes), 200, {
      'content-type': row.media_type,
      'cache-control': pass
        ? `private, max-age=${year}, immutable`
        : `public, max-age=${year}, s-maxage=300, immutable`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-robots-tag': pass ? 'noindex' : 'max-image-preview:large',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })
  return app
}
