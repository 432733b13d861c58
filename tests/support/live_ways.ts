import { sql } from 'kysely'
import { expect } from 'vitest'
import { appCode, colleague, password, signIn } from './account.ts'
import { makeKey } from './api_key.ts'
import { LyingProvider } from './openid_provider.ts'
import { Visitor } from './openid_visitor.ts'
import type { Answer, Person, TestSite } from './world.ts'

/** Somebody who listens, what ends their right to it, and who goes on meanwhile: visitors, where it says nobody. */
export interface Case {
  as?: Person | undefined
  query?: string
  headers?: Record<string, string>
  end(): Promise<Answer>
  /** What they are answered who come again; 200 where they come as who they are by now. */
  again: number
  stays?: Person
  /** Whether the right holds a moment more. */
  later?: boolean
  /** Takes away what it stood up beside the site. */
  over?(): Promise<void>
}
type Way = (site: TestSite, owner: Person) => Promise<Case>

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
    const { id, ...setUp } = await provider.setUp(site, owner)
    const own = await colleague(site)
    provider.token = (nonce) => provider.sign({ nonce, sub: 'mo', email: own.email, email_verified: true })
    const visitor = new Visitor(site)
    await visitor.comeBack(provider.sendBack(await visitor.begin(id), { id, ...setUp }))
    const as = visitor.person()
    expect((await site.get('me', as)).body.role).toBe('moderator')
    const over = () => provider.close()
    return { as, end: () => end(site, id, own, owner), again: 200, stays: own, over }
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

/** What ends a moment after it is done. */
const later =
  (way: Way): Way =>
  async (site, owner) => ({ ...(await way(site, owner)), later: true })

/** Has a row run out a moment from now, which those hear who are looked at once more before. */
async function runOut(site: TestSite, table: string, id: string, owner: Person): Promise<Answer> {
  const soon = new Date(site.world.clock.now().getTime() + 200)
  const key = { account_sessions: 'handle', sessions: 'member_id', api_keys: 'id' }[table]!
  await sql`update ${sql.table(table)} set expires_at = ${soon} where ${sql.ref(key)} = ${id}`.execute(
    site.world.db,
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

/** Whatever ends the right to a stream, by its name. */
export const ways: Record<string, Way> = {
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
  'a session of the team that runs out': later(
    ofTeam(async (site, as, owner) =>
      runOut(site, 'account_sessions', await handleOf(site, as, true), owner),
    ),
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
  'an erasure of one’s own': bearer(mia, (site, as) => site.put('me/erasure', { posts: 'keep' }, as)),
  'a member’s session that runs out': later(
    bearer(mia, (site, { id }, owner) => runOut(site, 'sessions', id, owner)),
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
  'a key that runs out': later(bearer(makeKey, (site, { id }, owner) => runOut(site, 'api_keys', id, owner))),
  'a board that is closed': page({ query: '?board=ideas' }, 422, (site, owner) =>
    site.patch('boards/ideas', { visibility: 'members' }, owner, 1),
  ),
  'a board that is kept for the team': async (site, owner) => ({
    as: await mia(site),
    query: '?board=ideas',
    end: () => site.patch('boards/ideas', { visibility: 'staff' }, owner, 1),
    again: 422,
  }),
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
