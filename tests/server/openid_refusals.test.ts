import type { RequestListener } from 'node:http'
import { SignJWT, UnsecuredJWT } from 'jose'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { colleague } from '../support/account.ts'
import { makeHostKey, Receiver } from '../support/host_keys.ts'
import { clientId, clientSecret, LyingProvider, type SetUp } from '../support/openid_provider.ts'
import { Visitor } from '../support/openid_visitor.ts'
import { type Answer, type Person, type TestSite, testWorld } from '../support/world.ts'

// Providers that lie, fail or are somebody else's: what they say opens nothing.

const { site, clock } = await testWorld()

let liar: LyingProvider
let at: TestSite
let ada: Person
let sanne: Awaited<ReturnType<typeof colleague>>
let acme: SetUp

beforeEach(async () => {
  liar = await LyingProvider.open()
  at = await site()
  ada = await at.staff('admin')
  sanne = await colleague(at)
  acme = await liar.setUp(at, ada)
  liar.token = (nonce) => liar.sign({ nonce, ...right() })
})
afterEach(() => liar.close())

const right = () => ({ email: sanne.email, email_verified: true })

/** Begins, comes back with what the provider would say, or with `change`, and gives the answer. */
async function comeBack(change: Record<string, string> = {}, visitor = new Visitor(at)): Promise<Answer> {
  return visitor.comeBack(liar.sendBack(await visitor.begin(acme.id), acme, change))
}

const said = ({ text }: Answer) => /<p>([^<]*)<\/p>/.exec(text)?.[1] ?? text

async function refused(why: string, change: Record<string, string> = {}): Promise<void> {
  const answer = await comeBack(change)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(said(answer)).toContain(why)
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.headers.get('set-cookie')).toBeNull()
}

const untrusted = 'not one that can be trusted'
const seconds = () => Math.floor(Date.now() / 1000)

describe('an ID token', () => {
  it('that is right in every claim lets its person in, or the tests below show nothing', async () => {
    expect((await comeBack()).status).toBe(303)
  })

  const wrong: Record<string, () => Record<string, unknown>> = {
    'another issuer': () => ({ iss: 'https://evil.example' }),
    'an issuer with a slash more': () => ({ iss: `${liar.issuer}/` }),
    'another audience': () => ({ aud: 'another-client' }),
    'two audiences and nobody authorized': () => ({ aud: [clientId, 'another-client'] }),
    'another authorized party': () => ({ aud: [clientId, 'x'], azp: 'x' }),
    'an end in the past': () => ({ exp: seconds() - 120 }),
    'no end': () => ({ exp: undefined }),
    'an end that is no number': () => ({ exp: String(seconds() + 300) }),
    'a beginning in the future': () => ({ iat: seconds() + 300 }),
    'a beginning long ago': () => ({ iat: seconds() - 3600 }),
    'no beginning': () => ({ iat: undefined }),
    'a start in the future': () => ({ nbf: seconds() + 300 }),
    'another nonce': () => ({ nonce: 'another' }),
    'no nonce': () => ({ nonce: undefined }),
    'no subject': () => ({ sub: undefined }),
    'an empty subject': () => ({ sub: '' }),
    'a subject that is a list': () => ({ sub: ['lea'] }),
    'a subject too long': () => ({ sub: 'x'.repeat(256) }),
    'a subject with a NUL': () => ({ sub: 'lea\0' }),
  }
  it.each(Object.entries(wrong))('with %s is refused', async (_, claims) => {
    liar.token = (nonce) => liar.sign({ nonce, ...right(), ...claims() })
    await refused(untrusted)
    expect((await at.get('account/openid-links', sanne)).body.items).toEqual([])
  })

  it('that is not signed, or by a shared secret, or by another key, is refused', async () => {
    const claims = (nonce: string) => ({
      iss: liar.issuer,
      aud: clientId,
      sub: 'lea',
      iat: seconds(),
      exp: seconds() + 300,
      nonce,
      ...right(),
    })
    const other = makeHostKey('ES256')
    const forged: Record<string, (nonce: string) => Promise<string>> = {
      none: async (nonce) => new UnsecuredJWT(claims(nonce)).encode(),
      'the client’s secret': (nonce) =>
        new SignJWT(claims(nonce)).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(clientSecret)),
      'the public key as a secret': (nonce) =>
        new SignJWT(claims(nonce))
          .setProtectedHeader({ alg: 'HS256', kid: 'k' })
          .sign(Buffer.from(JSON.stringify(liar.key.jwk))),
      'another key': (nonce) =>
        new SignJWT(claims(nonce)).setProtectedHeader({ alg: 'ES256', kid: 'k' }).sign(other.privateKey),
      'a key of its own header': (nonce) =>
        new SignJWT(claims(nonce))
          .setProtectedHeader({ alg: 'ES256', jwk: other.jwk as never })
          .sign(other.privateKey),
      'an unknown key id': (nonce) => liar.sign({ ...claims(nonce) }, { kid: 'other' }),
      'an unknown extension': (nonce) =>
        liar.sign({ ...claims(nonce) }).then((token) => {
          const [, body, signature] = token.split('.')
          const header = { alg: 'ES256', kid: 'k', crit: ['x'], x: 1 }
          return `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${body}.${signature}`
        }),
      'a changed body': (nonce) =>
        liar.sign({ ...claims(nonce) }).then((token) => {
          const [header, , signature] = token.split('.')
          const body = Buffer.from(JSON.stringify({ ...claims(nonce), sub: 'other' })).toString('base64url')
          return `${header}.${body}.${signature}`
        }),
      'no token at all': async () => '',
    }
    for (const [name, token] of Object.entries(forged)) {
      liar.token = token
      const answer = await comeBack()
      expect([said(answer).includes(untrusted), answer.status], name).toEqual([true, 401])
    }
  })

  it('with an address that is not verified, or verified by a word, links nobody', async () => {
    for (const email_verified of [false, undefined, 'true', 1, null]) {
      liar.token = (nonce) => liar.sign({ nonce, email: sanne.email, email_verified })
      await refused('does not open this community')
    }
    for (const email of [[sanne.email], { x: 1 }, `${sanne.email}\0`, `${sanne.email}, x@y.example`, '']) {
      liar.token = (nonce) => liar.sign({ nonce, email, email_verified: true })
      await refused('does not open this community')
    }
    expect((await at.get('account/openid-links', sanne)).body.items).toEqual([])
  })
})

describe('an address that a browser comes back to', () => {
  it('with another state, or none, is refused, and the code is shown to nobody', async () => {
    for (const state of ['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}%00`]) await refused('is over', { state })
    expect(liar.asked).not.toContain('POST /token')
  })

  it('sec-S15: that names another issuer, or none where one is promised, is refused (RFC 9207)', async () => {
    await refused(untrusted, { iss: 'https://evil.example' })
    const visitor = new Visitor(at)
    const address = new URL(liar.sendBack(await visitor.begin(acme.id), acme))
    address.searchParams.delete('iss')
    expect(said(await visitor.comeBack(address.href))).toContain(untrusted)
    expect(liar.asked).not.toContain('POST /token')
  })

  it('of one provider opens nothing at another’s, in the same site or in another', async () => {
    const other = await LyingProvider.open()
    const second = await other.setUp(at, ada, 'Other ID')
    const visitor = new Visitor(at)
    const address = liar.sendBack(await visitor.begin(acme.id), second)
    expect(said(await visitor.comeBack(address))).toContain('is over')

    const elsewhere = await site()
    const theirs = await liar.setUp(elsewhere, await elsewhere.staff('admin'))
    const stranger = new Visitor(elsewhere)
    const begun = await visitor.begin(acme.id)
    stranger.cookies = [...visitor.cookies]
    expect(said(await stranger.comeBack(liar.sendBack(begun, theirs)))).toContain('is over')
    expect(other.asked).not.toContain('POST /token')
    await other.close()
  })

  it('that is forged whole, without a sign-in begun, is refused', async () => {
    const forged = `${acme.redirectUri}?code=x&state=${'B'.repeat(43)}&iss=${liar.issuer}`
    const visitor = new Visitor(at)
    visitor.cookies = [`__Host-parvis-openid=${'C'.repeat(43)}`]
    for (const address of [forged, acme.redirectUri, `${acme.redirectUri}?error=access_denied`])
      expect(said(await visitor.comeBack(address))).toContain('is over')
    for (const id of ['nothing', '__proto__', '00000000-0000-7000-8000-000000000000'])
      expect(said(await visitor.comeBack(forged.replace(acme.id, id)))).toContain('is over')
  })

  it('that holds things twice, or what is no code, is a page and no failure of ours', async () => {
    const changes: Record<string, string>[] = [
      { code: '' },
      { code: 'x'.repeat(4000) },
      { error: 'x'.repeat(500) },
      { error: '<b>' },
    ]
    for (const change of changes) expect((await comeBack(change)).status).toBeLessThan(500)
    const visitor = new Visitor(at)
    const address = liar.sendBack(await visitor.begin(acme.id), acme)
    const twice = await visitor.comeBack(`${address}&state=other&code=other&iss=other`)
    expect([twice.status, said(twice)]).toEqual([401, expect.stringContaining(untrusted)])
  })

  it('after which the provider was removed, or got another client, opens nothing', async () => {
    const visitor = new Visitor(at)
    const address = liar.sendBack(await visitor.begin(acme.id), acme)
    await at.patch(`openid-providers/${acme.id}`, { clientId: 'other', clientSecret: 'x' }, ada)
    expect(said(await visitor.comeBack(address))).toContain(untrusted)
    const another = liar.sendBack(await visitor.begin(acme.id), acme)
    expect((await at.delete(`openid-providers/${acme.id}`, ada)).status).toBe(204)
    expect(said(await visitor.comeBack(another))).toContain('is over')
  })
})

describe('a provider', () => {
  const away = 'cannot reach Acme ID just now'

  it('sec-P08: that is down, slow, huge or says nonsense is said as such, and holds nobody up', async () => {
    const json = { 'content-type': 'application/json' }
    const answers: [RequestListener, string][] = [
      [(_, response) => response.writeHead(500).end(), away],
      [(_, response) => response.socket?.destroy(), away],
      [(_, response) => response.writeHead(200, json).end(`"${'x'.repeat(200_000)}"`), away],
      [(_, response) => response.writeHead(200, json).end('<html>'), untrusted],
      [(_, response) => response.writeHead(200).end('x'), untrusted],
      [(_, response) => response.writeHead(204).end(), untrusted],
      [(_, response) => response.writeHead(200, json).end('{"id_token":7}'), untrusted],
      [(_, response) => response.writeHead(200, json).end('{"__proto__":{"id_token":"x"}}'), untrusted],
      [(_, response) => response.writeHead(400, json).end('{"error":"invalid_grant"}'), 'would not go on'],
      [
        (_, response) =>
          response.writeHead(401, { ...json, 'www-authenticate': 'Basic' }).end('{"error":"invalid_client"}'),
        'would not go on',
      ],
    ]
    for (const [answer, why] of answers) {
      liar.answers.set('/token', answer)
      await refused(why)
    }
  }, 30_000)

  it('that never ends its answer is given up after eight seconds', async () => {
    liar.answers.set('/token', (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.write('{')
    })
    await refused(away)
  }, 30_000)

  it('sec-F01: that leads elsewhere is not followed, and no address inside is asked', async () => {
    const inside = await Receiver.open()
    liar.answers.set('/token', (_, response) => response.writeHead(307, { location: inside.url }).end())
    await refused(untrusted)
    liar.answers.set('/keys', (_, response) => response.writeHead(302, { location: inside.url }).end())
    liar.answers.delete('/token')
    await refused(untrusted)
    expect(inside.asked).toEqual([])
    await inside.close()
    for (const token_endpoint of [
      'http://169.254.169.254/latest',
      'https://10.0.0.1/token',
      'https://[::ffff:10.0.0.1]/token',
      'https://0x7f.1/token',
      'file:///etc/passwd',
      'https://user:pass@provider.example/token',
    ]) {
      liar.document = { token_endpoint }
      clock.move(4300)
      const visitor = new Visitor(at)
      const begun = await visitor.begin(acme.id).catch((error: Error) => error)
      if (begun instanceof Error) expect(begun.message).toContain('provider_away')
      else expect(said(await visitor.comeBack(liar.sendBack(begun, acme)))).toContain(away)
    }
  }, 30_000)

  it('that cannot be read sends nobody anywhere, and one read before goes on for an hour', async () => {
    const { origin } = at.world.config.publicUrl
    const begin = () => at.post('staff-sessions/openid', { provider: acme.id }, undefined, { origin })
    clock.move(100_000) // Nothing is known of before.
    expect((await begin()).status).toBe(201)
    const path = '/.well-known/openid-configuration'
    liar.answers.set(path, (_, response) => response.writeHead(503).end())
    const asked = () => liar.asked.filter((one) => one.endsWith(path)).length
    expect(asked()).toBe(1)
    clock.move(601)
    for (let turn = 0; turn < 5; turn++) expect((await begin()).status).toBe(201)
    expect(asked()).toBe(2)
    clock.move(3600)
    const refusal = await begin()
    expect([refusal.status, refusal.body.code]).toEqual([503, 'provider_away'])
  })

  it('whose page is no web page leads nobody there', async () => {
    for (const authorization_endpoint of [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://x.example/',
      '',
    ]) {
      liar.document = { authorization_endpoint }
      clock.move(4300)
      await expect(new Visitor(at).begin(acme.id)).rejects.toThrow('provider_away')
    }
  })

  it('may change its keys, which are read again', async () => {
    expect((await comeBack()).status).toBe(303)
    const next = makeHostKey('ES256')
    liar.answers.set('/keys', (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ keys: [{ ...next.jwk, kid: 'next', alg: 'ES256' }] }))
    })
    liar.token = async (nonce) =>
      new SignJWT({ iss: liar.issuer, aud: clientId, sub: 'lea', nonce, iat: 0, exp: 0, ...right() })
        .setIssuedAt(seconds() + 400)
        .setExpirationTime(seconds() + 700)
        .setProtectedHeader({ alg: 'ES256', kid: 'next' })
        .sign(next.privateKey)
    clock.move(400)
    expect((await comeBack()).status).toBe(303)
  })
})
