import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Db } from '../../db/connect.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { unseen } from '../input.ts'
import type { Site } from '../sites/queries.ts'
import { LocaleJson } from '../words.ts'

const longestLife = 600
const skew = 60

const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** A name of somebody else's that stands for a row of ours. */
const key = z.string().min(1).max(255).refine(storable)

/** Words that others are shown, without what is not seen in them. */
const shown = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) =>
      text
        .toWellFormed()
        .normalize('NFC')
        .replace(new RegExp(unseen, 'gu'), ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .pipe(z.string().min(1).max(max))

/** What a host may say of its customer. Whatever else a token claims, a role above all, is not read. */
const Claims = z.object({
  sub: key,
  iat: z.number().finite(),
  exp: z.number().finite(),
  jti: key.optional(),
  email: z.string().trim().toLowerCase().pipe(z.email()).optional().catch(undefined),
  name: shown(200).optional().catch(undefined),
  avatar: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .optional()
    .catch(undefined),
  locale: z
    .string()
    .transform((value) => value.slice(0, 2).toLowerCase())
    .pipe(LocaleJson)
    .optional()
    .catch(undefined),
  company: z
    .object({
      id: z.union([key, z.number().finite().transform(String)]),
      name: shown(200).optional(),
      plan: z.string().max(100).refine(storable).optional(),
      revenue: z.number().finite().min(0).max(1e11).optional(),
    })
    .optional()
    .catch(undefined),
  attributes: z
    .record(
      z.string().max(60).refine(storable),
      z.union([z.string().max(500).refine(storable), z.number().finite(), z.boolean()]),
    )
    .refine((value) => Object.keys(value).length <= 30)
    .optional()
    .catch(undefined),
})
export type Claims = z.infer<typeof Claims>

export interface Connection {
  id: string
  issuer: string | null
  secrets: string[]
}

/** The site's sign-on connections with the secrets that still hold, newest first. */
export async function ssoConnections(db: Db, siteId: string, now: Date): Promise<Connection[]> {
  const rows = await db
    .selectFrom('connections as c')
    .innerJoin('connection_secrets as s', (join) =>
      join.onRef('s.site_id', '=', 'c.site_id').onRef('s.connection_id', '=', 'c.id'),
    )
    .select(['c.id', 'c.issuer', 's.secret'])
    .where('c.site_id', '=', siteId)
    .where('c.kind', '=', 'sso')
    .where((where) => where.or([where('s.expires_at', 'is', null), where('s.expires_at', '>', now)]))
    .orderBy('s.created_at', 'desc')
    .limit(20)
    .execute()
  const byId = new Map<string, Connection>()
  for (const row of rows) {
    const known = byId.get(row.id)
    if (known) known.secrets.push(row.secret)
    else byId.set(row.id, { id: row.id, issuer: row.issuer, secrets: [row.secret] })
  }
  return [...byId.values()]
}

/**
 * Verifies a JWT signed by the host (HS256; RFC 7519, RFC 8725): the algorithm is ours and not the token's,
 * `aud` is the site's slug, `sub`, `iat` and `exp` are there, and it lives ten minutes at most.
 */
export async function verifySsoToken(
  world: World,
  site: Site,
  token: string,
): Promise<{ connection: Connection; claims: Claims }> {
  refuseOddHeader(token)
  const now = world.clock.now()
  for (const connection of await ssoConnections(world.db, site.id, now)) {
    for (const secret of connection.secrets) {
      const payload = await verifyWith(secret, connection, site, token, now)
      if (payload) return { connection, claims: checkClaims(payload, now) }
    }
  }
  throw new Problem('token_refused', 'The signature does not fit any key of this site.')
}

function refuseOddHeader(token: string): void {
  let header: ReturnType<typeof decodeProtectedHeader>
  try {
    header = decodeProtectedHeader(token)
  } catch {
    throw new Problem('token_refused', 'This is not a signed JSON Web Token.')
  }
  if (header.alg !== 'HS256') throw new Problem('token_refused', 'This site takes tokens signed with HS256.')
}

async function verifyWith(
  secret: string,
  connection: Connection,
  site: Site,
  token: string,
  now: Date,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      audience: site.slug,
      issuer: connection.issuer ?? undefined,
      requiredClaims: ['sub', 'iat', 'exp'],
      clockTolerance: skew,
      currentDate: now,
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return undefined
    throw new Problem('token_refused', refusal(error))
  }
}

// In words about the claim that is wrong; what was expected of a signature is never said.
function refusal(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The token has expired.'
  if (error instanceof errors.JWTClaimValidationFailed)
    return `The claim "${error.claim}" is missing or does not fit.`
  return 'The token is not well formed.'
}

function checkClaims(payload: JWTPayload, now: Date): Claims {
  const parsed = Claims.safeParse(payload)
  if (!parsed.success) {
    const claim = parsed.error.issues[0]?.path[0]
    throw new Problem('token_refused', `The claim "${String(claim ?? 'sub')}" is missing or does not fit.`)
  }
  const { iat, exp } = parsed.data
  if (exp - iat > longestLife || exp <= iat)
    throw new Problem('token_refused', 'A token may live ten minutes at most.')
  if (iat > now.getTime() / 1000 + skew)
    throw new Problem('token_refused', 'The token was issued in the future.')
  return parsed.data
}
