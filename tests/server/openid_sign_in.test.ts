import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { makeLog } from '../../server/log.ts'
import { Issuers } from '../../server/openid/issuers.ts'
import { appCode, colleague, personOf, signIn, withAuthenticator } from '../support/account.ts'
import { eventually } from '../support/eventually.ts'
import { clientSecret, RealProvider, type SetUp } from '../support/openid_provider.ts'
import { Visitor } from '../support/openid_visitor.ts'
import { makeSite, type Person, type TestSite, testWorld } from '../support/world.ts'

// The team signs in by a real provider: the package oidc-provider, at a port of this machine.

const { site, mails, clock } = await testWorld()

let provider: RealProvider
let at: TestSite
let ada: Person
let acme: SetUp

beforeAll(async () => {
  provider = await RealProvider.open()
})
afterAll(() => provider.close())
beforeEach(async () => {
  at = await site()
  ada = await at.staff('admin')
  acme = await provider.setUp(at, ada)
})

/** Goes to the provider and comes back as one of its accounts. */
async function signInAs(login: string, back?: string, visitor = new Visitor(at)) {
  const address = await provider.walk(await visitor.begin(acme.id, back), login)
  return { visitor, address, answer: await visitor.comeBack(address) }
}

/** Somebody of the team with an account at the provider. */
async function sanneOf(login: string) {
  const sanne = await colleague(at)
  provider.accounts.set(login, { email: sanne.email, email_verified: true })
  return sanne
}

const text = ({ text }: { text: string }) => /<p>([^<]*)<\/p>/.exec(text)![1]!

describe('a sign-in by OpenID Connect', () => {
  it('lets somebody of the team in by a verified address, and from then on by what they are called there', async () => {
    const sanne = await colleague(at)
    provider.accounts.set('sanne-1', { email: sanne.email.toUpperCase(), email_verified: true })
    const { visitor, answer } = await signInAs('sanne-1', 'feedback/12?status=open')
    expect(answer.status, answer.text).toBe(303)
    expect(answer.headers.get('location')).toBe(
      `http://localhost:3000/admin/${at.slug}/feedback/12?status=open`,
    )
    const who = (await at.get('staff-sessions/current', visitor.person())).body
    expect(who).toMatchObject({ email: sanne.email, ofSite: true, operator: false })
    expect(who.member.id).toBe(sanne.id)

    provider.accounts.set('sanne-1', { email: 'another@address.example', email_verified: false })
    const again = await signInAs('sanne-1')
    expect(again.answer.status).toBe(303)
    expect((await at.get('me', again.visitor.person())).body.id).toBe(sanne.id)
    expect((await at.get('account/openid-links', sanne)).body.items).toMatchObject([
      { provider: { id: acme.id, name: 'Acme ID' } },
    ])
    const log = (await at.get('audit', ada)).body.items
    expect(log.filter(({ action }: { action: string }) => action === 'openid.link')).toMatchObject([
      { actor: { id: sanne.id }, detail: { name: 'Acme ID' } },
    ])
    expect((await mails.to(sanne.email)).text).toContain('with Acme ID, for the first time')
  })

  it('is told of by a mail that, refused, is listed with the other work that failed, and sent when asked', async () => {
    const sanne = await colleague(at)
    provider.accounts.set('sanne-refused', { email: sanne.email, email_verified: true })
    mails.refused.add(sanne.email)
    try {
      expect((await signInAs('sanne-refused')).answer.status).toBe(303)
      const items = () => at.get('failing-jobs', ada).then((answer) => answer.body.items)
      await eventually(items).toMatchObject([{ about: 'provider', email: sanne.email, again: true }])
      mails.refused.delete(sanne.email)
      const [{ id }] = await items()
      await eventually(
        async () => (await at.post(`failing-jobs/${id}/attempts`, undefined, ada)).status,
      ).toBe(204)
      expect((await mails.to(sanne.email)).text).toContain('with Acme ID, for the first time')
      await eventually(items).toEqual([])
      expect(mails.all(sanne.email)).toHaveLength(1)
    } finally {
      mails.refused.delete(sanne.email)
    }
  })

  it('makes nobody, and tells an unknown address, an unverified one and a customer’s apart by nothing', async () => {
    const before = await at.world.db.selectFrom('accounts').select('id').execute()
    const sanne = await colleague(at)
    await at.member('Cus Tomer', { email: 'customer@x.example' })
    provider.accounts.set('stranger', { email: 'stranger@x.example', email_verified: true })
    provider.accounts.set('unverified', { email: sanne.email, email_verified: false })
    provider.accounts.set('unsaid', { email: sanne.email })
    provider.accounts.set('customer', { email: 'customer@x.example', email_verified: true })
    provider.accounts.set('nameless', {})
    const answers = []
    for (const login of ['stranger', 'unverified', 'unsaid', 'customer', 'nameless'])
      answers.push((await signInAs(login)).answer)
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(text(answers[0]!)).toContain('This account of Acme ID does not open this community')
    for (const { headers } of answers) expect(headers.get('set-cookie')).toBeNull()
    expect(await at.world.db.selectFrom('accounts').select('id').execute()).toHaveLength(before.length + 1)
    expect((await at.get('account/openid-links', sanne)).body.items).toEqual([])
  })

  it('never lets in, by an address, who is known at the provider by another subject', async () => {
    const sanne = await sanneOf('sanne-2')
    expect((await signInAs('sanne-2')).answer.status).toBe(303)
    provider.accounts.set('successor', { email: sanne.email, email_verified: true })
    expect((await signInAs('successor')).answer.status).toBe(401)
    expect((await signInAs('sanne-2')).answer.status).toBe(303)
  })

  it('takes no letter for another that is like it: the Kelvin sign is no k', async () => {
    const sanne = await colleague(at)
    await at.world.db
      .updateTable('accounts')
      .set({ email: `kim-${at.slug}@x.example` })
      .where('email', '=', sanne.email)
      .execute()
    provider.accounts.set('kelvin', { email: `\u212Aim-${at.slug}@x.example`, email_verified: true })
    expect((await signInAs('kelvin')).answer.status).toBe(401)
    provider.accounts.set('kim', { email: `kim-${at.slug}@x.example`, email_verified: true })
    expect((await signInAs('kim')).answer.status).toBe(303)
  })

  it('asks for the second factor where its holder has one, and opens nothing before', async () => {
    const sanne = await sanneOf('sanne-3')
    const { uri } = await withAuthenticator(at, sanne)
    const { answer, visitor } = await signInAs('sanne-3', 'settings/team')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toBeNull()
    const next = new URL(answer.headers.get('location')!)
    expect(next.pathname + next.search).toBe(`/admin/${at.slug}/sign-in?back=settings%2Fteam`)
    const secondFactor = /^#factor=(pv2_[\w-]{43})$/.exec(next.hash)![1]!
    expect((await at.get('staff-sessions/current', visitor.person())).status).toBe(401)
    clock.move(30)
    const finished = await signIn(at, 'second-factor', { secondFactor, code: appCode(at, uri) })
    expect(finished.status).toBe(201)
    expect(finished.body).toMatchObject({ ofSite: true })
    expect((await at.get('account', personOf(at, finished))).body.code).toBe('site_session')
    const { items } = (await at.get('account/sessions', sanne)).body
    expect(items.map((one: { provedBy: string }) => one.provedBy).toSorted()).toEqual(['link', 'openid'])
  })

  it('sec-S09: gives a new session and ends the one that the browser had', async () => {
    const sanne = await sanneOf('sanne-4')
    const visitor = new Visitor(at)
    visitor.cookies = [sanne.headers.cookie!]
    await signInAs('sanne-4', undefined, visitor)
    expect(visitor.cookies.find((one) => one.startsWith('__Host-parvis='))).not.toBe(sanne.headers.cookie)
    expect((await at.get('account', sanne)).status).toBe(401)
    expect((await at.get('me', visitor.person())).body.id).toBe(sanne.id)
  })
})

describe('what comes back from a provider', () => {
  it('is taken once: neither the address nor the code opens anything a second time', async () => {
    await sanneOf('sanne-5')
    const { visitor, address, answer } = await signInAs('sanne-5')
    expect(answer.status).toBe(303)
    const again = await visitor.comeBack(address)
    expect([again.status, again.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8'])
    expect(text(again)).toContain('This sign-in is over')
    // The same code with another sign-in's state: the provider refuses what it has exchanged already.
    const other = new URL(await provider.walk(await visitor.begin(acme.id), 'sanne-5'))
    other.searchParams.set('code', new URL(address).searchParams.get('code')!)
    expect(text(await visitor.comeBack(other.href))).toContain('would not go on')
  })

  it('is taken once of two requests at the same moment', async () => {
    await sanneOf('sanne-6')
    const visitor = new Visitor(at)
    const address = await provider.walk(await visitor.begin(acme.id), 'sanne-6')
    const answers = await Promise.all([visitor.comeBack(address), visitor.comeBack(address)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 401])
  })

  it('links two first sign-ins at once to one person, who has one link', async () => {
    const sanne = await sanneOf('sanne-7')
    const visitors = [new Visitor(at), new Visitor(at)]
    const addresses: string[] = []
    for (const visitor of visitors)
      addresses.push(await provider.walk(await visitor.begin(acme.id), 'sanne-7'))
    const answers = await Promise.all(visitors.map((visitor, turn) => visitor.comeBack(addresses[turn]!)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    expect((await at.get('account/openid-links', sanne)).body.items).toHaveLength(1)
  })

  it('counts in the browser that asked alone, so that nobody is signed in as somebody else', async () => {
    await sanneOf('mallory')
    const mallory = new Visitor(at)
    const address = await provider.walk(await mallory.begin(acme.id), 'mallory')
    const victim = new Visitor(at)
    expect(text(await victim.comeBack(address))).toContain('begun in another browser')
    await victim.begin(acme.id)
    expect((await victim.comeBack(address)).status).toBe(401)
    expect(victim.cookies.filter((one) => one.startsWith('__Host-parvis='))).toEqual([])
    expect((await mallory.comeBack(address)).status).toBe(303)
  })

  it('counts for ten minutes', async () => {
    await sanneOf('sanne-8')
    const visitor = new Visitor(at)
    const address = await provider.walk(await visitor.begin(acme.id), 'sanne-8')
    clock.move(601)
    expect((await visitor.comeBack(address)).status).toBe(401)
    expect(provider.asked.at(-1)).not.toContain('/token')
  })

  it('serves sign-ins begun in two tabs', async () => {
    await sanneOf('sanne-9')
    const visitor = new Visitor(at)
    const [one, two] = [await visitor.begin(acme.id), await visitor.begin(acme.id)]
    expect((await visitor.comeBack(await provider.walk(two, 'sanne-9'))).status).toBe(303)
    expect((await visitor.comeBack(await provider.walk(one, 'sanne-9'))).status).toBe(303)
  })

  it('may be that somebody broke off, which is said as such', async () => {
    const visitor = new Visitor(at)
    const address = await provider.walk(await visitor.begin(acme.id), 'x', 'breaks off')
    const answer = await visitor.comeBack(address)
    expect([answer.status, text(answer)]).toEqual([401, expect.stringContaining('was broken off')])
  })

  it('is refused in words, in a language of the browser, on a page that nothing runs in', async () => {
    const said: Record<string, string> = {
      'fr-CH, fr;q=0.9': 'Cette connexion n’est plus valable',
      'de-AT,en;q=0.5': 'Diese Anmeldung ist vorbei',
      'pt-BR,en;q=0.5': 'This sign-in is over',
      '': 'This sign-in is over',
    }
    for (const [accepted, words] of Object.entries(said)) {
      const answer = await new Visitor(at).comeBack(`${acme.redirectUri}?state=x&code=y`, {
        'accept-language': accepted,
      })
      expect(text(answer)).toContain(words)
      expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
      expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(answer.text).toContain(`/admin/${at.slug}/sign-in`)
    }
  })

  it('sec-S16: is limited as other tries at signing in are, and that is said on a page too', async () => {
    const strict = await site({ limits: { signInTries: 5 } })
    const { redirectUri } = await provider.setUp(strict, await strict.staff('admin'))
    for (let turn = 0; turn < 5; turn++)
      expect((await new Visitor(strict).comeBack(`${redirectUri}?state=x`)).status).toBe(401)
    const refused = await new Visitor(strict).comeBack(`${redirectUri}?state=x`)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(text(refused)).toContain('Too many tries')
  })

  it('sec-S14: is bound by a cookie that no script reads and no other host sets', async () => {
    const { origin } = at.world.config.publicUrl
    const answer = await at.post('staff-sessions/openid', { provider: acme.id }, undefined, { origin })
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-parvis-openid=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
    const asked = new URL(answer.body.url).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid email',
      redirect_uri: acme.redirectUri,
    })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    const rows = JSON.stringify(await at.world.db.selectFrom('openid_requests').selectAll().execute())
    for (const name of ['state', 'nonce', 'code_challenge']) expect(rows).not.toContain(asked.get(name))
    const foreign = await at.post('staff-sessions/openid', { provider: acme.id }, undefined, {
      origin: 'https://evil.example',
    })
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_origin'])
  })

  it('sec-S15: leaves no code, state, cookie, secret or address in the log, and says there that somebody was refused', async () => {
    const lines: string[] = []
    const log = makeLog('debug', { write: (line: string) => void lines.push(line) })
    const logged = { ...at.world, log, issuers: new Issuers(clock, log, true) }
    const own = await makeSite(logged, makeApp(logged), {})
    const { id } = await provider.setUp(own, await own.staff('admin'))
    const sanne = await colleague(own)
    provider.accounts.set('logged', { email: sanne.email, email_verified: true })
    const visitor = new Visitor(own)
    const address = await provider.walk(await visitor.begin(id), 'logged')
    const cookies = [...visitor.cookies]
    expect((await visitor.comeBack(address)).status).toBe(303)
    expect((await visitor.comeBack(address)).status).toBe(401)
    const spent = await provider.walk(await visitor.begin(id), 'logged')
    const wrong = new URL(spent)
    wrong.searchParams.set('code', new URL(address).searchParams.get('code')!)
    expect((await visitor.comeBack(wrong.href)).status).toBe(401)
    const text = lines.join('\n')
    const reasons = lines.map((line) => JSON.parse(line).reason).filter(Boolean)
    expect(reasons).toEqual(['over', 'refused'])
    const secrets = [address, spent].flatMap((one) => [...new URL(one).searchParams.values()])
    for (const secret of [...secrets, ...cookies, ...visitor.cookies, clientSecret, sanne.email]) {
      if (secret === provider.issuer) continue
      expect(text.includes(secret.replace(/^__Host-[\w-]+=/, '')), secret.slice(0, 24)).toBe(false)
    }
  })

  it('sec-B06: leads to a view of this admin, whatever was asked for', async () => {
    await sanneOf('sanne-10')
    const root = `http://localhost:3000/admin/${at.slug}/`
    const tricks = [
      '//evil.example',
      '///evil.example/x',
      '/\\evil.example',
      '\\\\evil.example',
      'https://evil.example/',
      'https:evil.example',
      'http:/evil.example',
      'javascript:alert(1)',
      'data:text/html,x',
      '../../evil',
      '..%2f..%2fevil',
      '%2e%2e/%2e%2e/evil',
      '/admin/other-site/feedback',
      '@evil.example',
      'feedback//evil.example',
      'feedback\r\nset-cookie: x=y',
      'feedback\t/..',
      '\u2028//evil.example',
      'sign-in?back=sign-in',
      `${'a'.repeat(490)}`,
      '?x#@evil.example',
    ]
    for (const back of tricks) {
      const { answer } = await signInAs('sanne-10', back)
      expect(answer.status, back).toBe(303)
      const location = answer.headers.get('location')!
      expect(location.startsWith(root), `${back} led to ${location}`).toBe(true)
      expect(location.slice(root.length), back).not.toMatch(/^\/|\.\.|[\\\s]|%2f/i)
    }
    expect((await signInAs('sanne-10', 'settings/team')).answer.headers.get('location')).toBe(
      `${root}settings/team`,
    )
  }, 180_000)
})

describe('an account of a provider that somebody links by their own wish', () => {
  const come = async (address: string, login: string, visitor: Visitor) =>
    visitor.comeBack(await provider.walk(address, login))

  it('needs no address: who is signed in says that it is theirs', async () => {
    const sanne = await colleague(at)
    provider.accounts.set('entra', { email: 'another@x.example' })
    expect((await signInAs('entra')).answer.status).toBe(401)
    const visitor = new Visitor(at)
    const answer = await come(await visitor.beginLink(acme.id, sanne), 'entra', visitor)
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `http://localhost:3000/admin/${at.slug}/account`,
    ])
    // It is the same session as before, and no other was opened.
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect((await at.get('account', sanne)).status).toBe(200)
    const signedIn = await signInAs('entra')
    expect(signedIn.answer.status).toBe(303)
    expect((await at.get('me', signedIn.visitor.person())).body.id).toBe(sanne.id)
  })

  it('is not linked again by an address once they took it away, but by their own wish', async () => {
    const sanne = await sanneOf('sanne-12')
    const first = await signInAs('sanne-12')
    expect(first.answer.status).toBe(303)
    const [link] = (await at.get('account/openid-links', sanne)).body.items
    expect((await at.delete(`account/openid-links/${link.id}`, sanne)).status).toBe(204)
    expect((await at.get('me', first.visitor.person())).status).toBe(401)
    for (const name of ['sanne-12', 'sanne-12']) {
      const { answer } = await signInAs(name)
      expect([answer.status, text(answer)]).toEqual([401, expect.stringContaining('took the link')])
      expect(answer.headers.get('set-cookie') ?? '').not.toContain('__Host-parvis=')
    }
    expect((await at.get('account/openid-links', sanne)).body.items).toEqual([])
    const visitor = new Visitor(at)
    expect((await come(await visitor.beginLink(acme.id, sanne), 'sanne-12', visitor)).status).toBe(303)
    expect((await signInAs('sanne-12')).answer.status).toBe(303)
  })

  it('is said of each provider that lets them in, also on the day on which they linked another themselves', async () => {
    const sanne = await sanneOf('sanne-13')
    const visitor = new Visitor(at)
    expect((await come(await visitor.beginLink(acme.id, sanne), 'sanne-13', visitor)).status).toBe(303)
    const other = await provider.setUp(at, ada, 'Another ID')
    const stranger = new Visitor(at)
    const address = await provider.walk(await stranger.begin(other.id), 'sanne-13')
    expect((await stranger.comeBack(address)).status).toBe(303)
    expect((await mails.to(sanne.email)).text).toContain('with Another ID, for the first time')
  })

  it('is theirs alone: neither another’s, nor a second one of the same provider', async () => {
    const [sanne, tom] = [await colleague(at), await colleague(at)]
    const first = new Visitor(at)
    expect((await come(await first.beginLink(acme.id, sanne), 'one', first)).status).toBe(303)
    const second = new Visitor(at)
    const taken = await come(await second.beginLink(acme.id, tom), 'one', second)
    expect([taken.status, text(taken)]).toEqual([409, expect.stringContaining('linked to somebody already')])
    expect(taken.text).toContain('Nothing was linked')
    const third = new Visitor(at)
    expect((await come(await third.beginLink(acme.id, sanne), 'two', third)).status).toBe(409)
    expect((await at.get('account/openid-links', tom)).body.items).toEqual([])
  })

  it('is linked in the session that asked for it, and in no other', async () => {
    const [sanne, mallory] = [await colleague(at), await colleague(at)]
    const visitor = new Visitor(at)
    const address = await provider.walk(await visitor.beginLink(acme.id, sanne), 'mallorys')
    // Signed out meanwhile, or somebody else in the same browser.
    const binding = visitor.cookies.filter((one) => one.includes('openid'))
    visitor.cookies = [...binding, mallory.headers.cookie!]
    expect(text(await visitor.comeBack(address))).toContain('is over')
    const other = new Visitor(at)
    const again = await provider.walk(await other.beginLink(acme.id, sanne), 'mallorys')
    other.cookies = other.cookies.filter((one) => one.includes('openid'))
    expect(text(await other.comeBack(again))).toContain('is over')
    for (const person of [sanne, mallory])
      expect((await at.get('account/openid-links', person)).body.items).toEqual([])
  })

  it('takes a sign-in of the last ten minutes, and one that was no provider’s', async () => {
    const sanne = await sanneOf('sanne-11')
    const { visitor } = await signInAs('sanne-11')
    const body = { provider: acme.id }
    const within = await at.post('account/openid-links', body, visitor.person())
    expect([within.status, within.body.code]).toEqual([403, 'site_session'])
    clock.move(601)
    const stale = await at.post('account/openid-links', body, sanne)
    expect([stale.status, stale.body.code]).toEqual([403, 'proof_required'])
  })
})
