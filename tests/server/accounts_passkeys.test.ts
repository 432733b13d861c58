import { describe, expect, it } from 'vitest'
import { colleague, signIn } from '../support/account.ts'
import { makePasskey } from '../support/passkey.ts'
import { type TestSite, testWorld } from '../support/world.ts'

// What a browser and its passkeys do well is tried in tests/admin/account.test.ts; here is what nobody's browser sends.

const text = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const credential = (response: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  id: 'AAAA',
  rawId: 'AAAA',
  type: 'public-key',
  clientExtensionResults: {},
  response,
  ...more,
})

const said = (type: string, challenge: string, origin = 'http://localhost:3000') =>
  text({ type, challenge, origin, crossOrigin: false })

/** Answers that are no passkey's, each to a challenge that is good. */
const forged = (type: string, challenge: string, rest: Record<string, string>) => [
  credential({ clientDataJSON: said(type, challenge), ...rest }),
  credential({ clientDataJSON: said(type, challenge, 'https://host.example'), ...rest }),
  credential({ clientDataJSON: said('webauthn.other', challenge), ...rest }),
  credential({ clientDataJSON: said(type, 'AAAA'), ...rest }),
  credential({ clientDataJSON: text(null), ...rest }),
  credential({ clientDataJSON: text({ type, challenge: { $ne: '' } }), ...rest }),
  credential({ clientDataJSON: 'bm90IGpzb24', ...rest }),
]

const malformed = [
  {},
  null,
  'AAAA',
  credential({}),
  credential({
    clientDataJSON: 'not base64!',
    authenticatorData: 'AA',
    signature: 'AA',
    attestationObject: 'AA',
  }),
  credential({ clientDataJSON: 7, authenticatorData: 'AA', signature: 'AA', attestationObject: 'AA' }),
  credential(
    { clientDataJSON: 'AA', authenticatorData: 'AA', signature: 'AA', attestationObject: 'AA' },
    { type: 'password' },
  ),
]

async function keep(site: TestSite): Promise<{ accountId: string; credentialId: string }> {
  const { email } = await colleague(site)
  const { id } = await site.world.db
    .selectFrom('accounts')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  const credentialId = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url')
  await site.world.db
    .insertInto('account_passkeys')
    .values({
      id: crypto.randomUUID(),
      account_id: id,
      credential_id: credentialId,
      public_key: Buffer.from('a5010203262001', 'hex'),
      counter: 0,
      transports: [],
      name: 'Broken',
      created_at: new Date(),
    })
    .execute()
  return { accountId: id, credentialId }
}

describe('a passkey', () => {
  it('is asked for with a challenge of its own each time, that names nobody and requires who holds it', async () => {
    const site = await (await testWorld()).site()
    const asked = await Promise.all([1, 2, 3].map(() => signIn(site, 'passkey-challenges', undefined)))
    expect(new Set(asked.map((answer) => answer.body.challenge)).size).toBe(3)
    for (const { body } of asked) {
      expect(body).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
      expect(body.allowCredentials ?? []).toEqual([])
      expect(Buffer.from(body.challenge, 'base64url').length).toBeGreaterThanOrEqual(16)
    }
  })

  it('that is forged or malformed signs nobody in, and is never a fault of ours', async () => {
    const site = await (await testWorld()).site()
    const { credentialId } = await keep(site)
    const rest = { authenticatorData: 'AAAA', signature: 'AAAA' }
    const { challenge } = (await signIn(site, 'passkey-challenges', undefined)).body
    for (const answer of forged('webauthn.get', challenge, rest)) {
      for (const id of [credentialId, 'AAAA']) {
        const { status, body, headers } = await signIn(site, 'passkey', {
          response: { ...answer, id, rawId: id },
        })
        expect([status, body.code]).toEqual([401, 'passkey_refused'])
        expect(headers.get('set-cookie')).toBeNull()
      }
    }
    for (const response of malformed) expect((await signIn(site, 'passkey', { response })).status).toBe(422)
  })

  it('that is forged, malformed or begun by somebody else is not kept', async () => {
    const site = await (await testWorld()).site()
    const [sanne, other] = [await colleague(site), await colleague(site)]
    const begin = async (as: typeof sanne) =>
      (await site.post('account/passkey-challenges', undefined, as)).body
    const { challenge, authenticatorSelection } = await begin(sanne)
    expect(authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
    const theirs = (await begin(other)).challenge
    const rest = { attestationObject: 'oA' }
    const answers = [challenge, theirs].flatMap((one) => forged('webauthn.create', one, rest))
    for (const response of answers) {
      const answer = await site.post('account/passkeys', { name: 'Laptop', response }, sanne)
      expect([answer.status, answer.body.code]).toEqual([401, 'passkey_refused'])
    }
    for (const response of malformed)
      expect((await site.post('account/passkeys', { name: 'Laptop', response }, sanne)).status).toBe(422)
    expect((await site.get('account/passkeys', sanne)).body.items).toEqual([])
  })

  it('is made and removed only soon after a sign-in, by its own holder', async () => {
    const { clock } = await testWorld()
    const site = await (await testWorld()).site()
    const { accountId } = await keep(site)
    const sanne = await colleague(site)
    const { id } = await site.world.db
      .selectFrom('account_passkeys')
      .select('id')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow()
    expect((await site.delete(`account/passkeys/${id}`, sanne)).status).toBe(404)
    clock.move(601)
    expect((await site.delete(`account/passkeys/${id}`, sanne)).body.code).toBe('proof_required')
    expect((await site.post('account/passkey-challenges', undefined, sanne)).body.code).toBe('proof_required')
  })
})

it('passkeys of an account are twenty at most, also where more were begun before and come back at once', async () => {
  const site = await (await testWorld()).site()
  const sanne = await colleague(site)
  const begun = await Promise.all(
    Array.from({ length: 23 }, () => site.post('account/passkey-challenges', undefined, sanne)),
  )
  const kept = await Promise.all(
    begun.map(({ body }) => {
      const { response } = makePasskey(site, body.challenge)
      return site.post('account/passkeys', { name: 'Laptop', response }, sanne)
    }),
  )
  expect(kept.map(({ status }) => status).toSorted()).toEqual([...Array(20).fill(201), 409, 409, 409])
  expect((await site.get('account/passkeys', sanne)).body.items).toHaveLength(20)
})
