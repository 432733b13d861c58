import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { hostToken, makeHostKey } from '../support/host_keys.ts'
import { type Person, signJwt, type TestSite, testWorld } from '../support/world.ts'

const { site, world, clock } = await testWorld()

const second = () => Math.floor(clock.now().getTime() / 1000)
const exchange = (at: TestSite, token: string) => at.post('sessions/sso', { token })

/** How the exchange answers somebody whose token is signed with a secret. */
async function signOn(at: TestSite, secret: string, claims: Record<string, unknown> = {}): Promise<number> {
  const token = signJwt({ sub: 'p', aud: at.slug, iat: second(), exp: second() + 60, ...claims }, secret)
  return (await exchange(at, token)).status
}

async function made(at: TestSite, as: Person, draft: Record<string, unknown>) {
  const answer = await at.post('connections', { name: 'Portal', ...draft }, as)
  expect(answer.status, answer.text).toBe(201)
  return answer.body as { connection: { id: string; [field: string]: unknown }; secret: string | null }
}

async function acme(): Promise<{ at: TestSite; ana: Person; first: string }> {
  const at = await site()
  const ana = await at.staff('admin')
  const { body } = await at.get('connections', ana)
  return { at, ana, first: body.items[0].id }
}

describe('sec-S07: the secret of a connection', () => {
  it('is made by the server with 256 bits, shown once, and rotated with an overlap of a day', async () => {
    const { at, ana, first } = await acme()
    const headers = { 'idempotency-key': 'once' }
    const rotated = await at.post(`connections/${first}/secrets`, undefined, ana, headers)
    expect(rotated.status).toBe(201)
    expect(rotated.headers.get('cache-control')).toBe('no-store')
    const fresh = rotated.body.secret
    expect(Buffer.from(fresh, 'base64url')).toHaveLength(32)
    expect(fresh).not.toBe(at.secret)
    expect(Date.parse(rotated.body.oldOnesHoldUntil) - clock.now().getTime()).toBeCloseTo(86_400_000, -4)

    expect([await signOn(at, at.secret), await signOn(at, fresh)]).toEqual([201, 201])
    clock.move(24 * 3600 - 60)
    expect([await signOn(at, at.secret), await signOn(at, fresh)]).toEqual([201, 201])
    clock.move(120)
    expect([await signOn(at, at.secret), await signOn(at, fresh)]).toEqual([401, 201])
  })

  it('is in no answer, audit entry or kept answer afterwards', async () => {
    const { at, ana, first } = await acme()
    const headers = { 'idempotency-key': 'once' }
    const { body } = await at.post(`connections/${first}/secrets`, undefined, ana, headers)
    const own = await at.post('connections', { name: 'Second', algorithm: 'HS256' }, ana, headers)
    expect(own.headers.get('cache-control')).toBe('no-store')
    const { id } = await at.row()
    const kept = await Promise.all(
      (['audit_entries', 'idempotency_keys', 'activity'] as const).map((table) =>
        world.db.selectFrom(table).selectAll().where('site_id', '=', id).execute(),
      ),
    )
    const seen = [
      JSON.stringify(kept),
      (await at.get('connections', ana)).text,
      (await at.get('audit', ana)).text,
    ]
    expect(seen[0]).toContain('secret.rotate')
    for (const text of seen)
      for (const secret of [at.secret, body.secret, own.body.secret]) expect(text).not.toContain(secret)
  })

  it('that is old can be ended at once, and the newest cannot', async () => {
    const { at, ana, first } = await acme()
    await at.post(`connections/${first}/secrets`, undefined, ana)
    const { body } = await at.get('connections', ana)
    const [newest, old] = body.items[0].secrets
    expect([newest.expiresAt, typeof old.expiresAt]).toEqual([null, 'string'])
    expect(await signOn(at, at.secret)).toBe(201)
    expect((await at.delete(`connections/${first}/secrets/${newest.id}`, ana)).body.code).toBe('in_use')
    expect((await at.delete(`connections/${first}/secrets/${old.id}`, ana)).status).toBe(204)
    expect(await signOn(at, at.secret)).toBe(401)
    expect((await at.delete(`connections/${first}/secrets/${old.id}`, ana)).status).toBe(404)
  })

  it('made many times in a day leaves only a few that hold, the newest always among them', async () => {
    const { at, ana, first } = await acme()
    const secrets = [at.secret]
    for (let turn = 0; turn < 7; turn++)
      secrets.push((await at.post(`connections/${first}/secrets`, undefined, ana)).body.secret)
    const answers = await Promise.all(secrets.map((secret) => signOn(at, secret)))
    expect(answers).toEqual([401, 401, 401, 201, 201, 201, 201, 201])
  })

  it('cannot be chosen by anybody, nor be given to a connection of public keys', async () => {
    const { at, ana } = await acme()
    for (const draft of [
      { algorithm: 'HS256', secret: 'changeme' },
      { algorithm: 'HS256', key: 'changeme' },
      { algorithm: 'HS512' },
      { algorithm: 'none' },
    ])
      expect((await at.post('connections', { name: 'Weak', ...draft }, ana)).status).toBe(422)
    const { connection } = await made(at, ana, { algorithm: 'ES256', key: makeHostKey('ES256').pem })
    expect((await at.post(`connections/${connection.id}/secrets`, undefined, ana)).body.code).toBe('conflict')
  })
})

describe('a connection of public keys', () => {
  for (const algorithm of ['RS256', 'ES256', 'EdDSA'] as const) {
    it(`takes what was signed with ${algorithm} by its key, as PEM or JWK, and by no other`, async () => {
      const { at, ana } = await acme()
      const [key, second, stranger] = [1, 2, 3].map(() => makeHostKey(algorithm)) as [
        ReturnType<typeof makeHostKey>,
        ReturnType<typeof makeHostKey>,
        ReturnType<typeof makeHostKey>,
      ]
      const { connection, secret } = await made(at, ana, { algorithm, key: key.pem })
      expect(secret).toBeNull()
      expect((await exchange(at, await hostToken(at, key))).status).toBe(201)
      expect((await exchange(at, await hostToken(at, second))).status).toBe(401)
      const path = `connections/${connection.id}/keys`
      const added = await at.post(path, { key: JSON.stringify(second.jwk) }, ana)
      expect(added.status).toBe(201)
      expect((await at.post(path, { key: second.pem }, ana)).body.code).toBe('conflict')
      expect((await exchange(at, await hostToken(at, second))).status).toBe(201)
      expect((await exchange(at, await hostToken(at, stranger))).status).toBe(401)
      const [old] = added.body.keys
      expect((await at.delete(`${path}/${old.id}`, ana)).status).toBe(204)
      expect((await exchange(at, await hostToken(at, key))).status).toBe(401)
      expect((await exchange(at, await hostToken(at, second))).status).toBe(201)
    })
  }

  it('refuses private keys, secrets, keys of another kind and what is no key, and keeps none of it', async () => {
    const { at, ana } = await acme()
    const rsa = makeHostKey('RS256')
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey
    const curve = generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey
    const pem = (key: typeof weak) => key.export({ type: 'spki', format: 'pem' }).toString()
    const drafts = [
      { algorithm: 'RS256', key: rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() },
      { algorithm: 'RS256', key: JSON.stringify(rsa.privateKey.export({ format: 'jwk' })) },
      { algorithm: 'RS256', key: '{"kty":"oct","k":"c2VjcmV0"}' },
      { algorithm: 'ES256', key: rsa.pem },
      { algorithm: 'EdDSA', key: makeHostKey('ES256').pem },
      { algorithm: 'RS256', key: pem(weak) },
      { algorithm: 'RS256', key: pem(pss) },
      { algorithm: 'ES256', key: pem(curve) },
      { algorithm: 'RS256', key: 'ssh-rsa AAAA' },
      { algorithm: 'RS256', key: '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----' },
      { algorithm: 'RS256' },
      { algorithm: 'RS256', key: rsa.pem, jwksUrl: 'https://host.example/jwks.json' },
    ]
    for (const draft of drafts) {
      const answer = await at.post('connections', { name: 'Portal', ...draft }, ana)
      expect([answer.status, answer.body.code], JSON.stringify(draft).slice(0, 80)).toEqual([
        422,
        'invalid_input',
      ])
    }
    expect((await at.get('connections', ana)).body.items).toHaveLength(1)
  })
})

describe('several connections', () => {
  it('are told apart by their issuer where they have one, and tried in order where not', async () => {
    const { at, ana, first } = await acme()
    await at.patch(`connections/${first}`, { issuer: 'shop' }, ana)
    const second = await made(at, ana, { name: 'Portal', algorithm: 'HS256', issuer: 'portal' })
    const third = await made(at, ana, { name: 'Bare', algorithm: 'HS256' })
    const statuses = async (iss: string | undefined) => {
      const all = [at.secret, second.secret!, third.secret!]
      return Promise.all(all.map((secret) => signOn(at, secret, { iss })))
    }
    expect(await statuses('shop')).toEqual([201, 401, 401])
    expect(await statuses('portal')).toEqual([401, 201, 401])
    expect(await statuses('unknown')).toEqual([401, 401, 201])
    expect(await statuses(undefined)).toEqual([401, 401, 201])
  })

  it('sec-S04: know the same subject as different people', async () => {
    const { at, ana } = await acme()
    const { secret } = await made(at, ana, { algorithm: 'HS256' })
    const one = await exchange(at, at.token({ sub: 'lea' }))
    const other = await exchange(
      at,
      signJwt({ sub: 'lea', aud: at.slug, iat: second(), exp: second() + 60 }, secret!),
    )
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body.member.id).not.toBe(one.body.member.id)
  })

  it('are ten at most, and each has five keys at most', async () => {
    const { at, ana } = await acme()
    const { connection } = await made(at, ana, { algorithm: 'EdDSA', key: makeHostKey('EdDSA').pem })
    for (let turn = 1; turn < 5; turn++)
      expect(
        (await at.post(`connections/${connection.id}/keys`, { key: makeHostKey('EdDSA').pem }, ana)).status,
      ).toBe(201)
    const sixth = await at.post(`connections/${connection.id}/keys`, { key: makeHostKey('EdDSA').pem }, ana)
    expect(sixth.body.code).toBe('conflict')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => at.post('connections', { name: 'More', algorithm: 'HS256' }, ana)),
    )
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(8)
    expect((await at.get('connections', ana)).body.items).toHaveLength(10)
  })
})

describe('removing a connection', () => {
  it('ends its sessions on the next request, and no others', async () => {
    const { at, ana, first } = await acme()
    const { secret } = await made(at, ana, { algorithm: 'HS256' })
    const gone = await at.member('Gone')
    const token = signJwt({ sub: 'stays', aud: at.slug, iat: second(), exp: second() + 60 }, secret!)
    const stays = (await exchange(at, token)).body.token
    const read = (bearer: string) =>
      at.request('GET', 'threads', { headers: { authorization: bearer } }).then((answer) => answer.status)
    const [gonesBearer, staysBearer] = [gone.headers.authorization!, `Bearer ${stays}`]
    const number = await at.idea(gone)
    expect([await read(gonesBearer), await read(staysBearer)]).toEqual([200, 200])
    expect((await at.delete(`connections/${first}`, ana)).status).toBe(204)
    expect([await read(gonesBearer), await read(staysBearer)]).toEqual([401, 200])
    expect((await exchange(at, at.token())).status).toBe(401)
    expect((await at.get(`threads/${number}`)).status).toBe(200)
    expect((await at.delete(`connections/${first}`, ana)).status).toBe(404)
  })

  it('while somebody signs on by it never fails on our side', async () => {
    const { at, ana, first } = await acme()
    const [removed, ...answers] = await Promise.all([
      at.delete(`connections/${first}`, ana),
      ...Array.from({ length: 6 }, () => exchange(at, at.token())),
    ])
    expect(removed.status).toBe(204)
    for (const answer of answers) expect([201, 401]).toContain(answer.status)
    const { id } = await at.row()
    const left = await world.db.selectFrom('sessions').selectAll().where('site_id', '=', id).execute()
    expect(left).toEqual([])
  })
})

describe('who may change connections', () => {
  it('is the admins of this very site, from a page of this server', async () => {
    const { at, ana, first } = await acme()
    const other = await site()
    const strangers: [Person | undefined, number][] = [
      [undefined, 401],
      [await at.member(), 403],
      [await at.staff('moderator'), 403],
      [await at.staff('product'), 403],
      [await other.staff('owner'), 401],
      [{ ...ana, headers: { ...ana.headers, origin: 'https://host.example' } }, 403],
    ]
    for (const [as, status] of strangers) {
      const answers = [
        await at.post('connections', { name: 'Mine', algorithm: 'HS256' }, as),
        await at.patch(`connections/${first}`, { name: 'Mine' }, as),
        await at.post(`connections/${first}/secrets`, undefined, as),
        await at.post(`connections/${first}/keys`, { key: makeHostKey('EdDSA').pem }, as),
        await at.post('token-checks', { token: at.token() }, as),
        await at.delete(`connections/${first}`, as),
      ]
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => status))
    }
    expect((await at.get('connections', ana)).body.items).toMatchObject([{ name: 'Host sign-on' }])
  })

  it('sec-A03: of another site find nothing by its ids', async () => {
    const { at, first } = await acme()
    const other = await acme()
    const key = makeHostKey('EdDSA').pem
    for (const id of [first, crypto.randomUUID(), 'x', '%00']) {
      const answers = [
        await other.at.patch(`connections/${id}`, { name: 'Mine' }, other.ana),
        await other.at.post(`connections/${id}/secrets`, undefined, other.ana),
        await other.at.post(`connections/${id}/keys`, { key }, other.ana),
        await other.at.delete(`connections/${id}/secrets/${id}`, other.ana),
        await other.at.delete(`connections/${id}/keys/${id}`, other.ana),
        await other.at.delete(`connections/${id}`, other.ana),
      ]
      expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 404))
    }
    expect(await signOn(at, at.secret)).toBe(201)
  })

  it('is written down, each act with the name of the connection', async () => {
    const { at, ana } = await acme()
    const { connection } = await made(at, ana, { algorithm: 'ES256', key: makeHostKey('ES256').pem })
    const path = `connections/${connection.id}`
    await at.patch(path, { emailsVerified: true }, ana)
    const { body } = await at.post(`${path}/keys`, { key: makeHostKey('ES256').pem }, ana)
    await at.delete(`${path}/keys/${body.keys[0].id}`, ana)
    await at.delete(path, ana)
    const { id } = await at.row()
    const entries = await world.db
      .selectFrom('audit_entries')
      .select(['action', 'actor_id', 'detail'])
      .where('site_id', '=', id)
      .orderBy('id')
      .execute()
    expect(entries.map((entry) => entry.action)).toEqual([
      'connection.make',
      'connection.edit',
      'connection.add_key',
      'connection.remove_key',
      'connection.delete',
    ])
    for (const entry of entries) expect(entry).toMatchObject({ actor_id: ana.id, detail: { name: 'Portal' } })
  })
})
