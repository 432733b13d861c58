import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { admins, signedIn } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { TokenCheckJson } from '../sessions/json.ts'
import { checkToken } from '../sessions/token_check.ts'
import { editConnection, makeConnection, removeConnection } from './connection.ts'
import { ConnectionEdit, ConnectionParam, NewConnection, TokenCheck } from './input.ts'
import { ConnectionJson, ConnectionListJson, ConnectionMadeJson, connectionJson } from './json.ts'
import { listConnections } from './queries.ts'

const tags = ['connections']

/** How the host signs its customers on. No answer here takes an Idempotency-Key: it would be kept, secret and all. */
export const connections = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/connections',
      tags,
      summary: 'The sign-on connections of the site, without their secrets',
      ...guarded(admins),
      responses: answers(ConnectionListJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const rows = await listConnections(world.db, site.id, world.clock.now())
      return c.json({ items: rows.map(connectionJson) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/connections',
      tags,
      summary: 'Make a sign-on connection; its secret, where it has one, is shown this once',
      ...guarded(admins),
      request: body(NewConnection),
      responses: answers(ConnectionMadeJson, 201),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const draft = c.req.valid('json')
      const { id, secret } = await makeConnection(world, site.id, draft, signedIn(viewer).id)
      const connection = await presentConnection(c, id)
      return c.json({ connection, secret }, 201, { 'cache-control': 'no-store' })
    },
  )
  .openapi(
    createRoute({
      method: 'patch',
      path: '/connections/{id}',
      tags,
      summary: 'Change what is given of a connection; its algorithm stays',
      ...guarded(admins),
      request: { params: ConnectionParam, ...body(ConnectionEdit) },
      responses: answers(ConnectionJson),
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      const id = idOf(c.req.valid('param').id)
      await editConnection(world, site.id, id, c.req.valid('json'), signedIn(viewer).id)
      return c.json(await presentConnection(c, id), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/connections/{id}',
      tags,
      summary: 'Remove a connection; every session that it opened ends',
      ...guarded(admins),
      request: { params: ConnectionParam },
      responses: nothing,
    }),
    async (c) => {
      const { world, site, viewer } = c.var
      await removeConnection(world, site.id, idOf(c.req.valid('param').id), signedIn(viewer).id)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/token-checks',
      tags,
      summary: 'Say what is right and wrong with a sign-on token; nothing is made or kept',
      ...guarded(admins),
      request: body(TokenCheck),
      responses: answers(TokenCheckJson),
    }),
    async (c) => {
      const { world, site } = c.var
      const check = await checkToken(world, site, c.req.valid('json').token)
      return c.json(check, 200, { 'cache-control': 'no-store' })
    },
  )

/** An id, or an unknown one. */
function idOf(text: string): string {
  if (!isId(text)) throw new Problem('not_found')
  return text
}

async function presentConnection(c: Context<Env>, id: string): Promise<ConnectionJson> {
  const { world, site } = c.var
  const [row] = await listConnections(world.db, site.id, world.clock.now(), id)
  if (!row) throw new Problem('not_found')
  return connectionJson(row)
}
