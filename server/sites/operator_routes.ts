import { createRoute, z } from '@hono/zod-openapi'
import { operator } from '../guards.ts'
import { requestBody } from '../http/request_body.ts'
import { Slug } from '../input.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { LocaleJson } from '../words.ts'
import { createSite } from './create.ts'
import { SiteCreatedJson, SiteListJson } from './json.ts'
import { allSites } from './queries.ts'
import { Origins, siteName } from './settings_input.ts'

/** Words of our own addresses below /admin, which no site may be called. */
const reserved = ['assets', 'api', 'admin', 'widget', 'pictures']

const NewSite = z.strictObject({
  slug: Slug.min(2).refine((slug) => !reserved.includes(slug), 'is a word of this server'),
  name: siteName,
  locale: LocaleJson,
  origins: Origins,
})

/** Communities of this installation, outside of any of them. */
export function operators() {
  const app = routes()
  app.use('/api/v1/sites', requestBody)
  return app
    .openapi(
      createRoute({
        method: 'get',
        path: '/api/v1/sites',
        tags: ['operator'],
        summary: 'All communities of this installation',
        ...guarded(operator),
        responses: answers(SiteListJson),
      }),
      async (c) => {
        const rows = await allSites(c.var.world.db)
        const items = rows.map(({ created_at, ...site }) => ({
          ...site,
          createdAt: created_at.toISOString(),
        }))
        return c.json({ items: items as SiteListJson['items'] }, 200)
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/v1/sites',
        tags: ['operator'],
        summary: 'Make a community; its secret and its owner’s link are shown this once',
        ...guarded(operator),
        request: body(NewSite),
        responses: answers(SiteCreatedJson, 201),
      }),
      async (c) => {
        const made = await createSite(c.var.world, c.req.valid('json'))
        return c.json(made, 201, { 'cache-control': 'no-store' })
      },
    )
}
