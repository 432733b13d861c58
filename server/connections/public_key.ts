import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto'
import { calculateJwkThumbprint } from 'jose'
import { Problem } from '../errors.ts'
import type { Algorithm } from './json.ts'

/** What verifies by a public key, and so by no secret. */
export type PublicAlgorithm = Exclude<Algorithm, 'HS256'>

export interface PublicKey {
  /** The public half and nothing else. */
  jwk: JsonWebKey
  /** RFC 7638, by which people compare keys. */
  thumbprint: string
}

/** Reads a public key as somebody pasted it: PEM, or a JSON Web Key. Throws `invalid_input` that says what it is. */
export async function readPublicKey(pasted: string, algorithm: PublicAlgorithm): Promise<PublicKey> {
  const key = keyObjectOf(pasted.trim())
  if (!fits(key, algorithm)) throw wrong(`This key is not one for ${algorithm}.`)
  const jwk = key.export({ format: 'jwk' })
  return { jwk, thumbprint: await calculateJwkThumbprint(jwk as { kty: string }) }
}

function keyObjectOf(text: string): KeyObject {
  // Node would take the public half of a private key; who pasted one must hear of it instead.
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) throw privateKey()
  try {
    if (text.startsWith('-----BEGIN ')) return createPublicKey(text)
    const jwk: unknown = JSON.parse(text)
    if (isJwk(jwk)) {
      if ('d' in jwk || 'k' in jwk) throw privateKey()
      return createPublicKey({ key: jwk, format: 'jwk' })
    }
  } catch (error) {
    if (error instanceof Problem) throw error
  }
  throw wrong('This is neither a public key in PEM nor a JSON Web Key.')
}

function isJwk(value: unknown): value is JsonWebKey {
  return typeof value === 'object' && value !== null && typeof (value as JsonWebKey).kty === 'string'
}

const wrong = (message: string) =>
  new Problem('invalid_input', message, { errors: [{ path: 'key', message }] })

const privateKey = () =>
  wrong('This is a private key or a secret. Paste the public key, and replace this one: it was shown.')

/**
 * The keys of a key set (RFC 7517) that are for signatures of an algorithm; the rest, broken ones too, is passed
 * over. At most `most`.
 */
export function keysOfSet(set: unknown, algorithm: PublicAlgorithm, most: number): SetKey[] {
  const listed = (set as { keys?: unknown } | null)?.keys
  if (!Array.isArray(listed)) return []
  const keys: SetKey[] = []
  for (const jwk of listed.slice(0, 100)) {
    if (keys.length >= most) break
    const key = setKey(jwk, algorithm)
    if (key) keys.push(key)
  }
  return keys
}

export interface SetKey {
  kid: string | undefined
  key: KeyObject
}

function setKey(jwk: unknown, algorithm: PublicAlgorithm): SetKey | undefined {
  if (!isJwk(jwk) || 'd' in jwk || 'k' in jwk) return undefined
  if (jwk.use !== undefined && jwk.use !== 'sig') return undefined
  if (jwk.alg !== undefined && jwk.alg !== algorithm && !(algorithm === 'EdDSA' && jwk.alg === 'Ed25519'))
    return undefined
  const key = keyObject(jwk)
  if (!key || !fits(key, algorithm)) return undefined
  return { kid: typeof jwk.kid === 'string' ? jwk.kid : undefined, key }
}

/** A key as it was kept or fetched, ready to verify. */
export function keyObject(jwk: JsonWebKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** RSA from 2,048 bits; above 8,192 a signature would cost too much to check. */
function fits(key: KeyObject, algorithm: PublicAlgorithm): boolean {
  const { modulusLength = 0, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (algorithm === 'RS256')
    return key.asymmetricKeyType === 'rsa' && modulusLength >= 2048 && modulusLength <= 8192
  if (algorithm === 'ES256') return key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1'
  return key.asymmetricKeyType === 'ed25519'
}
