import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { isFresh } from '../accounts/holder.ts'
import { rotateFirstSecret } from '../connections/secret.ts'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { operator } from '../guards.ts'
import { requestBody } from '../http/request_body.ts'
import { Slug } from '../input.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { makeOwnerLink } from '../sessions/owner_link.ts'
import { staffAccount } from '../sessions/staff_cookie.ts'
import { LocaleJson } from '../words.ts'
import { createSite } from './create.ts'
import { OwnerLinkJson, SiteCreatedJson, SiteListJson, SiteSecretJson } from './json.ts'
import { allSites, type Site } from './queries.ts'
import { NewSlug, Origins, siteName } from './settings_input.ts'

const NewSite = z.strictObject({
  slug: NewSlug,
  name: siteName,
  locale: LocaleJson,
  origins: Origins,
})

const OfSite = z.strictObject({ site: Slug })

/** Communities of this installation, outside of any of them. */
export function operators() {
  const app = routes()
  for (const path of ['sites', 'owner-links', 'site-secrets']) app.use(`/api/v1/${path}`, requestBody)
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
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/v1/owner-links',
        tags: ['operator'],
        summary: 'Make a link that signs the owner of a community in, once, within 30 minutes',
        ...guarded(operator),
        request: body(OfSite),
        responses: answers(OwnerLinkJson, 201),
      }),
      async (c) => {
        const site = await siteOfOperator(c, c.req.valid('json').site)
        const ownerLink = await makeOwnerLink(c.var.world, site, 'operator')
        return c.json({ slug: site.slug, ownerLink }, 201, { 'cache-control': 'no-store' })
      },
    )
    .openapi(
      createRoute({
        method: 'post',
        path: '/api/v1/site-secrets',
        tags: ['operator'],
        summary: 'Give a community a new secret for its sign-on; the ones before it hold for another day',
        ...guarded(operator),
        request: body(OfSite),
        responses: answers(SiteSecretJson, 201),
      }),
      async (c) => {
        const site = await siteOfOperator(c, c.req.valid('json').site)
        const { secret, oldOnesHoldUntil } = await rotateFirstSecret(c.var.world, site.id)
        const made = { slug: site.slug, ssoSecret: secret, oldOnesHoldUntil: oldOnesHoldUntil.toISOString() }
        return c.json(made, 201, { 'cache-control': 'no-store' })
      },
    )
}

/** A community that the operator lets somebody into: what a session left open is not enough for. */
async function siteOfOperator(c: Context<Env>, slug: string): Promise<Site> {
  const { world } = c.var
  const session = await staffAccount(c)
  if (!session || !isFresh(world, session)) throw new Problem('proof_required')
  const site = await world.sites.find(slug)
  if (!site) throw new Problem('not_found')
  return site
}
