import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { admins, signedIn } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { ConnectionParam, ConnectionPartParam, NewKey } from './input.ts'
import { ConnectionJson, connectionJson, NewSecretJson } from './json.ts'
import { addKey, removeKey } from './key.ts'
import { listConnections } from './queries.ts'
import { endSecret, rotateSecret } from './secret.ts'

const tags = ['connections']

/** What verifies the tokens of a connection: secrets of our making, or public keys of the host's. */
export const connectionKeys = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/connections/{id}/secrets',
      tags,
      summary: 'Give a connection a new secret, shown this once; the ones before it hold another 24 hours',
      ...guarded(admins),
      request: { params: ConnectionParam },
      responses: answers(NewSecretJson, 201),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id } = known(c.req.valid('param'))
      const { secret, oldOnesHoldUntil } = await rotateSecret(world, site.id, id, signedIn(viewer).id)
      // No Idempotency-Key here: its answer would be kept, and a secret is shown once and kept nowhere else.
      const answer = { secret, oldOnesHoldUntil: oldOnesHoldUntil.toISOString() }
      return c.json(answer, 201, { 'cache-control': 'no-store' })
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/connections/{id}/secrets/{part}',
      tags,
      summary: 'End an old secret before its 24 hours are over',
      ...guarded(admins),
      request: { params: ConnectionPartParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id, part } = known(c.req.valid('param'))
      await endSecret(world, site.id, id, part, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/connections/{id}/keys',
      tags,
      summary: 'Add a public key to a connection: PEM or a JSON Web Key',
      ...guarded(admins),
      request: { params: ConnectionParam, ...body(NewKey) },
      responses: answers(ConnectionJson, 201),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id } = known(c.req.valid('param'))
      await addKey(world, site.id, id, c.req.valid('json').key, signedIn(viewer).id)
      const [row] = await listConnections(world.db, site.id, world.clock.now(), id)
      if (!row) throw new Problem('not_found')
      return c.json(connectionJson(row), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/connections/{id}/keys/{part}',
      tags,
      summary: 'Take a public key away; what it signed is refused from now on',
      ...guarded(admins),
      request: { params: ConnectionPartParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const { id, part } = known(c.req.valid('param'))
      await removeKey(world, site.id, id, part, signedIn(viewer).id)
      return c.body(null, 204)
    },
  )

/** Ids, or unknown ones. */
function known<Param extends { id: string; part?: string }>(param: Param): Param {
  if (!isId(param.id) || (param.part !== undefined && !isId(param.part))) throw new Problem('not_found')
  return param
}
