import { createRoute } from '@hono/zod-openapi'
import { Problem } from '../errors.ts'
import { signedIn, staff } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { findAccountById } from '../sessions/queries.ts'
import { findHolder } from './holder.ts'
import { NewPasskey, PasskeyParam } from './input.ts'
import { PasskeyJson, PasskeyOptionsJson, PasskeysJson, passkeyJson } from './json.ts'
import { addPasskey, beginPasskey, removePasskey } from './passkeys.ts'
import { listPasskeys } from './queries.ts'

const tags = ['account']

/** The passkeys of one's own account. */
export const passkeys = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/account/passkeys',
      tags,
      summary: 'One’s passkeys',
      ...guarded(staff),
      responses: answers(PasskeysJson),
    }),
    async (c) => {
      const { accountId } = await findHolder(c)
      return c.json({ items: (await listPasskeys(c.var.world.db, accountId)).map(passkeyJson) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/account/passkey-challenges',
      tags,
      summary: 'Begin with a passkey: what the browser needs to make one',
      ...guarded(staff),
      responses: answers(PasskeyOptionsJson, 201),
    }),
    async (c) => {
      const { world, viewer } = c.var
      const holder = await findHolder(c)
      const account = await findAccountById(world.db, holder.accountId)
      const who = { email: account!.email, name: signedIn(viewer).name }
      return c.json({ ...(await beginPasskey(world, holder, who)) }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/account/passkeys',
      tags,
      summary: 'Keep a passkey that the browser made',
      ...guarded(staff, 'changes', 'signInTries'),
      request: body(NewPasskey),
      responses: answers(PasskeyJson, 201),
    }),
    async (c) => {
      const { world } = c.var
      const { name, response } = c.req.valid('json')
      const holder = await findHolder(c)
      const id = await addPasskey(world, holder, name, response)
      const rows = await listPasskeys(world.db, holder.accountId)
      const row = rows.find((one) => one.id === id)
      if (!row) throw new Problem('not_found')
      return c.json(passkeyJson(row), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/account/passkeys/{passkey}',
      tags,
      summary: 'Do without a passkey',
      ...guarded(staff),
      request: { params: PasskeyParam },
      responses: nothing,
    }),
    async (c) => {
      const { passkey } = c.req.valid('param')
      if (!isId(passkey)) throw new Problem('not_found')
      await removePasskey(c.var.world, await findHolder(c), passkey)
      return c.body(null, 204)
    },
  )
