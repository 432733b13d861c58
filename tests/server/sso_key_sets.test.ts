import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type HostKey, hostToken, makeHostKey, Receiver } from '../support/host_keys.ts'
import { type Person, type TestSite, testWorld } from '../support/world.ts'

// A host that publishes its keys, on this machine, which may be asked in development.

const { site, clock } = await testWorld()

let at: TestSite
let ana: Person
let receiver: Receiver
let key: HostKey

beforeEach(async () => {
  at = await site()
  ana = await at.staff('admin')
  receiver = await Receiver.open()
  key = makeHostKey('ES256')
  receiver.keySet({ ...key.jwk, kid: 'one', use: 'sig', alg: 'ES256' })
  const draft = { name: 'Portal', algorithm: 'ES256', jwksUrl: `${receiver.url}jwks.json` }
  expect((await at.post('connections', draft, ana)).status).toBe(201)
})
afterEach(() => receiver.close())

const signOn = async (by: HostKey, kid?: string): Promise<number> =>
  (await at.post('sessions/sso', { token: await hostToken(at, by, {}, kid ? { kid } : {}) })).status

async function found(by: HostKey, kid?: string) {
  const token = await hostToken(at, by, {}, kid ? { kid } : {})
  const { body } = await at.post('token-checks', { token }, ana)
  return body.findings.find((one: { step: string }) => one.step === 'signature')
}

describe('a key set', () => {
  it('is read once for many who sign on at once, with a kid or without', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 8 }, (_, turn) => signOn(key, turn % 2 ? 'one' : '')),
    )
    expect(statuses).toEqual(Array(8).fill(201))
    expect(receiver.asked).toEqual(['GET /jwks.json'])
  })

  it('is read again for an unknown kid, once a minute at most, so that keys can be changed', async () => {
    expect(await signOn(key, 'one')).toBe(201)
    const next = makeHostKey('ES256')
    receiver.keySet({ ...key.jwk, kid: 'one' }, { ...next.jwk, kid: 'two' })
    for (let turn = 0; turn < 3; turn++) expect(await signOn(next, 'two')).toBe(401)
    expect(receiver.asked).toHaveLength(1)
    clock.move(61)
    expect(await signOn(next, 'two')).toBe(201)
    expect(receiver.asked).toHaveLength(2)
    for (let turn = 0; turn < 20; turn++) await signOn(next, `made up ${turn}`)
    expect(receiver.asked).toHaveLength(2)
    expect(await found(next, 'three')).toMatchObject({
      code: 'signature_unknown_kid',
      values: { kid: 'three' },
    })
  })

  it('is read anew after ten minutes, so that a key taken out of it ends', async () => {
    expect(await signOn(key)).toBe(201)
    receiver.keySet({ ...makeHostKey('ES256').jwk, kid: 'two' })
    expect(await signOn(key)).toBe(201)
    clock.move(601)
    expect(await signOn(key)).toBe(401)
  })

  it('that is away for a while signs nobody off, and for long it does', async () => {
    expect(await signOn(key)).toBe(201)
    receiver.answer = (_, response) => response.writeHead(503).end()
    clock.move(900)
    expect(await signOn(key)).toBe(201)
    expect(receiver.asked).toHaveLength(2)
    clock.move(3600)
    expect(await signOn(key)).toBe(401)
    expect(await found(key)).toMatchObject({ code: 'signature_unread', values: { reason: 'status' } })
  })

  it('gives only keys that are for signatures of the algorithm, and of no other kind', async () => {
    const rsa = makeHostKey('RS256')
    const { d, ...shown } = key.privateKey.export({ format: 'jwk' })
    const sets: Record<string, unknown>[][] = [
      [{ ...key.jwk, use: 'enc' }],
      [{ ...key.jwk, alg: 'ES384' }],
      [{ ...shown, d }],
      [{ kty: 'oct', k: 'c2VjcmV0', alg: 'ES256' }],
      [rsa.jwk],
      [{ ...key.jwk, x: 'AAAA' }],
      [{}],
    ]
    for (const [turn, keys] of sets.entries()) {
      receiver.keySet(...keys)
      clock.move(61 + (turn ? 0 : 600))
      expect(await signOn(key), JSON.stringify(keys)).toBe(401)
      expect(await found(key)).toMatchObject({ code: 'signature_unread', values: { reason: 'form' } })
    }
    receiver.keySet({ ...rsa.jwk, kid: 'r' }, { ...key.jwk, kid: 'one' })
    clock.move(61)
    expect(await signOn(key)).toBe(201)
  })

  it('that is none is told to the admin and never a failure of ours', async () => {
    for (const text of [
      '',
      'x',
      'null',
      '[]',
      '{"keys":7}',
      '{"keys":[null,7,"x",{"kty":7}]}',
      '{"keys":[]}',
    ]) {
      receiver.answer = (_, response) => response.end(text)
      clock.move(661)
      expect(await signOn(key, 'one'), text).toBe(401)
      expect(await found(key)).toMatchObject({ state: 'bad', code: 'signature_unread' })
    }
  })
})

describe('the address of a key set', () => {
  it('must be https, and of this machine only in development; no redirect is followed', async () => {
    const refused = [
      'http://example.com/jwks',
      'ftp://example.com/',
      'https://a:b@example.com/',
      'jwks.json',
      '',
    ]
    for (const jwksUrl of refused) {
      const answer = await at.post('connections', { name: 'Portal', algorithm: 'ES256', jwksUrl }, ana)
      expect([answer.status, answer.body.code], jwksUrl).toEqual([422, 'invalid_input'])
    }
    const elsewhere = await Receiver.open()
    elsewhere.keySet({ ...key.jwk, kid: 'one' })
    receiver.answer = (_, response) => response.writeHead(302, { location: elsewhere.url }).end()
    expect(await signOn(key)).toBe(401)
    expect(elsewhere.asked).toEqual([])
    await elsewhere.close()
  })

  it('may be changed, and is then read from there', async () => {
    const next = makeHostKey('ES256')
    const other = await Receiver.open()
    other.keySet(next.jwk)
    const { body } = await at.get('connections', ana)
    const path = `connections/${body.items[1].id}`
    expect(await signOn(next)).toBe(401)
    expect((await at.patch(path, { jwksUrl: other.url }, ana)).body.jwksUrl).toBe(other.url)
    expect([await signOn(next), await signOn(key)]).toEqual([201, 401])
    expect((await at.patch(`connections/${body.items[0].id}`, { jwksUrl: other.url }, ana)).status).toBe(422)
    await other.close()
  })
})
