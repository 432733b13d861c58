import { z } from '@hono/zod-openapi'
import type { Config } from '../config.ts'
import { avatarOf } from '../members/json.ts'
import { LocaleJson, MomentJson, RoleJson } from '../words.ts'

export const SessionMemberJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    avatar: z.string().nullable(),
    locale: LocaleJson.nullable(),
    role: RoleJson,
  })
  .openapi('SessionMember')
export type SessionMemberJson = z.infer<typeof SessionMemberJson>

/** A bearer session for the widget; `token` is shown this once. */
export const SessionJson = z
  .object({ token: z.string(), expiresAt: MomentJson, member: SessionMemberJson })
  .openapi('Session')
export type SessionJson = z.infer<typeof SessionJson>

/** A guest's first session; `device` is shown this once, and opens further ones on the same device. */
export const GuestSessionJson = SessionJson.extend({ device: z.string() }).openapi('GuestSession')
export type GuestSessionJson = z.infer<typeof GuestSessionJson>

/** A challenge of ALTCHA (version 2) to work on: its counter is at most `data.most`. */
export const GuestChallengeJson = z
  .object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int(),
      keyLength: z.int(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      expiresAt: z.int(),
      data: z.object({ most: z.int() }),
    }),
    signature: z.string(),
  })
  .openapi('GuestChallenge')
export type GuestChallengeJson = z.infer<typeof GuestChallengeJson>

/** A code is on its way; `challenge` and the device secret (kept by the asking browser) go with it. */
export const ChallengeJson = z
  .object({ challenge: z.uuid(), device: z.string(), expiresAt: MomentJson })
  .openapi('Challenge')
export type ChallengeJson = z.infer<typeof ChallengeJson>

/** Who is signed in to the admin of this site, and which other sites the account may open. */
export const StaffSessionJson = z
  .object({
    member: SessionMemberJson,
    /** Which account it is, the same in all of its communities; pages of the admin name it with what they ask. */
    account: z.uuid(),
    email: z.string(),
    operator: z.boolean(),
    /** Signed in by a provider of this site: the session is of this site alone, and an admin's at most. */
    ofSite: z.boolean(),
    site: z.object({ slug: z.string(), name: z.string() }),
    sites: z.array(z.object({ slug: z.string(), name: z.string(), role: RoleJson })),
    /** Whether mails land in the mailbox instead of being sent. */
    mailbox: z.boolean(),
  })
  .openapi('StaffSession')
export type StaffSessionJson = z.infer<typeof StaffSessionJson>

/** The first factor was right, and the account asks for a second: `secondFactor` is the secret that goes with it. */
export const SecondFactorJson = z
  .object({ secondFactor: z.string(), expiresAt: MomentJson })
  .openapi('SecondFactor')
export type SecondFactorJson = z.infer<typeof SecondFactorJson>

/** What can be found in a sign-on token; the admin has words for each. */
export const findingCodes = [
  'form_good',
  'form_long',
  'form_json',
  'form_encrypted',
  'form_parts',
  'form_text',
  'form_repeated',
  'form_critical',
  'no_connection',
  'issuer_good',
  'issuer_missing',
  'issuer_unknown',
  'algorithm_good',
  'algorithm_missing',
  'algorithm_none',
  'algorithm_other',
  'signature_good',
  'signature_wrong',
  'signature_no_key',
  'signature_unknown_kid',
  'signature_unread',
  'claim_good',
  'claim_missing',
  'claim_wrong',
  'aud_other',
  'time_good',
  'time_wrong',
  'iat_future',
  'nbf_future',
  'exp_past',
  'life_good',
  'life_none',
  'life_long',
  'jti_spent',
  'profile_good',
  'profile_left_out',
  'claims_ignored',
] as const
export type FindingCode = (typeof findingCodes)[number]

/** The steps of looking at a token, in their order. */
const steps = [
  'form',
  'iss',
  'algorithm',
  'signature',
  'sub',
  'aud',
  'iat',
  'exp',
  'nbf',
  'life',
  'jti',
  'profile',
] as const

export const FindingJson = z
  .object({
    step: z.enum(steps),
    state: z.enum(['good', 'bad', 'note']),
    code: z.enum(findingCodes),
    /** What the words of the code speak of, such as `claim`, `at` or `expected`. */
    values: z.record(z.string(), z.string()),
  })
  .openapi('Finding')
export type FindingJson = z.infer<typeof FindingJson>

/** What is right and wrong with a pasted token. Nothing was made, and the token was kept nowhere. */
export const TokenCheckJson = z
  .object({
    good: z.boolean(),
    /** The clock that its times were held against. */
    now: MomentJson,
    findings: z.array(FindingJson),
  })
  .openapi('TokenCheck')
export type TokenCheckJson = z.infer<typeof TokenCheckJson>

interface MemberRow {
  id: string
  name: string
  avatar_url: string | null
  picture_id: string | null
  locale: string | null
  role: string
}

export function sessionMemberJson(config: Config, member: MemberRow, siteId: string): SessionMemberJson {
  return {
    id: member.id,
    name: member.name,
    avatar: avatarOf(config, siteId, member),
    locale: member.locale as SessionMemberJson['locale'],
    role: member.role as SessionMemberJson['role'],
  }
}

export function sessionJson(
  config: Config,
  token: string,
  expiresAt: Date,
  member: MemberRow,
  siteId: string,
): SessionJson {
  return { token, expiresAt: expiresAt.toISOString(), member: sessionMemberJson(config, member, siteId) }
}
