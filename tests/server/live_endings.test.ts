import { sql } from 'kysely'
import { afterAll, afterEach, expect, it } from 'vitest'
import { appCode, colleague, password, signIn } from '../support/account.ts'
import { makeKey } from '../support/api_key.ts'
import { Listener } from '../support/live_listener.ts'
import { LyingProvider } from '../support/openid_provider.ts'
import { Visitor } from '../support/openid_visitor.ts'
import { type Answer, type Person, type TestSite, testWorld } from '../support/world.ts'

// Whatever ends the right to a stream ends the stream, of itself: nobody looks after them now and then.

const { site: make, world } = await testWorld()

const open: Listener[] = []
const providers: LyingProvider[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.leave()))
  expect(world.live.open).toBe(0)
})
afterAll(async () => {
  for (const provider of providers) await provider.close()
})

/** Somebody who listens, what ends their right to it, and who goes on meanwhile: visitors, where it says nobody. */
interface Case {
  as?: Person | undefined
  query?: string
  headers?: Record<string, string>
  end(): Promise<Answer>
  /** What they are answered who come again; 200 where they come as who they are by now. */
  again: number
  stays?: Person
}
type Way = (site: TestSite, owner: Person) => Promise<Case>

async function listen(site: TestSite, { as, ...how }: Partial<Case>): Promise<Listener> {
  const listener = await Listener.inside(site, as, how)
  open.push(listener)
  if (listener.status === 200) await listener.until((one) => one.heard.length > 0)
  return listener
}

type Act = (site: TestSite, as: Person & { email: string }, owner: Person) => Promise<Answer>

/** Somebody of the team, who does it in the very browser that listens, or has it done to them. */
const ofTeam =
  (end: Act): Way =>
  async (site, owner) => {
    const as = await colleague(site)
    return { as, end: () => end(site, as, owner), again: 200 }
  }

/** Somebody of the team who is in twice: the one listens, and the other does it. */
const elsewhere =
  (end: Act, before?: Act): Way =>
  async (site, owner) => {
    const as = await colleague(site)
    await before?.(site, as, owner)
    const stays = { ...as, ...(await site.signInAgain(as)) }
    return { as, end: () => end(site, stays, owner), again: 200, stays }
  }

/** Somebody of the team whom a provider of the site let in. */
const byProvider =
  (end: (site: TestSite, provider: string, own: Person, owner: Person) => Promise<Answer>): Way =>
  async (site, owner) => {
    const provider = await LyingProvider.open()
    providers.push(provider)
    const { id, ...setUp } = await provider.setUp(site, owner)
    const own = await colleague(site)
    provider.token = (nonce) => provider.sign({ nonce, sub: 'mo', email: own.email, email_verified: true })
    const visitor = new Visitor(site)
    await visitor.comeBack(provider.sendBack(await visitor.begin(id), { id, ...setUp }))
    const as = visitor.person()
    expect((await site.get('me', as)).body.role).toBe('moderator')
    return { as, end: () => end(site, id, own, owner), again: 200, stays: own }
  }

/** A member in a widget or a program, who is refused from then on. */
const bearer =
  <P extends Person>(
    who: (site: TestSite, owner: Person) => Promise<P>,
    end: (site: TestSite, as: P, owner: Person) => Promise<Answer>,
  ): Way =>
  async (site, owner) => {
    const as = await who(site, owner)
    return { as, end: () => end(site, as, owner), again: 401 }
  }

const mia = (site: TestSite) =>
  site.member('Mia', { sub: 'mia', company: { id: 'co', name: 'Co', plan: 'Fleet' } })
const guest = (site: TestSite) => site.guest()

/** A page that shows something to some. */
const page =
  (wish: Partial<Case>, again: number, end: (site: TestSite, owner: Person) => Promise<Answer>): Way =>
  async (site, owner) => ({ ...wish, end: () => end(site, owner), again })

/** Has a row run out a moment from now, which those hear who are looked at once more before. */
async function runOut(site: TestSite, table: string, id: string, owner: Person): Promise<Answer> {
  const soon = new Date(world.clock.now().getTime() + 200)
  const key = { account_sessions: 'handle', sessions: 'member_id', api_keys: 'id' }[table]!
  await sql`update ${sql.table(table)} set expires_at = ${soon} where ${sql.ref(key)} = ${id}`.execute(
    world.db,
  )
  return site.patch('settings', { name: 'Looked at' }, owner)
}

async function confirm(site: TestSite, as: Person): Promise<Answer> {
  const { uri } = (await site.post('account/authenticator', undefined, as)).body
  return site.put('account/authenticator/confirmation', { code: appCode(site, uri) }, as)
}

const setPassword: Act = (site, as) => site.put('account/password', { password }, as)
const handleOf = async (site: TestSite, as: Person, current: boolean): Promise<string> => {
  const { items } = (await site.get('account/sessions', as)).body
  return items.find((one: { current: boolean }) => one.current === current).id
}

const rule = { match: 'all', conditions: [{ field: 'plan', test: 'is', values: ['Fleet'] }] }

const ways: Record<string, Way> = {
  'a sign-out in another tab': ofTeam((site, as) => site.delete('staff-sessions/current', as)),
  'a sign-in in another tab': async (site, owner) => {
    const as = await colleague(site)
    await setPassword(site, as, owner)
    const end = () => signIn(site, 'password', { email: as.email, password }, { cookie: as.headers.cookie })
    return { as, end, again: 200 }
  },
  'the end of one session, from another device': elsewhere(async (site, there) =>
    site.delete(`account/sessions/${await handleOf(site, there, false)}`, there),
  ),
  'a sign-out everywhere else': elsewhere((site, there) => site.delete('account/sessions', there)),
  'a new password': elsewhere(setPassword),
  'no password any more': elsewhere((site, there) => site.delete('account/password', there), setPassword),
  'a second factor': elsewhere((site, there) => confirm(site, there)),
  'the end of what a provider vouched for': byProvider(async (site, _provider, own) => {
    const [link] = (await site.get('account/openid-links', own)).body.items
    return site.delete(`account/openid-links/${link.id}`, own)
  }),
  'a provider that is removed': byProvider((site, provider, _own, owner) =>
    site.delete(`openid-providers/${provider}`, owner),
  ),
  'another role': ofTeam((site, { id }, owner) => site.patch(`team/${id}`, { role: 'product' }, owner)),
  'a place on the team that is lost': ofTeam((site, { id }, owner) => site.delete(`team/${id}`, owner)),
  'a session of the team that runs out': ofTeam(async (site, as, owner) =>
    runOut(site, 'account_sessions', await handleOf(site, as, true), owner),
  ),
  'a sign-out of the widget': bearer(mia, (site, as) => site.delete('sessions/current', as)),
  'a sign-out on all devices': bearer(mia, async (site) => site.delete('sessions', await mia(site))),
  'the host’s own sign-out': bearer(mia, (site) =>
    site.post('sessions/sso/sign-outs', { token: site.token({ sub: 'mia' }) }),
  ),
  'a way to sign on that is removed': bearer(mia, async (site, _as, owner) => {
    const [{ id }] = (await site.get('connections', owner)).body.items
    return site.delete(`connections/${id}`, owner)
  }),
  'an erasure': bearer(mia, (site, { id }, owner) =>
    site.put(`members/${id}/erasure`, { posts: 'keep', reason: 'They asked' }, owner),
  ),
  'a member’s session that runs out': bearer(mia, (site, { id }, owner) =>
    runOut(site, 'sessions', id, owner),
  ),
  'guests who are taken no more': bearer(guest, (site, _as, owner) =>
    site.patch('settings', { guests: false }, owner),
  ),
  'a guest who signs on': bearer(guest, (site, { device }) =>
    site.post('sessions/sso', { token: site.token({ name: 'Gus' }), guest: device }),
  ),
  'the end of a key': bearer(makeKey, (site, { id }, owner) => site.delete(`api-keys/${id}`, owner)),
  'a key’s maker who may make none any more': bearer(
    async (site) => makeKey(site, await site.staff('admin')),
    async (site, _as, owner) => {
      const { items } = (await site.get('team', owner)).body
      const { id } = items.find(({ role }: { role: string }) => role === 'admin')
      return site.patch(`team/${id}`, { role: 'moderator' }, owner)
    },
  ),
  'a key that runs out': bearer(makeKey, (site, { id }, owner) => runOut(site, 'api_keys', id, owner)),
  'a board that is closed': page({ query: '?board=ideas' }, 422, (site, owner) =>
    site.patch('boards/ideas', { visibility: 'members' }, owner, 1),
  ),
  'a board that is archived': page({ query: '?board=ideas' }, 422, (site, owner) =>
    site.delete('boards/ideas', owner),
  ),
  'a segment that one is no longer in': async (site, owner) => {
    const as = await mia(site)
    await site.post('segments', { slug: 'early', name: 'Early', rule }, owner)
    const early = { slug: 'early', name: 'Early', kinds: ['idea'], visibility: 'segment', segment: 'early' }
    expect((await site.post('boards', early, owner)).status).toBe(201)
    const token = site.token({ sub: 'mia', company: { id: 'co', name: 'Co', plan: 'Pro' } })
    return { as, query: '?board=early', end: () => site.post('sessions/sso', { token }), again: 422 }
  },
  'an origin that is none of the site’s any more': page(
    { headers: { origin: 'https://acme.example' } },
    403,
    (site, owner) => site.patch('settings', { origins: ['https://other.example'] }, owner),
  ),
}

it.each(Object.entries(ways))('sec-S10, sec-S11: a stream ends at %s', async (_name, way) => {
  const site = await make({ origins: ['https://acme.example'] })
  const owner = await site.staff('owner')
  const { end, again, stays, ...who } = await way(site, owner)
  const [theirs, other] = [await listen(site, who), await listen(site, { as: stays })]
  const done = await end()
  expect(done.status, done.text).toBeLessThan(300)
  await theirs.end()
  expect(theirs.names).toEqual([])
  const news = { board: 'news', kind: 'announcement' }
  expect((await site.idea(owner, news)) > 0 && (await other.first('thread')).data.board).toBe('news')
  expect((await listen(site, who)).status).toBe(again)
})

it('a session of the team ends its streams in every community, and no other’s', async () => {
  const [here, there] = [await make(), await make()]
  const as = await colleague(here)
  const stranger = await there.staff('moderator')
  const [mine, theirs] = [await listen(there, { as }), await listen(there, { as: stranger })]
  expect((await here.delete('staff-sessions/current', as)).status).toBe(204)
  await mine.end()
  await there.idea(stranger)
  await theirs.first('thread')
})
