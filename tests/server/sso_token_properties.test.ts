import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodClaims, signRaw } from '../support/bad_tokens.ts'
import { Receiver } from '../support/host_keys.ts'
import { type Person, signJwt, type TestSite, testWorld } from '../support/world.ts'

// What holds of any token, also of those that nobody thought of.

const { site, clock } = await testWorld()

let at: TestSite
let ana: Person
let receiver: Receiver
beforeAll(async () => {
  at = await site()
  ana = await at.staff('admin')
  receiver = await Receiver.open()
})
afterAll(() => receiver.close())

const full = process.env.PARVIS_FULL === '1'
const runs = { numRuns: full ? 1000 : 60 }

describe('sec-S01: any token at all', () => {
  /** Refused, or a session: and never a failure of ours. */
  const answered = async (token: string, allowed: number[]) => {
    const answer = await at.post('sessions/sso', { token })
    expect(allowed).toContain(answer.status)
    const check = await at.post('token-checks', { token: token || 'x' }, ana)
    expect([200, 413, 422]).toContain(check.status)
    if (answer.status === 401) expect(check.body.good).not.toBe(true)
  }

  it('made of any text is refused', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
      fc.tuple(fc.base64String(), fc.base64String(), fc.base64String()).map((parts) => parts.join('.')),
    )
    await fc.assert(
      fc.asyncProperty(text, (token) => answered(token || 'x', [401])),
      runs,
    )
  })

  it('signed well over any claims gives a session only where they are right', async () => {
    const anything = fc.jsonValue({ maxDepth: 3 })
    const now = Math.floor(clock.now().getTime() / 1000)
    const time = fc.oneof(anything, fc.double(), fc.integer({ min: now - 1000, max: now + 1000 }))
    const claims = fc.record(
      {
        sub: fc.oneof(anything, fc.string({ unit: 'binary' })),
        aud: fc.oneof(anything, fc.constant(at.slug)),
        iat: fc.oneof(time, fc.constant(now)),
        exp: fc.oneof(time, fc.constant(now + 100)),
        nbf: time,
        jti: anything,
        name: fc.oneof(anything, fc.string({ unit: 'binary' })),
        email: anything,
        avatar: anything,
        locale: anything,
        company: fc.oneof(
          anything,
          fc.record({ id: anything, name: anything, plan: anything, revenue: anything }),
        ),
        attributes: fc.oneof(anything, fc.dictionary(fc.string({ unit: 'binary' }), anything)),
      },
      { requiredKeys: ['sub', 'aud', 'iat', 'exp'] },
    )
    await fc.assert(
      fc.asyncProperty(claims, async (said) => {
        const right =
          typeof said.sub === 'string' &&
          (said.aud === at.slug || (Array.isArray(said.aud) && said.aud.includes(at.slug))) &&
          Number.isFinite(said.iat) &&
          Number.isFinite(said.exp)
        await answered(signJwt(said, at.secret), right ? [201, 401] : [401])
      }),
      runs,
    )
  })

  it('with any header is refused where its signature is not ours', async () => {
    const header = fc.dictionary(
      fc.constantFrom(
        'alg',
        'typ',
        'kid',
        'jku',
        'jwk',
        'x5u',
        'x5c',
        'crit',
        'b64',
        'cty',
        'zip',
        '__proto__',
      ),
      fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('HS256', 'none', receiver.url)),
    )
    await fc.assert(
      fc.asyncProperty(header, (said) =>
        answered(signRaw(JSON.stringify(said), JSON.stringify(goodClaims(at)), 'not ours'), [401]),
      ),
      runs,
    )
    expect(receiver.asked).toEqual([])
  })
})
