import { createRoute } from '@hono/zod-openapi'
import { anyone } from '../guards.ts'
import { requireSameOrigin } from '../http/cors.ts'
import { answers, body, guarded, routes } from '../route.ts'
import { admit, admitProved } from '../sessions/admit.ts'
import { SecondFactorJson, StaffSessionJson } from '../sessions/json.ts'
import { PasskeyProof, PasswordProof, SecondFactorProof } from './input.ts'
import { PasskeyOptionsJson } from './json.ts'
import { askForPasskey, provePasskey } from './passkeys.ts'
import { provePassword } from './password.ts'
import { proveSecondFactor } from './second_factor.ts'

const tags = ['sessions']

/** The ways into the admin by what an account has of its own. */
export const staffSignIn = routes()
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/password',
      tags,
      summary: 'Sign in to the admin by a password',
      ...guarded(anyone, 'changes', 'signInTries'),
      request: body(PasswordProof),
      responses: { ...answers(StaffSessionJson, 201), ...answers(SecondFactorJson, 202) },
    }),
    async (c) => {
      requireSameOrigin(c)
      const { world, site } = c.var
      const { email, password } = c.req.valid('json')
      return admit(c, { accountId: await provePassword(world, site.id, email, password), by: 'password' })
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/second-factor',
      tags,
      summary: 'Finish a sign-in by a code of the authenticator, or by a recovery code',
      ...guarded(anyone, 'changes', 'signInTries'),
      request: body(SecondFactorProof),
      responses: answers(StaffSessionJson, 201),
    }),
    async (c) => {
      requireSameOrigin(c)
      const { secondFactor, code } = c.req.valid('json')
      return admitProved(c, await proveSecondFactor(c.var.world, secondFactor, code))
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/passkey-challenges',
      tags,
      summary: 'Begin to sign in to the admin by a passkey',
      ...guarded(anyone),
      responses: answers(PasskeyOptionsJson, 201),
    }),
    async (c) => {
      requireSameOrigin(c)
      return c.json({ ...(await askForPasskey(c.var.world)) }, 201)
    },
  )
  .openapi(
    createRoute({
      method: 'post',
      path: '/staff-sessions/passkey',
      tags,
      summary: 'Sign in to the admin by a passkey, which is both factors',
      ...guarded(anyone, 'changes', 'signInTries'),
      request: body(PasskeyProof),
      responses: answers(StaffSessionJson, 201),
    }),
    async (c) => {
      requireSameOrigin(c)
      const accountId = await provePasskey(c.var.world, c.req.valid('json').response)
      return admitProved(c, { accountId, by: 'passkey' })
    },
  )
