import { LyingProvider, type SetUp } from '../openid_provider.ts'
import { Visitor } from '../openid_visitor.ts'
import type { Person, TestSite } from '../world.ts'
import { type Premise, type RouteCase, unique } from './case.ts'

let shared: Promise<LyingProvider> | undefined
const known = new WeakMap<TestSite, Promise<SetUp>>()

/** A provider that is set up in the site, the same for all rows. */
async function provider({ site, owner }: Premise): Promise<{ issuer: LyingProvider; setUp: SetUp }> {
  shared ??= LyingProvider.open()
  const issuer = await shared
  issuer.unref()
  const setUp = known.get(site) ?? issuer.setUp(site, owner)
  known.set(site, setUp)
  return { issuer, setUp: await setUp }
}

/** One of the site's beside that, which may be changed or go. */
async function expendable({ site, owner }: Premise): Promise<string> {
  const { items } = (await site.get('openid-providers', owner)).body
  const spare = items.filter(({ name }: { name: string }) => name.startsWith('Spare'))
  for (const { id } of spare) await site.delete(`openid-providers/${id}`, owner)
  const draft = { name: unique('Spare'), issuer: 'https://id.example' }
  return (await site.post('openid-providers', draft, owner)).body.id
}

/** Where the provider sends a browser back to that proves this person's address. */
async function backAs(premise: Premise, person: Person, visitor: Visitor): Promise<string> {
  const { site } = premise
  const { issuer, setUp } = await provider(premise)
  const { email } = await site.world.db
    .selectFrom('members')
    .innerJoin('accounts', 'accounts.id', 'members.account_id')
    .select('accounts.email')
    .where('members.id', '=', person.id)
    .executeTakeFirstOrThrow()
  issuer.token = (nonce) => issuer.sign({ nonce, sub: email, email, email_verified: true })
  return issuer.sendBack(await visitor.begin(setUp.id), setUp)
}

/** By which providers the team signs in. */
export const openId: RouteCase[] = [
  {
    route: 'GET openid-providers',
    as: 'admin',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'openid-providers' }),
  },
  {
    route: 'POST openid-providers',
    as: 'admin',
    status: 201,
    statements: 9,
    async ask(premise) {
      await expendable(premise)
      const { items } = (await premise.site.get('openid-providers', premise.owner)).body
      const spare = items.find(({ name }: { name: string }) => name.startsWith('Spare'))
      await premise.site.delete(`openid-providers/${spare.id}`, premise.owner)
      return { path: 'openid-providers', body: { name: unique('Spare'), issuer: 'https://id.example' } }
    },
  },
  {
    route: 'PATCH openid-providers/{id}',
    as: 'admin',
    status: 200,
    statements: 8,
    ask: async (premise) => ({
      path: `openid-providers/${await expendable(premise)}`,
      body: { name: unique('Spare'), clientId: 'a', clientSecret: 'b' },
    }),
  },
  {
    route: 'DELETE openid-providers/{id}',
    as: 'admin',
    status: 204,
    statements: 8,
    ask: async (premise) => ({ path: `openid-providers/${await expendable(premise)}` }),
  },
  {
    route: 'POST openid-checks',
    as: 'admin',
    status: 200,
    statements: 2,
    ask: () => ({ path: 'openid-checks', body: { issuer: 'https://127.0.0.1:1' } }),
  },
  {
    route: 'GET staff-sessions/openid-providers',
    as: 'visitor',
    status: 200,
    statements: 1,
    ask: () => ({ path: 'staff-sessions/openid-providers' }),
  },
  {
    route: 'POST staff-sessions/openid',
    as: 'visitor',
    status: 201,
    statements: 3,
    async ask(premise) {
      const { setUp } = await provider(premise)
      const headers = { origin: premise.site.world.config.publicUrl.origin }
      return { path: 'staff-sessions/openid', body: { provider: setUp.id }, headers }
    },
  },
  {
    route: 'GET openid-providers/{id}/callback',
    as: 'visitor',
    status: 303,
    statements: 9,
    async ask(premise) {
      const { site, moderator } = premise
      const visitor = new Visitor(site)
      // The link is there already: the first time costs more.
      const first = await backAs(premise, moderator, visitor)
      await visitor.comeBack(first)
      visitor.cookies = []
      const url = new URL(await backAs(premise, moderator, visitor))
      const path = url.pathname.slice(`/api/v1/sites/${site.slug}/`.length) + url.search
      return { path, headers: { cookie: visitor.cookies.join('; ') } }
    },
  },
  {
    route: 'GET account/openid-links',
    as: 'staff',
    status: 200,
    statements: 3,
    ask: () => ({ path: 'account/openid-links' }),
  },
  {
    route: 'POST account/openid-links',
    ofNewcomer: true,
    as: 'staff',
    status: 201,
    statements: 5,
    async ask(premise) {
      const { setUp } = await provider(premise)
      return { path: 'account/openid-links', body: { provider: setUp.id } }
    },
  },
  {
    route: 'DELETE account/openid-links/{id}',
    ofNewcomer: true,
    as: 'staff',
    status: 204,
    statements: 8,
    async ask(premise, asker) {
      const { site } = premise
      const visitor = new Visitor(site)
      await visitor.comeBack(await backAs(premise, asker, visitor))
      const { items } = (await site.get('account/openid-links', asker)).body
      return { path: `account/openid-links/${items[0].id}` }
    },
  },
]
