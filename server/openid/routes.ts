import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { IssuerCheck, NewProvider, ProviderEdit, ProviderParam } from './input.ts'
import { OpenIdCheckJson, OpenIdProviderJson, OpenIdProviderListJson, providerJson } from './json.ts'
import { editProvider, makeProvider, removeProvider } from './provider.ts'
import { listProviders } from './queries.ts'
import { redirectUriOf } from './request.ts'

const tags = ['openid']

/** By which OpenID providers the team signs in. No answer takes an Idempotency-Key, and none holds a secret. */
export const openIdProviders = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/openid-providers',
      tags,
      summary: 'The OpenID providers by which the team signs in, without their secrets',
      ...guarded(admins),
      responses: answers(OpenIdProviderListJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const rows = await listProviders(world.db, site.id)
      const items = rows.map((row) => providerJson(row, redirectUriOf(world, site.slug, row.id)))
      return c.json({ items }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/openid-providers',
      tags,
      summary: 'Set an OpenID provider up; its client may come later, once it knows the redirect URI',
      ...guarded(admins),
      request: body(NewProvider),
      responses: answers(OpenIdProviderJson, 201),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const id = await makeProvider(world, site.id, c.req.valid('json'), signedIn(viewer).id)
      return c.json(await presentProvider(c, id), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/openid-providers/{id}',
      tags,
      summary: 'Change what is given of an OpenID provider; its issuer stays',
      ...guarded(admins),
      request: { params: ProviderParam, ...body(ProviderEdit) },
      responses: answers(OpenIdProviderJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const id = idOf(c.req.valid('param').id)
      await editProvider(world, site.id, id, c.req.valid('json'), signedIn(viewer).id)
      return c.json(await presentProvider(c, id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/openid-providers/{id}',
      tags,
      summary: 'Remove an OpenID provider; every session that it opened ends',
      ...guarded(admins),
      request: { params: ProviderParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await removeProvider(world, site.id, idOf(c.req.valid('param').id), signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/openid-checks',
      tags,
      summary: 'Read what an issuer says of itself, and say what is right and wrong with it',
      ...guarded(admins),
      request: body(IssuerCheck),
      responses: answers(OpenIdCheckJson),
    }),
    async (c) => {
      const findings = await c.var.world.issuers.check(c.req.valid('json').issuer)
      const good = !findings.some(({ state }) => state === 'bad')
      return c.json({ good, findings }, 200)
    },
  )

/** An id, or an unknown one. */
function idOf(text: string): string {
  if (!isId(text)) throw new Problem('not_found')
  return text
}

async function presentProvider(c: Context<Env>, id: string): Promise<OpenIdProviderJson> {
  const { world, site } = c.var
  const [row] = await listProviders(world.db, site.id, id)
  if (!row) throw new Problem('not_found')
  return providerJson(row, redirectUriOf(world, site.slug, id))
}
