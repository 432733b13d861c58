import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import type { Answer, Person, TestSite } from './world.ts'

// An authenticator of our own, as far as a passkey needs one: Web Authentication, Level 3, with a key on P-256 and
// no attestation.

export interface Passkey {
  id: string
  privateKey: KeyObject
  /** Where it signs in. */
  site: TestSite
}

const [present, verified, hasCredential] = [0x01, 0x04, 0x40]
const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])
const bytes = (value: Buffer) => Buffer.concat([Buffer.from([0x58, value.length]), value])

function saidByBrowser({ world }: TestSite, type: 'create' | 'get', challenge: string): Buffer {
  const { origin } = world.config.publicUrl
  return Buffer.from(JSON.stringify({ type: `webauthn.${type}`, challenge, origin, crossOrigin: false }))
}

function authenticatorData({ world }: TestSite, flags: number, credential = Buffer.alloc(0)): Buffer {
  const party = createHash('sha256').update(world.config.publicUrl.hostname).digest()
  return Buffer.concat([party, Buffer.from([flags | present! | verified!, 0, 0, 0, 0]), credential])
}

/** Makes a passkey for a challenge of `account/passkey-challenges`, and what a browser says of it. */
export function makePasskey(site: TestSite, challenge: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x, y } = publicKey.export({ format: 'jwk' })
  const key = Buffer.concat([
    Buffer.from('a5010203262001', 'hex'), // A map of five: EC2, ES256, P-256, then -2: x and -3: y.
    Buffer.from('21', 'hex'),
    bytes(Buffer.from(x!, 'base64url')),
    Buffer.from('22', 'hex'),
    bytes(Buffer.from(y!, 'base64url')),
  ])
  const id = randomBytes(32)
  const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key])
  const attestation = Buffer.concat([
    Buffer.from('a3', 'hex'),
    ...[text('fmt'), text('none'), text('attStmt'), Buffer.from('a0', 'hex')],
    ...[text('authData'), bytes(authenticatorData(site, hasCredential!, credential))],
  ])
  const said = { clientDataJSON: saidByBrowser(site, 'create', challenge), attestationObject: attestation }
  const passkey: Passkey = { id: id.toString('base64url'), privateKey, site }
  return { passkey, response: credentialOf(passkey, said) }
}

/** What a browser says when a passkey answers a challenge of `staff-sessions/passkey-challenges`. */
export function answerBy(passkey: Passkey, challenge: string) {
  const clientDataJSON = saidByBrowser(passkey.site, 'get', challenge)
  const data = authenticatorData(passkey.site, 0)
  const signed = Buffer.concat([data, createHash('sha256').update(clientDataJSON).digest()])
  const signature = sign('sha256', signed, passkey.privateKey)
  return credentialOf(passkey, { clientDataJSON, authenticatorData: data, signature })
}

function credentialOf({ id }: Passkey, said: Record<string, Buffer>) {
  const response = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, value.toString('base64url')]),
  )
  return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response }
}

/** Makes a passkey for somebody and has it kept. */
export async function withPasskey(
  site: TestSite,
  person: Person,
): Promise<{ passkey: Passkey; kept: Answer }> {
  const { challenge } = (await site.post('account/passkey-challenges', undefined, person)).body
  const { passkey, response } = makePasskey(site, challenge)
  return { passkey, kept: await site.post('account/passkeys', { name: 'Laptop', response }, person) }
}
