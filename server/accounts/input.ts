import { z } from '@hono/zod-openapi'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { Email, line } from '../input.ts'

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

const Base64Url = z
  .string()
  .max(20_000)
  .regex(/^[\w-]+$/)

// What a browser's credential says of itself in JSON (Web Authentication, Level 3, 5.1). What else it holds is let
// through, and read by nothing.
const credential = {
  id: Base64Url,
  rawId: Base64Url,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
}

const NewPasskeyResponse = z
  .looseObject({
    ...credential,
    response: z.looseObject({
      clientDataJSON: Base64Url,
      attestationObject: Base64Url,
      transports: z
        .array(z.string().regex(/^[a-z-]{1,20}$/))
        .max(10)
        .optional(),
    }),
  })
  .transform((value) => value as unknown as RegistrationResponseJSON)
export const NewPasskey = z.strictObject({ name: line(1, 60), response: NewPasskeyResponse })

export const PasskeyProof = z.strictObject({
  response: z
    .looseObject({
      ...credential,
      response: z.looseObject({
        clientDataJSON: Base64Url,
        authenticatorData: Base64Url,
        signature: Base64Url,
        userHandle: Base64Url.nullish(),
      }),
    })
    .transform((value) => value as unknown as AuthenticationResponseJSON),
})
export const PasskeyParam = z.object({ slug: z.string(), passkey: z.string().max(100) })
