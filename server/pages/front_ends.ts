import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { adminPolicy } from '../http/security_headers.ts'
import { loadFiles, type StaticFile, sendFile } from '../http/static.ts'

const built = fileURLToPath(new URL('../../dist', import.meta.url))

// Scripts are asked for by pages of any origin; they hold nothing secret.
const anyOrigin = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' }
const forever = 'public, max-age=31536000, immutable'

/**
 * The built widget and admin. `/widget.js` is short-lived and names the current version, `/widget/manifest.json` its
 * address and integrity hash, beside what the element takes and tells; what lies under `/widget/{version}/` and `/admin/assets/` never changes, and the
 * versions before the current one are still there.
 */
export function frontEnds(folder = built) {
  const widget = once(() => loadFiles(`${folder}/widget`))
  const admin = once(() => loadFiles(`${folder}/admin`))
  const app = new Hono<Env>()
  app.get('/widget.js', async (c) =>
    sendFile(c, found((await widget()).get('widget.js')), {
      ...anyOrigin,
      'cache-control': 'public, max-age=300',
    }),
  )
  // What a host's developer may look up: the current version, and what the tag takes and tells.
  app.get('/widget/:file{manifest.json|custom-elements.json|parvis-board.d.ts}', async (c) =>
    sendFile(c, found((await widget()).get(c.req.param('file'))), {
      ...anyOrigin,
      'cache-control': 'public, max-age=300',
    }),
  )
  app.get('/widget/:version/:file{.+}', async (c) => {
    const { version, file } = c.req.param()
    return sendFile(c, found((await widget()).get(`files/${version}/${file}`)), {
      ...anyOrigin,
      'cache-control': forever,
    })
  })
  app.get('/admin/assets/:file{.+}', async (c) =>
    sendFile(c, found((await admin()).get(`assets/${c.req.param('file')}`)), { 'cache-control': forever }),
  )
  app.get('/admin/:slug/*', page)
  app.get('/admin/:slug', page)
  return app

  async function page(c: Parameters<typeof sendFile>[0]) {
    const index = found((await admin()).get('index.html'))
    // Relative addresses in the page begin at the admin's own folder, however deep the view is.
    const base = new URL('admin/', c.get('world').config.publicUrl).pathname
    const html = new TextDecoder().decode(index.plain).replaceAll('./assets/', `${base}assets/`)
    return c.html(html, 200, { 'cache-control': 'no-cache', 'content-security-policy': adminPolicy })
  }
}

function found(file: StaticFile | undefined): StaticFile {
  if (!file) throw new Problem('not_found')
  return file
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
