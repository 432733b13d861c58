import { z } from '@hono/zod-openapi'
import { Email } from '../input.ts'

// A password is taken whole and as typed, but for how its accents are written (RFC 8265, 4.2). Its length is in
// code points. No rule says what it must be made of.
const shortest = 8
const longest = 256

const typed = z
  .string()
  .max(longest * 4)
  .transform((text) => text.toWellFormed().normalize('NFC'))
  .openapi({ type: 'string', format: 'password', maxLength: longest })

const length = (text: string) => [...text].length

const NewPassword = typed
  .refine((text) => length(text) >= shortest, `must have at least ${shortest} characters`)
  .refine((text) => length(text) <= longest, `must have at most ${longest} characters`)
  .openapi({ type: 'string', format: 'password', minLength: shortest, maxLength: longest })

export const PasswordProof = z.strictObject({ email: Email, password: typed })
export const PasswordWish = z.strictObject({ password: NewPassword, present: typed.optional() })

const SixDigits = z.string().regex(/^\d{6}$/, 'must be six digits')

/** Six digits of the authenticator, or a recovery code. */
const FactorCode = z.string().trim().min(6).max(40)

export const AuthenticatorCode = z.strictObject({ code: SixDigits })
export const Factor = z.strictObject({ code: FactorCode })
export const SecondFactorProof = z.strictObject({
  secondFactor: z.string().min(10).max(100),
  code: FactorCode,
})
export const HandleParam = z.object({ slug: z.string(), handle: z.string().max(100) })
