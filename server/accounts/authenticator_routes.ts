import { createRoute } from '@hono/zod-openapi'
import { staff } from '../guards.ts'
import { answers, body, guarded, nothing, routes } from '../route.ts'
import { findAccountById } from '../sessions/queries.ts'
import { beginAuthenticator, confirmAuthenticator, removeAuthenticator } from './authenticator.ts'
import { findHolder } from './holder.ts'
import { AuthenticatorCode, Factor } from './input.ts'
import { NewAuthenticatorJson, newAuthenticatorJson, RecoveryCodesJson } from './json.ts'
import { renewRecoveryCodes } from './recovery_codes.ts'
import { spendFactor } from './second_factor.ts'

const tags = ['account']

/** The second factor of one's own account. */
export const authenticator = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/account/authenticator',
      tags,
      summary: 'Begin with an authenticator app: its key, for the app to read',
      ...guarded(staff),
      responses: answers(NewAuthenticatorJson, 201),
    }),
    async (c) => {
      const { world } = c.var
      const holder = await findHolder(c)
      const account = await findAccountById(world.db, holder.accountId)
      return c.json(newAuthenticatorJson(await beginAuthenticator(world, holder, account!.email)), 201)
    },
  )
  .openapi(
    createRoute({
      method: 'put',
      path: '/account/authenticator/confirmation',
      tags,
      summary: 'Put the authenticator to use, by a code of it; ends one’s other sessions',
      ...guarded(staff, 'changes', 'signInTries'),
      request: body(AuthenticatorCode),
      responses: answers(RecoveryCodesJson),
    }),
    async (c) => {
      const { code } = c.req.valid('json')
      return c.json({ codes: await confirmAuthenticator(c.var.world, await findHolder(c), code) }, 200)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/account/authenticator/removal',
      tags,
      summary: 'Turn the authenticator off, by a code of it or a recovery code',
      ...guarded(staff, 'changes', 'signInTries'),
      request: body(Factor),
      responses: nothing,
    }),
    async (c) => {
      const { world } = c.var
      const holder = await findHolder(c)
      await spendFactor(world, holder.accountId, c.req.valid('json').code)
      await removeAuthenticator(world, holder)
      return c.body(null, 204)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/account/recovery-codes',
      tags,
      summary: 'New recovery codes in the place of the old, by a code of the authenticator',
      ...guarded(staff, 'changes', 'signInTries'),
      request: body(AuthenticatorCode),
      responses: answers(RecoveryCodesJson, 201),
    }),
    async (c) => {
      const { world } = c.var
      const holder = await findHolder(c)
      await spendFactor(world, holder.accountId, c.req.valid('json').code)
      return c.json({ codes: await renewRecoveryCodes(world, holder) }, 201)
    },
  )
