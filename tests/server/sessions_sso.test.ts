import { createHmac, generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { signJwt, type TestSite, testWorld } from '../support/world.ts'

const exchange = (site: TestSite, token: unknown) => site.post('sessions/sso', { token })
const now = () => Math.floor(Date.now() / 1000)
/** Another signature for sure: a few last characters may happen to say the same bits. */
const forged = (signature: string) => (signature[0] === 'A' ? 'B' : 'A') + signature.slice(1)

async function membersOf(site: TestSite): Promise<number> {
  const { id } = await site.row()
  const rows = await site.world.db
    .selectFrom('members')
    .select('id')
    .where('site_id', '=', id)
    .where('role', '=', 'member')
    .execute()
  return rows.length
}

describe('a token signed by the host', () => {
  it('opens a session, makes the member once, and updates the profile', async () => {
    const site = await (await testWorld()).site()
    const first = await exchange(
      site,
      site.token({ sub: 'lea', name: 'Lea', email: 'Lea@Radkurier.example', locale: 'de-CH' }),
    )
    expect(first.status).toBe(201)
    expect(first.body.member).toMatchObject({ name: 'Lea', locale: 'de', role: 'member' })
    expect(Date.parse(first.body.expiresAt)).toBeGreaterThan(Date.now())
    const again = await exchange(site, site.token({ sub: 'lea', name: 'Lea Brandt' }))
    expect(again.body.member).toMatchObject({ id: first.body.member.id, name: 'Lea Brandt' })
    expect(again.body.token).not.toBe(first.body.token)
    expect(await membersOf(site)).toBe(1)
  })

  it('is one member even when two first sign-ons come at once', async () => {
    const site = await (await testWorld()).site()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => exchange(site, site.token({ sub: 'twin', name: 'Twin' }))),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(8).fill(201))
    expect(new Set(answers.map((answer) => answer.body.member.id)).size).toBe(1)
    expect(await membersOf(site)).toBe(1)
  })

  it('spends its jti once', async () => {
    const site = await (await testWorld()).site()
    const token = site.token({ jti: 'once' })
    const answers = await Promise.all([exchange(site, token), exchange(site, token), exchange(site, token)])
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 401, 401])
  })

  it('gives no right that it claims', async () => {
    const site = await (await testWorld()).site()
    const member = await site.member('Mallory', {
      role: 'owner',
      admin: true,
      permissions: ['*'],
      attributes: { role: 'admin' },
    })
    const { id } = await site.row()
    const row = await site.world.db
      .selectFrom('members')
      .select('role')
      .where('site_id', '=', id)
      .where('id', '=', member.id)
      .executeTakeFirst()
    expect(row?.role).toBe('member')
  })

  it('never signs in to a member of the same e-mail under another subject', async () => {
    const site = await (await testWorld()).site()
    const one = await site.member('Lea', { sub: 'a', email: 'lea@x.example' })
    const other = await site.member('Not Lea', { sub: 'b', email: 'lea@x.example' })
    expect(other.id).not.toBe(one.id)
  })

  it('of one site is refused by another, and its session too', async () => {
    const world = await testWorld()
    const site = await world.site()
    const other = await world.site()
    expect((await exchange(other, site.token())).status).toBe(401)
    expect((await exchange(other, site.token({ aud: other.slug }))).status).toBe(401)
    const lea = await site.member('Lea')
    expect((await other.get('threads', lea)).status).toBe(401)
  })

  const seconds = now()
  const good = { sub: 'x', iat: seconds, exp: seconds + 300 }
  const wrong: [string, Record<string, unknown>][] = [
    ['no sub', { sub: undefined }],
    ['an empty sub', { sub: '' }],
    ['a sub that is a number', { sub: 7 }],
    ['a sub that is an object', { sub: { $ne: null } }],
    ['no aud', { aud: undefined }],
    ['the aud of another site', { aud: 'another' }],
    ['no exp', { exp: undefined }],
    ['an exp that is text', { exp: String(seconds + 300) }],
    ['an exp in the past', { iat: seconds - 400, exp: seconds - 120 }],
    ['a life over ten minutes', { exp: seconds + 601 }],
    ['no iat', { iat: undefined }],
    ['an iat in the future', { iat: seconds + 300, exp: seconds + 500 }],
    ['an nbf in the future', { nbf: seconds + 300 }],
    ['a jti that is an object', { jti: {} }],
  ]
  for (const [what, claims] of wrong) {
    it(`with ${what} is refused and makes nobody`, async () => {
      const site = await (await testWorld()).site()
      expect((await exchange(site, site.token({ ...good, sub: 'fine' }))).status).toBe(201)
      const answer = await exchange(site, site.token({ ...good, ...claims }))
      expect(answer.status).toBe(401)
      expect(answer.body.code).toBe('token_refused')
      expect(await membersOf(site)).toBe(1)
    })
  }

  it('with an infinite time is refused', async () => {
    const site = await (await testWorld()).site()
    const raw = (text: string) => Buffer.from(text).toString('base64url')
    const signed = `${raw('{"alg":"HS256"}')}.${raw(`{"sub":"x","aud":"${site.slug}","iat":${now()},"exp":1e400}`)}`
    const answer = await exchange(
      site,
      `${signed}.${createHmac('sha256', site.secret).update(signed).digest('base64url')}`,
    )
    expect(answer.status).toBe(401)
    expect(await membersOf(site)).toBe(0)
  })

  it('with another algorithm or key is refused, and no answer holds a secret or signature', async () => {
    const site = await (await testWorld()).site()
    const claims = { sub: 'x', aud: site.slug, iat: now(), exp: now() + 300 }
    const good = signJwt(claims, site.secret)
    const [header, payload, signature] = good.split('.') as [string, string, string]
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const tokens = [
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
      `${header}.${payload}.${forged(signature)}`,
      signJwt(claims, 'secret'),
      signJwt(claims, ''),
      signJwt(claims, site.secret, { alg: 'HS512' }),
      signJwt(claims, 'x', { jwk: { kty: 'oct', k: Buffer.from('x').toString('base64url') } }),
      signJwt(claims, 'x', {
        kid: '../../../../dev/null',
        jku: 'http://127.0.0.1:9/keys',
        x5u: 'http://127.0.0.1:9/',
      }),
      signJwt(claims, site.secret, { crit: ['exp'] }),
      await new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(privateKey),
      signJwt(claims, publicKey.export({ type: 'spki', format: 'pem' }).toString()),
      JSON.stringify({ payload, signatures: [{ protected: header, signature }] }),
      'x',
      '..',
      'a.b.c',
      'é'.repeat(100),
      'x'.repeat(9000),
    ]
    for (const token of tokens) {
      const answer = await exchange(site, token)
      expect(answer.status, token.slice(0, 60)).toBe(401)
      expect(answer.text).not.toContain(site.secret)
      expect(answer.text).not.toContain(signature)
    }
    expect(await membersOf(site)).toBe(0)
    for (const token of ['', 7, null, {}, ['a']]) expect((await exchange(site, token)).status).toBe(422)
  })
})

describe('a widget session', () => {
  it('ends with sign-out, on the next request', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    expect((await site.get(`threads/${number}`, lea)).status).toBe(200)
    expect((await site.delete('sessions/current', lea)).status).toBe(204)
    const after = await site.get(`threads/${number}`, lea)
    expect(after.status).toBe(401)
    expect(after.body.code).toBe('unauthenticated')
  })

  it('sec-S12: runs out', async () => {
    const world = await testWorld()
    const site = await world.site()
    const lea = await site.member('Lea')
    world.clock.move(31 * 86_400)
    expect((await site.get('threads', lea)).status).toBe(401)
  })

  it('never carries a role: the same token is a member, whatever the row says', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const { id } = await site.row()
    await site.world.db
      .updateTable('members')
      .set({ role: 'owner' })
      .where('site_id', '=', id)
      .where('id', '=', lea.id)
      .execute()
    site.world.sessions.clear()
    expect((await site.get('threads?assignee=none', lea)).status).toBe(403)
    expect((await site.patch(`threads/${number}`, { tags: [] }, lea, 1)).status).toBe(403)
  })

  it('is kept as a hash only', async () => {
    const site = await (await testWorld()).site()
    const lea = await site.member('Lea')
    const token = lea.headers.authorization!.slice(7)
    const { id } = await site.row()
    const rows = await site.world.db.selectFrom('sessions').selectAll().where('site_id', '=', id).execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(token)
  })
})

describe('sec-P08: claims that PostgreSQL cannot hold', () => {
  it('are refused where they name somebody, and left out or cleaned where they describe', async () => {
    const site = await (await testWorld()).site()
    for (const claims of [{ sub: 'a\0' }, { sub: 'a\ud800' }, { jti: 'a\0' }]) {
      expect((await exchange(site, site.token(claims))).body.code).toBe('token_refused')
    }
    for (const claims of [
      { company: { id: 'a\0' } },
      { company: { id: 'a', name: 'A\0' } },
      { company: { id: 'a', plan: 'p\0' } },
      { attributes: { 'a\0': 'x' } },
      { attributes: { a: 'x\0' } },
      { attributes: { a: 'x\ud800' } },
    ]) {
      expect((await exchange(site, site.token(claims))).status).toBe(201)
    }
    const named = await exchange(site, site.token({ name: 'Lea\0\n \u202egnp.exe' }))
    expect(named.body.member.name).toBe('Lea gnp.exe')
    for (const name of ['\u200b', '\u3164\u3164', '\u0301'.repeat(9), '\u{e0041}']) {
      const nameless = await exchange(site, site.token({ name }))
      expect(nameless.body.member.name).toMatch(/^Member \d{4}$/)
    }
  })
})
