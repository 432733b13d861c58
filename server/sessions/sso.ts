import type { KeyObject } from 'node:crypto'
import { compactVerify } from 'jose'
import type { Unread } from '../connections/key_sets.ts'
import { keyObject } from '../connections/public_key.ts'
import { type Verifier, verifiers } from '../connections/queries.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import type { Site } from '../sites/queries.ts'
import { type Claims, judgeClaims, readClaims } from './claims.ts'
import { bad, clip, type Finding, good, refusal } from './findings.ts'
import { type TokenText, takeApart } from './token_text.ts'

/** How many keys one token is tried against, since each try costs. */
const mostTries = 20

/** Everything found in a token, good and bad; `signed` and `claims` only where nothing bad was. */
interface Inspection {
  findings: Finding[]
  signed?: { connection: Verifier; claims: Claims }
}

/**
 * Verifies a JWT signed by the host (RFC 7519, RFC 8725). Throws `token_refused` with the first thing that is wrong.
 */
export async function verifySsoToken(
  world: World,
  site: Site,
  token: string,
): Promise<{ connection: Verifier; claims: Claims }> {
  const { findings, signed } = await inspectSsoToken(world, site, token)
  if (signed) return signed
  const wrong = findings.find((finding) => finding.state === 'bad')
  throw new Problem('token_refused', wrong && refusal(wrong))
}

/**
 * Looks at a token of the host step by step. What verifies it is ours to say: the connection by `iss` where it has
 * one, its algorithm, its keys. Of the header only `alg` is compared and `kid` picks among the keys of a set that
 * we know; no key or address in a token is ever looked at.
 */
export async function inspectSsoToken(world: World, site: Site, token: string): Promise<Inspection> {
  const now = world.clock.now()
  const all = await verifiers(world.db, site.id, now)
  const text = takeApart(token)
  if (typeof text === 'string') return { findings: [bad('form', text)] }
  const findings = [good('form', 'form_good')]
  const fitting = chooseConnections(all, text, findings)
  const connection = await findSigner(world, fitting, token, text, findings)
  findings.push(...judgeClaims(text.claims, site.slug, now))
  if (!connection || findings.some((finding) => finding.state === 'bad')) return { findings }
  return { findings, signed: { connection, claims: readClaims(text.claims) } }
}

/** The connections that may have signed: by issuer first, then by the one algorithm that each has. */
function chooseConnections(all: Verifier[], { header, claims }: TokenText, findings: Finding[]): Verifier[] {
  if (!all.length) {
    findings.push(bad('iss', 'no_connection'))
    return []
  }
  const named = all.filter(({ issuer }) => issuer !== null && issuer === claims.iss)
  const pool = named.length ? named : all.filter(({ issuer }) => issuer === null)
  if (named.length) findings.push(good('iss', 'issuer_good', { issuer: clip(claims.iss) }))
  if (!pool.length) findings.push(wrongIssuer(all, claims.iss))
  const fitting = pool.filter(({ algorithm }) => algorithm === header.alg)
  const expected = [...new Set((pool.length ? pool : all).map(({ algorithm }) => algorithm))]
  findings.push(
    expected.some((one) => one === header.alg)
      ? good('algorithm', 'algorithm_good', { algorithm: String(header.alg) })
      : wrongAlgorithm(header.alg, expected.join(', ')),
  )
  return fitting
}

function wrongIssuer(all: Verifier[], iss: unknown): Finding {
  const expected = all.map(({ issuer }) => issuer).join(', ')
  return iss === undefined
    ? bad('iss', 'issuer_missing', { expected })
    : bad('iss', 'issuer_unknown', { issuer: clip(iss), expected })
}

function wrongAlgorithm(alg: unknown, expected: string): Finding {
  if (typeof alg !== 'string') return bad('algorithm', 'algorithm_missing', { expected })
  if (alg.toLowerCase() === 'none') return bad('algorithm', 'algorithm_none', { expected })
  return bad('algorithm', 'algorithm_other', { algorithm: clip(alg), expected })
}

async function findSigner(
  world: World,
  fitting: Verifier[],
  token: string,
  { header }: TokenText,
  findings: Finding[],
): Promise<Verifier | undefined> {
  if (!fitting.length) return undefined
  const kid = typeof header.kid === 'string' ? header.kid : undefined
  let tries = 0
  let why: Finding | undefined
  for (const connection of fitting) {
    const { keys, unread } = await keysOf(world, connection, kid)
    for (const key of keys) {
      if (tries++ >= mostTries) break
      if (!(await signedBy(token, key, connection.algorithm))) continue
      findings.push(good('signature', 'signature_good', { connection: connection.name }))
      return connection
    }
    why ??= unsigned(connection, keys.length, unread, kid)
  }
  findings.push(fitting.length === 1 && why ? why : bad('signature', 'signature_wrong'))
  return undefined
}

function unsigned(
  { name, jwks_url }: Verifier,
  keys: number,
  unread: Unread | undefined,
  kid: string | undefined,
): Finding {
  if (unread) return bad('signature', 'signature_unread', { connection: name, reason: unread })
  if (keys) return bad('signature', 'signature_wrong')
  return jwks_url && kid !== undefined
    ? bad('signature', 'signature_unknown_kid', { kid: clip(kid) })
    : bad('signature', 'signature_no_key', { connection: name })
}

interface Keys {
  keys: (Uint8Array | KeyObject)[]
  unread?: Unread
}

async function keysOf(world: World, connection: Verifier, kid: string | undefined): Promise<Keys> {
  const { algorithm, jwks_url } = connection
  // The key is the secret as it was shown, its UTF-8 bytes, undecoded: alike in every language.
  if (algorithm === 'HS256')
    return { keys: connection.secrets.map((secret) => new TextEncoder().encode(secret)) }
  const pasted = connection.jwks.map(keyObject).filter((key) => key !== undefined)
  if (!jwks_url) return { keys: pasted }
  const found = await world.keySets.find(jwks_url, algorithm, kid)
  if (typeof found === 'string') return { keys: pasted, unread: pasted.length ? undefined : found }
  return { keys: [...pasted, ...found.map(({ key }) => key)] }
}

async function signedBy(token: string, key: Uint8Array | KeyObject, algorithm: string): Promise<boolean> {
  try {
    await compactVerify(token, key, { algorithms: [algorithm] })
    return true
  } catch {
    return false
  }
}
