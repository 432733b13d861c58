import { colleague } from '../account.ts'
import { answerBy, makePasskey, withPasskey } from '../passkey.ts'
import type { TestSite } from '../world.ts'
import type { RouteCase } from './case.ts'

const own = ({ world }: TestSite) => ({ origin: world.config.publicUrl.origin })

/** How the team signs in by what a device keeps. */
export const passkeys: RouteCase[] = [
  {
    route: 'POST staff-sessions/passkey-challenges',
    as: 'visitor',
    status: 201,
    statements: 2,
    ask: ({ site }) => ({ path: 'staff-sessions/passkey-challenges', headers: own(site) }),
  },
  {
    route: 'POST staff-sessions/passkey',
    ofNewcomer: true,
    as: 'visitor',
    status: 201,
    statements: 7,
    async ask({ site }) {
      const { passkey } = await withPasskey(site, await colleague(site))
      const headers = own(site)
      const begun = await site.post('staff-sessions/passkey-challenges', undefined, undefined, headers)
      const body = { response: answerBy(passkey, begun.body.challenge) }
      return { path: 'staff-sessions/passkey', body, headers }
    },
  },
  {
    route: 'GET account/passkeys',
    as: 'staff',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'account/passkeys' }),
  },
  {
    route: 'POST account/passkey-challenges',
    ofNewcomer: true,
    as: 'staff',
    status: 201,
    statements: 6,
    ask: () => ({ path: 'account/passkey-challenges' }),
  },
  {
    route: 'POST account/passkeys',
    ofNewcomer: true,
    as: 'staff',
    status: 201,
    statements: 11,
    async ask({ site }, asker) {
      const { body } = await site.post('account/passkey-challenges', undefined, asker)
      const { response } = makePasskey(site, body.challenge)
      return { path: 'account/passkeys', body: { name: 'Laptop', response } }
    },
  },
  {
    route: 'DELETE account/passkeys/{passkey}',
    ofNewcomer: true,
    as: 'staff',
    status: 204,
    statements: 6,
    async ask({ site }, asker) {
      const { kept } = await withPasskey(site, asker)
      return { path: `account/passkeys/${kept.body.id}` }
    },
  },
]
