import { z } from '@hono/zod-openapi'
import type { StaffSessionRow } from '../sessions/queries.ts'
import { MomentJson } from '../words.ts'
import type { AccountRow, PasskeyRow } from './queries.ts'

/** How one signs in. `fresh` says that the sign-in was of the last ten minutes, which changing it takes. */
export const AccountJson = z
  .object({
    email: z.string(),
    fresh: z.boolean(),
    password: z.object({ setAt: MomentJson }).nullable(),
    authenticator: z.object({ since: MomentJson, recoveryCodes: z.int() }).nullable(),
  })
  .openapi('Account')
export type AccountJson = z.infer<typeof AccountJson>

export function accountJson(row: AccountRow, fresh: boolean): AccountJson {
  const { email, set_at, confirmed_at, recovery_codes } = row
  return {
    email,
    fresh,
    password: set_at && { setAt: set_at.toISOString() },
    authenticator: confirmed_at && {
      since: confirmed_at.toISOString(),
      recoveryCodes: recovery_codes ?? 0,
    },
  }
}

/** A session of one's own. Browser and system are proper nouns, or null where they are not known. */
export const AccountSessionJson = z
  .object({
    id: z.uuid(),
    browser: z.string().nullable(),
    system: z.string().nullable(),
    provedBy: z.enum(['link', 'code', 'password', 'passkey', 'openid']),
    createdAt: MomentJson,
    seenAt: MomentJson,
    current: z.boolean(),
  })
  .openapi('AccountSession')
export type AccountSessionJson = z.infer<typeof AccountSessionJson>
export const AccountSessionsJson = z.object({ items: z.array(AccountSessionJson) }).openapi('AccountSessions')

export function accountSessionJson(row: StaffSessionRow, current: string): AccountSessionJson {
  return {
    id: row.handle,
    browser: row.browser,
    system: row.system,
    provedBy: row.proved_by as AccountSessionJson['provedBy'],
    createdAt: row.created_at.toISOString(),
    seenAt: row.seen_at.toISOString(),
    current: row.handle === current,
  }
}

/** A key for an authenticator app: as an address that it reads from a QR code, and to type. Shown this once. */
export const NewAuthenticatorJson = z
  .object({ uri: z.string(), secret: z.string() })
  .openapi('NewAuthenticator')
export type NewAuthenticatorJson = z.infer<typeof NewAuthenticatorJson>

/** Codes for the day when the authenticator is lost. Each works once; they are shown this once. */
export const RecoveryCodesJson = z.object({ codes: z.array(z.string()) }).openapi('RecoveryCodes')
export type RecoveryCodesJson = z.infer<typeof RecoveryCodesJson>

export function newAuthenticatorJson(uri: string): NewAuthenticatorJson {
  return { uri, secret: new URL(uri).searchParams.get('secret')! }
}

export const PasskeyJson = z
  .object({ id: z.uuid(), name: z.string(), createdAt: MomentJson, usedAt: MomentJson.nullable() })
  .openapi('Passkey')
export type PasskeyJson = z.infer<typeof PasskeyJson>
export const PasskeysJson = z.object({ items: z.array(PasskeyJson) }).openapi('Passkeys')

/** For the browser as it is: PublicKeyCredentialCreationOptionsJSON or PublicKeyCredentialRequestOptionsJSON. */
export const PasskeyOptionsJson = z.looseObject({ challenge: z.string() }).openapi('PasskeyOptions')

export function passkeyJson(row: PasskeyRow): PasskeyJson {
  return {
    id: row.id,
    name: row.name,
    createdAt: row.created_at.toISOString(),
    usedAt: row.used_at?.toISOString() ?? null,
  }
}
