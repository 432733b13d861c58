import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../server/lib/ids.ts'
import { inTransaction } from '../../server/lib/in_transaction.ts'
import { appCode, byPassword, colleague, password, signIn, withAuthenticator } from '../support/account.ts'
import { LyingProvider, type SetUp } from '../support/openid_provider.ts'
import { Visitor } from '../support/openid_visitor.ts'
import { type Person, type StaffRole, type TestSite, testWorld } from '../support/world.ts'

// A provider is set up by the admins of one site, who may run it themselves and have it say whatever they like. So what
// it opens is that site alone, with no more rights than theirs, and nothing of the account itself.

const { site, clock, app, world } = await testWorld()

let mallorys: LyingProvider
let a: TestSite
let b: TestSite
let mallory: Person
let setUp: SetUp
/** On both teams: an owner in either, signed in by a link. */
let olga: Person & { email: string }

beforeAll(async () => {
  mallorys = await LyingProvider.open()
})
afterAll(() => mallorys.close())
beforeEach(async () => {
  a = await site()
  b = await site()
  mallory = await a.staff('admin', 'Mallory')
  setUp = await mallorys.setUp(a, mallory, 'Mallory ID')
  olga = await colleague(b, 'owner')
  await putOnTeam(a, olga.email, 'owner')
})

async function putOnTeam(at: TestSite, email: string, role: StaffRole): Promise<string> {
  const { id: siteId } = await at.row()
  const account = await world.db
    .selectFrom('accounts')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const id = newId()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await trx
        .insertInto('members')
        .values({ site_id: siteId, id, role, name: 'Olga', email, account_id: account.id })
        .execute()
    },
    'structure',
  )
  return id
}

/** Comes back from the provider as whoever it says; gives the browser and what it was answered. */
async function forge(email: string, at = a, provider = setUp, sub = email) {
  mallorys.token = (nonce) => mallorys.sign({ nonce, sub, email, email_verified: true })
  const visitor = new Visitor(at)
  const answer = await visitor.comeBack(mallorys.sendBack(await visitor.begin(provider.id), provider))
  return { visitor, answer }
}

/** The session that Mallory got in Olga's name. */
async function stolen(): Promise<Person> {
  const { visitor, answer } = await forge(olga.email)
  expect(answer.status).toBe(303)
  return visitor.person()
}

describe('a session that a site’s provider opened', () => {
  it('sec-A03: is nobody in another site, whatever its account is there', async () => {
    const session = await stolen()
    expect((await a.get('me', session)).status).toBe(200)
    expect((await b.get('me', olga)).status).toBe(200)
    for (const path of [
      'me',
      'staff-sessions/current',
      'account',
      'account/sessions',
      'audit',
      'team',
      'connections',
    ])
      expect([path, (await b.get(path, session)).status]).toEqual([path, 401])
    const idea = await b.idea(olga)
    await b.restrict('ideas', 'staff')
    expect((await b.get(`threads/${idea}`, olga)).status).toBe(200)
    expect((await b.get(`threads/${idea}`, session)).status).toBe(404)
    expect((await b.put(`threads/${idea}/vote`, undefined, session)).status).toBe(401)
  })

  it('says nothing of the account’s other sites, nor of where and how it signs in', async () => {
    const session = await stolen()
    const who = (await a.get('staff-sessions/current', session)).body
    expect(who.sites).toEqual([{ slug: a.slug, name: who.site.name, role: 'admin' }])
    expect(JSON.stringify(who)).not.toContain(b.slug)
    for (const path of ['account', 'account/sessions', 'account/passkeys'])
      expect([path, (await a.get(path, session)).body.code]).toEqual([path, 'site_session'])
    expect((await a.get('account/openid-links', session)).body.items).toMatchObject([
      { provider: { name: 'Mallory ID' } },
    ])
  })

  it('changes nothing of how the account signs in', async () => {
    const session = await stolen()
    const acts: [string, string, unknown?][] = [
      ['PUT', 'account/password', { password }],
      ['DELETE', 'account/password'],
      ['POST', 'account/authenticator'],
      ['PUT', 'account/authenticator/confirmation', { code: '123456' }],
      ['POST', 'account/authenticator/removal', { code: '123456' }],
      ['POST', 'account/recovery-codes', { code: '123456' }],
      ['POST', 'account/passkey-challenges'],
      ['DELETE', 'account/passkeys/00000000-0000-7000-8000-000000000000'],
      ['DELETE', 'account/sessions'],
      ['DELETE', 'account/sessions/00000000-0000-7000-8000-000000000000'],
      ['POST', 'account/openid-links', { provider: setUp.id }],
      ['DELETE', 'account/openid-links/00000000-0000-7000-8000-000000000000'],
    ]
    for (const [method, path, body] of acts) {
      const answer = await a.request(method, path, { as: session, body })
      expect([path, answer.status, answer.body?.code]).toEqual([path, 403, 'site_session'])
    }
    expect((await b.get('account', olga)).body).toMatchObject({ password: null, authenticator: null })
    expect((await byPassword(a, olga.email)).status).toBe(401)
  })

  it('makes no API key, which would outlive it', async () => {
    const body = { name: 'Key', scopes: ['read'], days: 30 }
    expect((await a.post('api-keys', body, mallory)).status).toBe(201)
    const answer = await a.post('api-keys', body, await stolen())
    expect([answer.status, answer.body.code]).toEqual([403, 'site_session'])
  })

  it('never has an operator’s rights', async () => {
    await world.db.updateTable('accounts').set({ operator: true }).where('email', '=', olga.email).execute()
    const session = await stolen()
    expect((await a.get('staff-sessions/current', session)).body.operator).toBe(false)
    const ask = (method: string, as: Person) =>
      app.request('http://localhost:3000/api/v1/sites', { method, headers: as.headers })
    expect((await ask('GET', olga)).status).toBe(200)
    expect((await ask('GET', session)).status).toBe(401)
    expect((await ask('POST', session)).status).toBe(401)
  })

  it('has an admin’s rights at most, so that no admin makes an owner of themselves', async () => {
    const session = await stolen()
    expect((await a.get('me', session)).body.role).toBe('admin')
    const team = (await a.get('team', olga)).body.items as { id: string; name: string }[]
    const own = team.find(({ name }) => name === 'Mallory')!
    const asOwner = (as: Person) => a.patch(`team/${own.id}`, { role: 'owner' }, as)
    expect((await asOwner(session)).status).toBe(403)
    expect((await asOwner(mallory)).status).toBe(403)
    const moderator = await colleague(a)
    const { visitor } = await forge(moderator.email)
    expect((await a.get('me', visitor.person())).body.role).toBe('moderator')
    expect((await a.get('connections', visitor.person())).status).toBe(403)
  })

  it('is finished in no other site where a second factor is asked for, nor counted among the sign-ins there', async () => {
    const { uri } = await withAuthenticator(b, olga)
    const begin = async () => {
      const { answer } = await forge(olga.email)
      return new URL(answer.headers.get('location') ?? 'x:').hash.slice('#factor='.length)
    }
    const secondFactor = await begin()
    clock.move(30)
    const elsewhere = await signIn(b, 'second-factor', { secondFactor, code: appCode(b, uri) })
    expect([elsewhere.status, elsewhere.body.code]).toEqual([401, 'sign_in_over'])
    expect(elsewhere.headers.get('set-cookie')).toBeNull()

    await b.put('account/password', { password }, olga)
    for (let turn = 0; turn < 12; turn++) await begin()
    expect((await byPassword(b, olga.email)).status).toBe(202)
    expect((await forge(olga.email)).answer.status).toBe(429)
  })

  it('ends with its provider, with its link and with the place on the team, at the next request', async () => {
    const first = await stolen()
    expect((await a.get('me', first)).status).toBe(200)
    expect((await a.delete(`openid-providers/${setUp.id}`, mallory)).status).toBe(204)
    expect((await a.get('me', first)).status).toBe(401)

    setUp = await mallorys.setUp(a, mallory)
    const second = await stolen()
    const [link] = (await a.get('account/openid-links', olga)).body.items
    expect((await a.delete(`account/openid-links/${link.id}`, olga)).status).toBe(204)
    expect((await a.get('me', second)).status).toBe(401)
    expect((await a.get('account/openid-links', olga)).body.items).toEqual([])
    expect((await forge(olga.email)).answer.status).toBe(401)

    const mod = await colleague(a)
    const third = (await forge(mod.email)).visitor.person()
    expect((await a.get('me', third)).status).toBe(200)
    expect((await a.delete(`team/${mod.id}`, mallory)).status).toBe(204)
    expect((await a.get('me', third)).status).toBe(401)
    expect((await forge(mod.email)).answer.status).toBe(401)

    // Put on the team again, the person is known again by the address, as the first time.
    await putOnTeam(a, mod.email, 'moderator')
    expect((await forge(mod.email)).answer.status).toBe(303)
  })

  it('does not begin where the second factor comes after the provider was removed', async () => {
    const { uri } = await withAuthenticator(b, olga)
    const { answer } = await forge(olga.email)
    const secondFactor = new URL(answer.headers.get('location')!).hash.slice('#factor='.length)
    await a.delete(`openid-providers/${setUp.id}`, mallory)
    clock.move(30)
    const late = await signIn(a, 'second-factor', { secondFactor, code: appCode(b, uri) })
    expect([late.status, late.body.code]).toEqual([401, 'sign_in_over'])
  })

  it('leaves the account’s own sessions as they are, and is listed among them to be ended', async () => {
    const session = await stolen()
    const { items } = (await b.get('account/sessions', olga)).body
    const own = items.find((one: { provedBy: string }) => one.provedBy === 'openid')
    expect((await b.delete(`account/sessions/${own.id}`, olga)).status).toBe(204)
    expect((await a.get('me', session)).status).toBe(401)
    const again = await stolen()
    expect((await b.delete('account/sessions', olga)).status).toBe(204)
    expect((await a.get('me', again)).status).toBe(401)
    expect((await b.get('me', olga)).status).toBe(200)
  })
})

describe('a provider of one site', () => {
  it('opens no other site by its own address there, though both have set the same provider up', async () => {
    const owner = await b.staff('owner')
    const theirs = await mallorys.setUp(b, owner)
    const notInA = await colleague(b)
    expect((await forge(notInA.email)).answer.status).toBe(401)
    expect((await forge(notInA.email, b, theirs)).answer.status).toBe(303)
    expect((await forge(mallory.id, b, theirs)).answer.status).toBe(401)
    // A link of one site is none in the other, for the same subject of the same issuer.
    expect((await forge(olga.email, a, setUp, 'the-same')).answer.status).toBe(303)
    expect((await forge('nobody@x.example', b, theirs, 'the-same')).answer.status).toBe(401)
  })

  it('is in no sign-in page, no list and no change of another', async () => {
    const owner = await b.staff('owner')
    expect((await b.get('staff-sessions/openid-providers')).body.items).toEqual([])
    expect((await b.get('openid-providers', owner)).body.items).toEqual([])
    expect((await b.patch(`openid-providers/${setUp.id}`, { name: 'x' }, owner)).status).toBe(404)
    expect((await b.delete(`openid-providers/${setUp.id}`, owner)).status).toBe(404)
    const { origin } = world.config.publicUrl
    const begun = await b.post('staff-sessions/openid', { provider: setUp.id }, undefined, { origin })
    expect(begun.status).toBe(404)
    await stolen()
    const [link] = (await a.get('account/openid-links', olga)).body.items
    expect((await b.delete(`account/openid-links/${link.id}`, olga)).status).toBe(404)
  })
})
