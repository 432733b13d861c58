import type { Db } from '../../db/connect.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** The account of somebody of a site's team by its address, with the hash of its password where it has one. */
export function findPasswordOfStaff(db: Db, siteId: string, email: string) {
  return db
    .selectFrom('accounts')
    .innerJoin('members', 'members.account_id', 'accounts.id')
    .leftJoin('account_passwords', 'account_passwords.account_id', 'accounts.id')
    .select(['accounts.id', 'account_passwords.hash'])
    .where('members.site_id', '=', siteId)
    .where('accounts.email', '=', email)
    .where('members.role', 'in', ['owner', 'admin', 'moderator', 'product'])
    .where('members.erased_at', 'is', null)
    .executeTakeFirst()
}

export function findPassword(db: Db, accountId: string) {
  return db
    .selectFrom('account_passwords')
    .select(['hash', 'set_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** What somebody and their site are called, and their address with its part before the @. */
export async function ownNames(
  db: Db,
  { siteId, memberId, accountId }: { siteId: string; memberId: string; accountId: string },
): Promise<string[]> {
  const row = await db
    .selectFrom('members')
    .innerJoin('sites', 'sites.id', 'members.site_id')
    .innerJoin('accounts', 'accounts.id', 'members.account_id')
    .select([
      'members.name',
      'accounts.name as account',
      'accounts.email',
      'sites.name as site',
      'sites.slug',
    ])
    .where('members.site_id', '=', siteId)
    .where('members.id', '=', memberId)
    .where('accounts.id', '=', accountId)
    .executeTakeFirst()
  return row ? [...Object.values(row), row.email.split('@')[0]!] : []
}

export function findAuthenticator(db: Db, accountId: string) {
  return db
    .selectFrom('account_authenticators')
    .select(['secret', 'confirmed_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** Whether the account is asked for a second factor. */
export async function hasAuthenticator(db: Db, accountId: string): Promise<boolean> {
  const row = await findAuthenticator(db, accountId)
  return row?.confirmed_at != null
}

/** Sign-ins of an account that passed their first factor, at a provider of one site or else, and wait for the second. */
export async function countSecondFactors(
  db: Db | Trx,
  accountId: string,
  siteId: string | null,
  now: Date,
): Promise<number> {
  const { count } = await db
    .selectFrom('account_challenges')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('kind', '=', 'second_factor')
    .where('site_id', 'is not distinct from', siteId)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow()
  return count
}

/** The account as its holder sees it. */
export function readAccount(db: Db, accountId: string) {
  return db
    .selectFrom('accounts')
    .leftJoin('account_passwords as password', 'password.account_id', 'accounts.id')
    .leftJoin('account_authenticators as authenticator', 'authenticator.account_id', 'accounts.id')
    .select(['accounts.email', 'password.set_at', 'authenticator.confirmed_at'])
    .select((row) =>
      row
        .selectFrom('account_recovery_codes as code')
        .select((code) => code.fn.countAll<number>().as('count'))
        .whereRef('code.account_id', '=', 'accounts.id')
        .where('code.used_at', 'is', null)
        .as('recovery_codes'),
    )
    .where('accounts.id', '=', accountId)
    .executeTakeFirst()
}
export type AccountRow = NonNullable<Awaited<ReturnType<typeof readAccount>>>

/** An account's passkeys, the oldest first. */
export function listPasskeys(db: Db | Trx, accountId: string) {
  return db
    .selectFrom('account_passkeys')
    .select(['id', 'credential_id', 'transports', 'name', 'created_at', 'used_at'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .limit(100)
    .execute()
}
export type PasskeyRow = Awaited<ReturnType<typeof listPasskeys>>[number]

export function findPasskey(db: Db, credentialId: string) {
  return db
    .selectFrom('account_passkeys')
    .select(['id', 'account_id', 'credential_id', 'public_key', 'counter', 'transports'])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
}
