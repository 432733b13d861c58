import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from '../context.ts'
import { Problem } from '../errors.ts'
import { staff } from '../guards.ts'
import { isId } from '../lib/ids.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { listStaffSessions } from '../sessions/queries.ts'
import { endOtherSessions, endSessionOf } from '../sessions/staff_sessions.ts'
import { findHolder, isFresh } from './holder.ts'
import { HandleParam, PasswordWish } from './input.ts'
import {
  AccountJson as Account,
  type AccountJson,
  AccountSessionsJson,
  accountJson,
  accountSessionJson,
} from './json.ts'
import { removePassword, setPassword } from './password.ts'
import { readAccount } from './queries.ts'

const tags = ['account']

/** How one signs in to the admin oneself, and where one is signed in. */
export const account = routes()
  .openapi(
    createRoute({
      method: 'get',
      path: '/account',
      tags,
      summary: 'How one signs in',
      ...guarded(staff),
      responses: answers(Account),
    }),
    async (c) => c.json(await presentAccount(c), 200),
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/account/password',
      tags,
      summary: 'Set or change one’s password; ends one’s other sessions',
      ...guarded(staff, 'changes', 'signInTries'),
      request: body(PasswordWish),
      responses: answers(Account),
    }),
    async (c) => {
      await setPassword(c.var.world, await findHolder(c), c.req.valid('json'))
      return c.json(await presentAccount(c), 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/account/password',
      tags,
      summary: 'Do without a password',
      ...guarded(staff),
      responses: nothing,
    }),
    async (c) => {
      await removePassword(c.var.world, await findHolder(c))
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'get',
      path: '/account/sessions',
      tags,
      summary: 'Where one is signed in to the admin',
      ...guarded(staff),
      responses: answers(AccountSessionsJson),
    }),
    async (c) => {
      const { world } = c.var
      const { accountId, session } = await findHolder(c)
      const rows = await listStaffSessions(world.db, accountId, world.clock.now())
      return c.json({ items: rows.map((row) => accountSessionJson(row, session)) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/account/sessions',
      tags,
      summary: 'Sign out everywhere else',
      ...guarded(staff),
      responses: nothing,
    }),
    async (c) => {
      const { accountId, session } = await findHolder(c)
      await endOtherSessions(c.var.world.db, accountId, session)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'delete',
      path: '/account/sessions/{handle}',
      tags,
      summary: 'End one of one’s sessions',
      ...guarded(staff),
      request: { params: HandleParam },
      responses: nothing,
    }),
    async (c) => {
      const { handle } = c.req.valid('param')
      const { accountId } = await findHolder(c)
      if (!isId(handle) || !(await endSessionOf(c.var.world, accountId, handle)))
        throw new Problem('not_found')
      return c.body(null, 204)
    },
  )

async function presentAccount(c: Context<Env>): Promise<AccountJson> {
  const { world } = c.var
  const holder = await findHolder(c)
  const row = await readAccount(world.db, holder.accountId)
  if (!row) throw new Problem('unauthenticated')
  return accountJson(row, isFresh(world, holder))
}
