import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { World } from '../context.ts'
import { listen } from '../main.ts'
import type { Site } from '../sites/queries.ts'
import { keepOrigins } from './origins.ts'
import { drawMissing, drawPage, type Page, pages, type Visit } from './pages.ts'
import { nobody, signToken, visitorNamed, visitors } from './visitors.ts'

// A company's own site with the widget on it, served beside Parvis in development. It is what an integrator
// would build: nothing here knows more of Parvis than its address, the site's slug and its secret.

const folder = new URL('./files/', import.meta.url)

const files = [
  { path: '/host.css', type: 'text/css; charset=utf-8' },
  { path: '/host.js', type: 'text/javascript; charset=utf-8' },
  { path: '/logo.svg', type: 'image/svg+xml; charset=utf-8' },
]

const cookies = { visitor: 'bakfleet_visitor', theme: 'bakfleet_theme' }
const lasting = { path: '/', httpOnly: false, sameSite: 'Lax', maxAge: 30 * 86_400 } as const

/** The host page as an app of its own. */
export async function makeHost(world: World, site: Site): Promise<Hono> {
  const logo = await readFile(new URL('logo.svg', folder), 'utf8')
  const parvis = world.config.publicUrl.href
  const visitOf = (c: Context, page: Page): Visit => {
    const theme = getCookie(c, cookies.theme)
    return {
      page,
      visitor: visitorNamed(getCookie(c, cookies.visitor)),
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
      parvis,
      site: site.slug,
      logo,
    }
  }
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('content-security-policy', policy(world.config.publicUrl.origin))
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'strict-origin-when-cross-origin')
  })
  serveFiles(app)
  for (const page of pages) {
    app.get(page.path, (c) =>
      c.html(drawPage(visitOf(c, page)), 200, { 'cache-control': 'private, no-cache' }),
    )
  }
  app.get('/sso-token', ownPageOnly, async (c) => {
    const visitor = visitorNamed(getCookie(c, cookies.visitor))
    return c.json({ token: visitor ? await signToken(world, site, visitor) : '' }, 200, {
      'cache-control': 'no-store',
    })
  })
  takeForms(app)
  app.notFound((c) => c.html(drawMissing(visitOf(c, pageNear(c.req.path))), 404))
  app.onError((error, c) => {
    world.log.error({ err: error }, 'demo host page')
    return c.text('Something failed on our side.', 500)
  })
  return app
}

function serveFiles(app: Hono): void {
  for (const { path, type } of files) {
    app.get(path, async () => {
      const text = await readFile(fileURLToPath(new URL(path.slice(1), folder)), 'utf8')
      return new Response(text, { headers: { 'content-type': type, 'cache-control': 'no-cache' } })
    })
  }
}

// They work without a script: each leads back to the page that it stands on.
function takeForms(app: Hono): void {
  app.post('/sign-in', ownPageOnly, async (c) => {
    const { visitor, to } = await c.req.parseBody()
    const known = visitors.some((one) => one.key === visitor)
    setCookie(c, cookies.visitor, known ? String(visitor) : nobody, { ...lasting, httpOnly: true })
    return c.redirect(safePath(to), 303)
  })
  app.post('/appearance', ownPageOnly, async (c) => {
    const { theme, to } = await c.req.parseBody()
    setCookie(c, cookies.theme, theme === 'dark' ? 'dark' : 'light', lasting)
    return c.redirect(safePath(to), 303)
  })
}

/** Serves the host page on DEMO_PORT; the returned function ends that. */
export async function serveHost(world: World, site: Site): Promise<() => Promise<void>> {
  await keepOrigins(world, site)
  const app = await makeHost(world, site)
  const server = createServer(
    { requestTimeout: 10_000 },
    getRequestListener(app.fetch, { overrideGlobalObjects: false }),
  )
  await listen(server, world.config.demoPort, world.config.host)
  return () =>
    new Promise((done) => {
      server.close(() => done())
      server.closeIdleConnections()
      setTimeout(() => server.closeAllConnections(), 1000).unref()
    })
}

// What a careful company would send: nothing inline, and Parvis named by its one origin.
function policy(parvis: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${parvis}`,
    `connect-src 'self' ${parvis}`,
    `img-src 'self' data: ${parvis}`,
    "style-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

async function ownPageOnly(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  const from = c.req.header('sec-fetch-site') ?? 'same-origin'
  if (from !== 'same-origin') return c.text('This is for pages of this site.', 403)
  await next()
}

/** One of our own pages with its query, whatever was asked for. */
function safePath(to: unknown): string {
  const asked = typeof to === 'string' ? to : ''
  const [path = '', query] = asked.split('?', 2)
  const page = pages.find((one) => one.path === path)
  if (!page) return '/community'
  return query ? `${page.path}?${new URLSearchParams(query)}` : page.path
}

function pageNear(path: string): Page {
  return pages.find((page) => page.path !== '/' && path.startsWith(page.path.slice(0, 4))) ?? pages[0]!
}
