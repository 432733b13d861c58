import { randomUUID } from 'node:crypto'
import { password } from '../account.ts'
import type { Premise, RouteCase } from './case.ts'

// Everybody is asked about an account of their own here, so most rows ask for what nobody of the premise has: a
// password to remove, a code that is right. What comes of it otherwise is shown in accounts_*.test.ts.

const own = ({ site }: Premise) => ({ origin: site.world.config.publicUrl.origin })
const code = '000000'

/** A credential as a browser sends it, of a passkey that nobody has. */
const noPasskey = (response: Record<string, string>) => ({
  id: 'AA',
  rawId: 'AA',
  type: 'public-key',
  clientExtensionResults: {},
  response: { clientDataJSON: 'AA', ...response },
})

const arriving: RouteCase[] = [
  {
    route: 'POST staff-sessions/password',
    as: 'visitor',
    status: 401,
    statements: 1,
    ask: (premise) => ({
      path: 'staff-sessions/password',
      body: { email: 'nobody@elsewhere.example', password },
      headers: own(premise),
    }),
  },
  {
    route: 'POST staff-sessions/second-factor',
    as: 'visitor',
    status: 401,
    statements: 1,
    ask: (premise) => ({
      path: 'staff-sessions/second-factor',
      body: { secondFactor: 'pv2_nobody', code },
      headers: own(premise),
    }),
  },
  {
    route: 'POST staff-sessions/passkey-challenges',
    as: 'visitor',
    status: 201,
    statements: 2,
    ask: (premise) => ({ path: 'staff-sessions/passkey-challenges', headers: own(premise) }),
  },
  {
    route: 'POST staff-sessions/passkey',
    as: 'visitor',
    status: 401,
    statements: 1,
    ask: (premise) => ({
      path: 'staff-sessions/passkey',
      body: { response: noPasskey({ authenticatorData: 'AA', signature: 'AA' }) },
      headers: own(premise),
    }),
  },
]

const oneself = (route: string, status: number, statements: number, body?: unknown): RouteCase => ({
  route,
  as: 'staff',
  status,
  statements,
  ask: () => ({ path: route.split(' ')[1]!.replace(/\{\w+\}/, randomUUID()), body }),
})

export const accounts: RouteCase[] = [
  ...arriving,
  oneself('GET account', 200, 4),
  oneself('PUT account/password', 422, 4, { password: 'password' }),
  oneself('DELETE account/password', 404, 6),
  oneself('GET account/sessions', 200, 4),
  oneself('DELETE account/sessions', 204, 4),
  oneself('DELETE account/sessions/{handle}', 404, 4),
  oneself('POST account/authenticator', 201, 5),
  oneself('PUT account/authenticator/confirmation', 401, 4, { code }),
  oneself('POST account/authenticator/removal', 401, 4, { code }),
  oneself('POST account/recovery-codes', 401, 4, { code }),
  oneself('GET account/passkeys', 200, 4),
  oneself('POST account/passkey-challenges', 201, 7),
  oneself('POST account/passkeys', 401, 3, {
    name: 'Laptop',
    response: noPasskey({ attestationObject: 'AA' }),
  }),
  oneself('DELETE account/passkeys/{passkey}', 404, 6),
]
