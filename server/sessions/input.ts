import { z } from '@hono/zod-openapi'
import { Email } from '../input.ts'
import { LocaleJson } from '../words.ts'

/** What is no sign-on token is said by the exchange itself; its bytes are bounded with the body's. */
export const SsoToken = z.strictObject({ token: z.string().min(1) })
export const EmailAddress = z.strictObject({ email: Email, locale: LocaleJson.optional() })
export const CodeProof = z.strictObject({
  code: z.string().regex(/^\d{6}$/, 'must be six digits'),
  device: z.string().min(10).max(100),
  locale: LocaleJson.optional(),
})
export const ChallengeParam = z.object({ slug: z.string(), challenge: z.string().max(100) })
export const LinkToken = z.strictObject({ token: z.string().min(10).max(100) })
