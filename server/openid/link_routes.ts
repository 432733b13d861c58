import { createRoute } from '@hono/zod-openapi'
import { findHolder, requireFresh } from '../accounts/holder.ts'
import { Problem } from '../errors.ts'
import { signedIn, staff } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { LinkWish, ProviderParam } from './input.ts'
import { linkJson, OpenIdLinkListJson, OpenIdRequestJson } from './json.ts'
import { leaveFor } from './leave.ts'
import { removeLink } from './link.ts'
import { linksOfMember } from './queries.ts'

const tags = ['account']

/** By which providers of this site one signs in oneself. They are the site's: one may see them by them, too. */
export const openIdLinks = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/account/openid-links',
      tags,
      summary: 'By which OpenID providers one signs in here',
      ...guarded(staff),
      responses: answers(OpenIdLinkListJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const rows = await linksOfMember(world.db, site.id, signedIn(viewer).id)
      return c.json({ items: rows.map(linkJson) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/account/openid-links',
      tags,
      summary: 'Begin to sign in by an OpenID provider from now on: where the browser goes next',
      ...guarded(staff),
      request: body(LinkWish),
      responses: answers(OpenIdRequestJson, 201),
    }),
    async (c) => {
      const holder = await findHolder(c)
      requireFresh(c.var.world, holder)
      const { provider } = c.req.valid('json')
      return c.json({ url: await leaveFor(c, provider, { back: 'account', memberId: holder.memberId }) }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/account/openid-links/{id}',
      tags,
      summary: 'No longer sign in by an OpenID provider; ends the sessions that it opened',
      ...guarded(staff),
      request: { params: ProviderParam },
      responses: nothing,
    }),
    async (c) => {
      const { world } = c.var
      const { id } = c.req.valid('param')
      const holder = await findHolder(c)
      requireFresh(world, holder)
      if (!isId(id)) throw new Problem('not_found')
      await removeLink(world, holder.siteId, holder.memberId, id)
      return c.body(null, 204)
    },
  )
