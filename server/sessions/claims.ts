import { z } from 'zod'
import { onOneLine, unseen } from '../input.ts'
import { seen } from '../lib/seen.ts'
import { LocaleJson } from '../words.ts'
import { bad, clip, type Finding, good, momentOf, note } from './findings.ts'

const longestLife = 600
/** Seconds by which two clocks may differ. */
export const skew = 60

const storable = (text: string) => text.isWellFormed() && !text.includes('\0')

/** A name of somebody else's that stands for a row of ours. */
const key = z.string().min(1).max(255).refine(storable)

/** Words that others are shown, without what is not seen in them. */
const shown = (max: number) =>
  z
    .string()
    .max(max * 4)
    .transform((text) => onOneLine(text.replace(new RegExp(unseen, 'gu'), ' ')))
    .pipe(z.string().min(1).max(max).regex(seen))

// Lower case makes an ASCII letter of some that are none, such as the Kelvin sign, so that is refused first.
const address = z
  .string()
  .trim()
  .max(254)
  .regex(/^[\x21-\x7e]+$/)
  .toLowerCase()
  .pipe(z.email())

/** What a host may say of its customer; what does not fit is left out. A role above all is not read. */
const Profile = z.object({
  email: address.optional().catch(undefined),
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
      plan: z.string().max(100).refine(storable).nullable().optional(),
      revenue: z.number().finite().min(0).max(1e11).nullable().optional(),
    })
    .nullable()
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

export interface Claims extends z.infer<typeof Profile> {
  sub: string
  exp: number
  jti?: string
}

const registered = ['sub', 'aud', 'iss', 'iat', 'exp', 'nbf', 'jti']

type Unread = Record<string, unknown>

/** Judges each claim by itself: who is meant, for which site, and whether the time is right by our clock. */
export function judgeClaims(claims: Unread, slug: string, now: Date): Finding[] {
  return [
    judgeName(claims, 'sub'),
    judgeAudience(claims.aud, slug),
    ...judgeTimes(claims, now.getTime() / 1000),
    ...('jti' in claims ? [judgeName(claims, 'jti')] : []),
    ...judgeProfile(claims),
  ]
}

/** What the claims say, once every finding about them is good. */
export function readClaims(claims: Unread): Claims {
  const { sub, exp, jti } = claims as unknown as Claims
  return { ...Profile.parse(claims), sub, exp, jti }
}

function judgeName(claims: Unread, claim: 'sub' | 'jti'): Finding {
  const value = claims[claim]
  if (value === undefined) return bad(claim, 'claim_missing', { claim })
  return key.safeParse(value).success
    ? good(claim, 'claim_good', { claim, value: clip(value) })
    : bad(claim, 'claim_wrong', { claim })
}

function judgeAudience(aud: unknown, slug: string): Finding {
  if (aud === undefined) return bad('aud', 'claim_missing', { claim: 'aud' })
  const list = Array.isArray(aud) ? aud : [aud]
  if (!list.length || !list.every((one) => typeof one === 'string'))
    return bad('aud', 'claim_wrong', { claim: 'aud' })
  return list.includes(slug)
    ? good('aud', 'claim_good', { claim: 'aud', value: slug })
    : bad('aud', 'aud_other', { value: clip(list.join(', ')), expected: slug })
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function judgeTimes(claims: Unread, now: number): Finding[] {
  const { iat, exp, nbf } = claims
  const found: Finding[] = []
  const judge = (claim: 'iat' | 'exp' | 'nbf', value: unknown, late: (time: number) => Finding | undefined) =>
    found.push(
      isTime(value)
        ? (late(value) ?? good(claim, 'time_good', { claim, at: momentOf(value) }))
        : bad(claim, value === undefined ? 'claim_missing' : 'time_wrong', { claim }),
    )
  judge('iat', iat, (at) => (at > now + skew ? bad('iat', 'iat_future', { at: momentOf(at) }) : undefined))
  judge('exp', exp, (at) => (at <= now - skew ? bad('exp', 'exp_past', { at: momentOf(at) }) : undefined))
  if (nbf !== undefined)
    judge('nbf', nbf, (at) => (at > now + skew ? bad('nbf', 'nbf_future', { at: momentOf(at) }) : undefined))
  if (isTime(iat) && isTime(exp)) found.push(judgeLife(exp - iat))
  return found
}

function judgeLife(seconds: number): Finding {
  const values = { seconds: String(Math.ceil(seconds)), most: String(longestLife) }
  if (seconds <= 0) return bad('life', 'life_none', values)
  return seconds > longestLife ? bad('life', 'life_long', values) : good('life', 'life_good', values)
}

/** What is left out or not read at all is said, since it fails nothing and would only be missed later. */
function judgeProfile(claims: Unread): Finding[] {
  const read = Profile.parse(claims)
  const named = Object.keys(Profile.shape) as (keyof typeof read)[]
  const given = named.filter((claim) => claims[claim] !== undefined)
  const kept = given.filter((claim) => read[claim] !== undefined)
  const others = Object.keys(claims).filter(
    (claim) => !registered.includes(claim) && !named.includes(claim as keyof typeof read),
  )
  return [
    ...(kept.length ? [good('profile', 'profile_good', { claims: kept.join(', ') })] : []),
    ...given
      .filter((claim) => !kept.includes(claim))
      .map((claim) => note('profile', 'profile_left_out', { claim })),
    ...(others.length
      ? [note('profile', 'claims_ignored', { claims: clip(others.slice(0, 10).join(', ')) })]
      : []),
  ]
}
