import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type BadToken,
  bringingKeys,
  goodClaims,
  malformed,
  misclaimed,
  missigned,
  signRaw,
} from '../support/bad_tokens.ts'
import { hostToken, makeHostKey, Receiver } from '../support/host_keys.ts'
import { type Person, signJwt, type TestSite, testWorld } from '../support/world.ts'

// Tokens of every wrong kind, at the exchange and at the tester: RFC 8725, and what befell others.

const { site, world, clock, statements } = await testWorld()
const key = makeHostKey('RS256')

let at: TestSite
let ana: Person
let receiver: Receiver
beforeAll(async () => {
  at = await site()
  ana = await at.staff('admin')
  receiver = await Receiver.open()
  const draft = { name: 'Portal', algorithm: 'RS256', key: key.pem, issuer: 'portal' }
  expect((await at.post('connections', draft, ana)).status).toBe(201)
})
afterAll(() => receiver.close())

/** What there is of people who came by a token. */
async function made(): Promise<number[]> {
  const { id } = await at.row()
  const counts = await Promise.all(
    (['members', 'sessions', 'identities', 'spent_tokens', 'companies'] as const).map((table) =>
      world.db
        .selectFrom(table)
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('site_id', '=', id)
        .executeTakeFirstOrThrow(),
    ),
  )
  return counts.map(({ count }) => count)
}

/** Every one is refused by the exchange, and found wrong by the tester, and leaves nothing behind. */
async function allRefused(tokens: BadToken[]): Promise<void> {
  const before = await made()
  for (const [what, token] of tokens) {
    const answer = await at.post('sessions/sso', { token })
    expect([answer.status, answer.body.code], what).toEqual([401, 'token_refused'])
    const check = await at.post('token-checks', { token }, ana)
    expect([check.status, check.body.good], what).toEqual([200, false])
    for (const text of [answer.text, check.text]) {
      expect(text, what).not.toContain(at.secret)
      expect(text, what).not.toContain(signatureOf(token))
    }
  }
  expect(await made()).toEqual(before)
  expect(receiver.asked).toEqual([])
}

/** What the signature should have been, which no answer may hold. */
function signatureOf(token: string): string {
  const [header = '', claims = ''] = token.split('.')
  const read = (part: string) => Buffer.from(part, 'base64url').toString()
  return signRaw(read(header), read(claims), at.secret).split('.')[2]!
}

describe('sec-S01: a token is refused and makes nothing', () => {
  it('where it is well formed, signed and claimed, it is not: the others are refused for what they are', async () => {
    const good = [at.token(), await hostToken(at, key, { iss: 'portal' }), at.token({ aud: ['x', at.slug] })]
    for (const token of good) {
      expect((await at.post('token-checks', { token }, ana)).body.good).toBe(true)
      expect((await at.post('sessions/sso', { token })).status).toBe(201)
    }
  })

  it('of another form', async () => allRefused(await malformed(at)))
  it('of another signature or algorithm', async () => allRefused(await missigned(at, key)))
  it('with wrong claims', async () => allRefused(misclaimed(at)))

  it('signed with the public key of a connection as if it were a secret', async () => {
    const claims = { ...goodClaims(at), iss: 'portal' }
    const forged = [key.pem, key.pem.trim(), JSON.stringify(key.jwk), at.secret].flatMap((secret) => [
      signJwt(claims, secret),
      signJwt(claims, secret, { alg: 'RS256' }),
    ])
    await allRefused(forged.map((token): BadToken => ['a forged one', token]))
  })

  it('that is no text, or a megabyte of it', async () => {
    const before = await made()
    for (const token of ['', 7, null, true, {}, ['a']])
      expect((await at.post('sessions/sso', { token })).status).toBe(422)
    expect((await at.post('sessions/sso', { token: 'x'.repeat(200_000) })).status).toBe(401)
    expect((await at.post('sessions/sso', { token: `a.${'x'.repeat(1_000_000)}.c` })).status).toBe(413)
    expect(await made()).toEqual(before)
  })
})

describe('sec-S02: keys and addresses in a token', () => {
  it('are neither asked nor taken', async () => {
    receiver.keySet({ kty: 'oct', k: Buffer.from('mine').toString('base64url'), kid: '1' })
    await allRefused(bringingKeys(at, receiver))
  })

  it('change nothing where the signature is good', async () => {
    const header = { jku: `${receiver.url}keys`, jwk: { kty: 'oct', k: 'eA' }, kid: '../../dev/null' }
    const answer = await at.post('sessions/sso', { token: signJwt(goodClaims(at), at.secret, header) })
    expect(answer.status).toBe(201)
    expect(receiver.asked).toEqual([])
  })

  it('cost the same work as any other refusal', async () => {
    const plain = signJwt(goodClaims(at), 'mine')
    const work = async (token: string) => (await statements(() => at.post('sessions/sso', { token }))).length
    await work(plain)
    const usual = await work(plain)
    for (const [what, token] of bringingKeys(at, receiver)) expect(await work(token), what).toBe(usual)
  })
})

describe('sec-S03: the times of a token', () => {
  const second = () => Math.floor(clock.now().getTime() / 1000)
  const status = async (claims: Record<string, unknown>) =>
    (await at.post('sessions/sso', { token: at.token(claims) })).status

  it('may be a minute off, and no more', async () => {
    const now = second()
    expect(await status({ iat: now + 55, exp: now + 300 })).toBe(201)
    expect(await status({ iat: now + 70, exp: now + 300 })).toBe(401)
    expect(await status({ iat: now - 100, exp: now - 50 })).toBe(201)
    expect(await status({ iat: now - 100, exp: now - 61 })).toBe(401)
    expect(await status({ nbf: now + 55 })).toBe(201)
    expect(await status({ nbf: now + 70 })).toBe(401)
  })

  it('are ten minutes apart at most', async () => {
    const now = second()
    expect(await status({ iat: now, exp: now + 600 })).toBe(201)
    expect(await status({ iat: now, exp: now + 601 })).toBe(401)
    expect(await status({ iat: now + 0.5, exp: now + 600.6 })).toBe(401)
  })
})

describe('sec-S06: what a token claims of rights', () => {
  it('is not read', async () => {
    const claims = { role: 'owner', roles: ['admin'], admin: true, permissions: ['*'], account_id: ana.id }
    const { body } = await at.post('sessions/sso', {
      token: at.token({ ...claims, attributes: { role: 'owner' } }),
    })
    expect(body.member.role).toBe('member')
    const as = { id: body.member.id, name: '', headers: { authorization: `Bearer ${body.token}` } }
    expect((await at.get('connections', as)).status).toBe(403)
    expect((await at.get('settings', as)).status).toBe(403)
  })
})

describe('a jti', () => {
  it('is spent once among any number at once: one session, and refusals', async () => {
    const token = at.token({ jti: 'together' })
    const before = await made()
    const answers = await Promise.all(Array.from({ length: 10 }, () => at.post('sessions/sso', { token })))
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, ...Array(9).fill(401)])
    const [members, sessions] = await made()
    expect([members! - before[0]!, sessions! - before[1]!]).toEqual([1, 1])
    const { body } = await at.post('token-checks', { token }, ana)
    expect(body.good).toBe(false)
    expect(body.findings).toContainEqual({ step: 'jti', state: 'bad', code: 'jti_spent', values: {} })
  })

  it('is not spent by the tester, however often', async () => {
    const token = at.token({ jti: 'tested' })
    for (let turn = 0; turn < 3; turn++)
      expect((await at.post('token-checks', { token }, ana)).body.good).toBe(true)
    expect((await at.post('sessions/sso', { token })).status).toBe(201)
  })
})

describe('the tester', () => {
  it('tells everything that is wrong at once, with the time by which it was judged', async () => {
    const now = Math.floor(clock.now().getTime() / 1000)
    const claims = {
      sub: 'lea',
      aud: 'elsewhere',
      iat: now - 4000,
      exp: now - 3000,
      role: 'owner',
      avatar: 'x',
    }
    const { body } = await at.post('token-checks', { token: signJwt(claims, 'wrong') }, ana)
    expect(Math.abs(Date.parse(body.now) - clock.now().getTime())).toBeLessThan(5000)
    const found = body.findings.map((one: { state: string; code: string }) => `${one.state} ${one.code}`)
    expect(found).toEqual([
      'good form_good',
      'good algorithm_good',
      'bad signature_wrong',
      'good claim_good',
      'bad aud_other',
      'good time_good',
      'bad exp_past',
      'bad life_long',
      'note profile_left_out',
      'note claims_ignored',
    ])
  })

  it('keeps nothing of a token anywhere', async () => {
    const marked = `marked-${crypto.randomUUID()}`
    const headers = { 'idempotency-key': marked.slice(0, 30) }
    const { id } = await at.row()
    await at.post('token-checks', { token: at.token({ sub: marked, jti: marked }) }, ana, headers)
    for (const table of [
      'audit_entries',
      'idempotency_keys',
      'identities',
      'spent_tokens',
      'activity',
    ] as const) {
      const rows = await world.db.selectFrom(table).selectAll().where('site_id', '=', id).execute()
      expect(JSON.stringify(rows), table).not.toContain(marked)
    }
  })
})
