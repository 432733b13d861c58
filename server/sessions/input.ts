import { z } from '@hono/zod-openapi'
import { Email, line } from '../input.ts'
import { LocaleJson } from '../words.ts'

/** What is no sign-on token is said by the exchange itself; its bytes are bounded with the body's. */
export const SsoToken = z.strictObject({ token: z.string().min(1) })

/** The session token, or the device secret, of the guest that whoever signs in was until now. */
const Guest = z.string().max(200).optional()

/** `locale`: the language that the widget speaks there. */
export const SsoProof = SsoToken.extend({ guest: Guest, locale: LocaleJson.optional() })
export const EmailAddress = z.strictObject({ email: Email, locale: LocaleJson.optional() })
export const CodeProof = z.strictObject({
  code: z.string().regex(/^\d{6}$/, 'must be six digits'),
  device: z.string().min(10).max(100),
  locale: LocaleJson.optional(),
})
export const MemberCodeProof = CodeProof.extend({ guest: Guest })

const hex = (min: number, max: number) => z.string().regex(new RegExp(`^([0-9a-f]{2}){${min},${max}}$`))

/** A challenge as it was given out. What is in it is believed only once its signature fits. */
export const GuestChallenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal('PBKDF2/SHA-256'),
    nonce: hex(16, 16),
    salt: hex(16, 16),
    cost: z.int().min(1).max(1_000_000),
    keyLength: z.int().min(1).max(64),
    keyPrefix: hex(1, 32),
    keySignature: hex(32, 32),
    expiresAt: z.int().min(0).max(1e11),
    data: z.strictObject({ most: z.int() }),
  }),
  signature: hex(32, 32),
})

/** A challenge with the work that was done on it, as ALTCHA has both; and who the guest would like to be. */
export const GuestProof = z.strictObject({
  challenge: GuestChallenge,
  solution: z.strictObject({
    counter: z.int().min(0).max(0xffffffff),
    derivedKey: hex(32, 32),
    time: z.number().optional(),
  }),
  name: line(1, 80).optional(),
  locale: LocaleJson.optional(),
})
export type GuestProof = z.infer<typeof GuestProof>

export const GuestDevice = z.strictObject({ device: z.string().min(10).max(100) })
export const ChallengeParam = z.object({ slug: z.string(), challenge: z.string().max(100) })
export const LinkToken = z.strictObject({ token: z.string().min(10).max(100) })
