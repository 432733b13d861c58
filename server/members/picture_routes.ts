import { Hono } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { isId } from '../lib/ids.ts'

/**
 * Members' pictures, for pages of any origin. An address never changes what it holds, and what it holds is
 * an image we encoded ourselves that may do nothing.
 */
export function pictures() {
  const app = new Hono<Env>()
  app.get('/pictures/:site/:id', async (c) => {
    const { site, id } = c.req.param()
    const row = isId(site) && isId(id) ? await findPicture(c.get('world').db, site, id) : undefined
    if (!row) throw new Problem('not_found')
    return c.body(new Uint8Array(row.bytes), 200, {
      'content-type': row.media_type,
      // A browser keeps it for ever, and what stands between forgets soon whoever is erased.
      'cache-control': 'public, max-age=31536000, s-maxage=300, immutable',
      'content-security-policy': "sandbox; default-src 'none'",
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    })
  })
  return app
}

function findPicture(db: Env['Variables']['world']['db'], siteId: string, id: string) {
  return db
    .selectFrom('pictures')
    .select(['media_type', 'bytes'])
    .where('site_id', '=', siteId)
    .where('id', '=', id)
    .executeTakeFirst()
}
