import { createRoute } from '@hono/zod-openapi'
import { findHolder, requireFresh } from '../accounts/holder.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { endApiKey, makeApiKey } from './api_key.ts'
import { ApiKeyParam, NewApiKey } from './input.ts'
import { ApiKeyListJson, ApiKeyMadeJson, apiKeyJson } from './json.ts'
import { listApiKeys } from './queries.ts'

const tags = ['api-keys']

/** What a company's own programs come by. No answer here takes an Idempotency-Key: it would be kept, key and all. */
export const apiKeys = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/api-keys',
      tags,
      summary: 'The keys of the site, those that were ended last',
      ...guarded(admins),
      responses: answers(ApiKeyListJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const rows = await listApiKeys(world.db, site.id)
      return c.json({ items: rows.map((row) => apiKeyJson(row, world.clock.now())) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/api-keys',
      tags,
      summary: 'Make a key, shown this once; takes a sign-in of the last ten minutes',
      ...guarded(admins),
      request: body(NewApiKey),
      responses: answers(ApiKeyMadeJson, 201),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      requireFresh(world, await findHolder(c))
      const { id, key } = await makeApiKey(world, site.id, c.req.valid('json'), signedIn(viewer).id)
      const [row] = await listApiKeys(world.db, site.id, id)
      if (!row) throw new Problem('not_found')
      const made = { apiKey: apiKeyJson(row, world.clock.now()), key }
      return c.json(made, 201, { 'cache-control': 'no-store' })
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/api-keys/{id}',
      tags,
      summary: 'End a key, from the next request on',
      ...guarded(admins),
      request: { params: ApiKeyParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id } = c.req.valid('param')
      if (!isId(id)) throw new Problem('not_found')
      await endApiKey(world, site.id, id, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
