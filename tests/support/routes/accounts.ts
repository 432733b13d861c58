import { appCode, byPassword, colleague, password, withAuthenticator } from '../account.ts'
import type { Person, TestSite } from '../world.ts'
import type { Premise, RouteCase } from './case.ts'

const own = ({ site }: Premise) => ({ origin: site.world.config.publicUrl.origin })

const withPassword = async (site: TestSite, person: Person) =>
  site.put('account/password', { password }, person)

const arriving: RouteCase[] = [
  {
    route: 'POST staff-sessions/password',
    ofNewcomer: true,
    as: 'visitor',
    status: 201,
    statements: 5,
    async ask(premise) {
      const person = await colleague(premise.site)
      await withPassword(premise.site, person)
      const body = { email: person.email, password }
      return { path: 'staff-sessions/password', body, headers: own(premise) }
    },
  },
  {
    route: 'POST staff-sessions/second-factor',
    ofNewcomer: true,
    as: 'visitor',
    status: 201,
    statements: 6,
    async ask(premise) {
      const person = await colleague(premise.site)
      await withPassword(premise.site, person)
      const { codes } = await withAuthenticator(premise.site, person)
      const { secondFactor } = (await byPassword(premise.site, person.email)).body
      const body = { secondFactor, code: codes[0] }
      return { path: 'staff-sessions/second-factor', body, headers: own(premise) }
    },
  },
]

const passwords: RouteCase[] = [
  { route: 'GET account', as: 'staff', status: 200, statements: 3, ask: () => ({ path: 'account' }) },
  {
    route: 'PUT account/password',
    ofNewcomer: true,
    as: 'staff',
    status: 200,
    statements: 11,
    ask: () => ({ path: 'account/password', body: { password } }),
  },
  {
    route: 'DELETE account/password',
    ofNewcomer: true,
    as: 'staff',
    status: 204,
    statements: 8,
    async ask({ site }, asker) {
      await withPassword(site, asker)
      return { path: 'account/password' }
    },
  },
]

const authenticators: RouteCase[] = [
  {
    route: 'POST account/authenticator',
    ofNewcomer: true,
    as: 'staff',
    status: 201,
    statements: 4,
    ask: () => ({ path: 'account/authenticator' }),
  },
  {
    route: 'PUT account/authenticator/confirmation',
    ofNewcomer: true,
    as: 'staff',
    status: 200,
    statements: 11,
    async ask({ site }, asker) {
      const { uri } = (await site.post('account/authenticator', undefined, asker)).body
      return { path: 'account/authenticator/confirmation', body: { code: appCode(site, uri) } }
    },
  },
  {
    route: 'POST account/authenticator/removal',
    ofNewcomer: true,
    as: 'staff',
    status: 204,
    statements: 8,
    async ask({ site }, asker) {
      const { codes } = await withAuthenticator(site, asker)
      return { path: 'account/authenticator/removal', body: { code: codes[0] } }
    },
  },
  {
    route: 'POST account/recovery-codes',
    ofNewcomer: true,
    as: 'staff',
    status: 201,
    statements: 9,
    async ask({ site }, asker) {
      const { uri } = await withAuthenticator(site, asker)
      return { path: 'account/recovery-codes', body: { code: appCode(site, uri, 1) } }
    },
  },
]

const sessions: RouteCase[] = [
  {
    route: 'GET account/sessions',
    as: 'staff',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'account/sessions' }),
  },
  {
    route: 'DELETE account/sessions',
    as: 'staff',
    status: 204,
    statements: 4,
    ask: () => ({ path: 'account/sessions' }),
  },
  {
    route: 'DELETE account/sessions/{handle}',
    ofNewcomer: true,
    as: 'staff',
    status: 204,
    statements: 3,
    async ask({ site }, asker) {
      const { items } = (await site.get('account/sessions', asker)).body
      return { path: `account/sessions/${items[0].id}` }
    },
  },
]

/** How the team signs in, and where it is. Whoever asks is asked about an account of their own. */
export const accounts: RouteCase[] = [...arriving, ...passwords, ...sessions, ...authenticators]
