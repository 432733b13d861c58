import { randomBytes } from 'node:crypto'
import { createTOTPKeyURI, verifyHOTP } from '@oslojs/otp'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { endOtherSessions } from '../sessions/staff_sessions.ts'
import { type Holder, requireFresh } from './holder.ts'
import { findAuthenticator } from './queries.ts'
import { dropRecoveryCodes, newRecoveryCodes } from './recovery_codes.ts'

// RFC 6238 with what every app takes: SHA-1, six digits, thirty seconds; a key of 160 bits (RFC 4226, R6).
const stepSeconds = 30
const digits = 6
const keyBytes = 20

/**
 * Makes the key of an authenticator and returns it as the address that an app reads. It is asked for by nothing
 * until a code shows that the app has it. Begun again, the key is another.
 */
export async function beginAuthenticator(world: World, holder: Holder, email: string): Promise<string> {
  requireFresh(world, holder)
  const row = { secret: randomBytes(keyBytes), created_at: world.clock.now(), last_step: 0 }
  const begun = await world.db
    .insertInto('account_authenticators')
    .values({ account_id: holder.accountId, ...row })
    .onConflict((conflict) =>
      conflict.column('account_id').doUpdateSet(row).where('account_authenticators.confirmed_at', 'is', null),
    )
    .returning('account_id')
    .executeTakeFirst()
  if (!begun) throw new Problem('conflict', 'The account has an authenticator. Turn that one off first.')
  return createTOTPKeyURI(world.config.publicUrl.host, email, row.secret, stepSeconds, digits)
}

/**
 * Puts the authenticator to use, once a code shows that the app has its key, and returns the recovery codes, which
 * are shown this once. Sessions that were opened without it end.
 */
export async function confirmAuthenticator(world: World, holder: Holder, code: string): Promise<string[]> {
  requireFresh(world, holder)
  const row = await findAuthenticator(world.db, holder.accountId)
  if (!row) throw new Problem('not_found')
  if (row.confirmed_at) throw new Problem('conflict', 'The authenticator is in use already.')
  const step = stepOf(world.clock.now(), row.secret, code)
  if (step === undefined) throw new Problem('code_refused')
  return inTransaction(
    world,
    holder.siteId,
    async (trx) => {
      const confirmed = await trx
        .updateTable('account_authenticators')
        .set({ confirmed_at: world.clock.now(), last_step: step })
        .where('account_id', '=', holder.accountId)
        .where('secret', '=', row.secret)
        .where('confirmed_at', 'is', null)
        .returning('account_id')
        .executeTakeFirst()
      if (!confirmed) throw new Problem('conflict', 'It was begun anew meanwhile.')
      await endOtherSessions(trx, holder.accountId, holder.session)
      await audit(trx, holder.siteId, holder.memberId, 'authenticator.add', 'member', holder.memberId)
      return newRecoveryCodes(trx, holder.accountId)
    },
    'quiet',
  )
}

/** Takes the authenticator and its recovery codes away. The caller has spent a code for it. */
export async function removeAuthenticator(world: World, holder: Holder): Promise<void> {
  await inTransaction(
    world,
    holder.siteId,
    async (trx) => {
      await trx.deleteFrom('account_authenticators').where('account_id', '=', holder.accountId).execute()
      await dropRecoveryCodes(trx, holder.accountId)
      await audit(trx, holder.siteId, holder.memberId, 'authenticator.remove', 'member', holder.memberId)
    },
    'quiet',
  )
}

/** Whether a code is right, and of a later time step than any that was taken before: each is taken once. */
export async function spendAuthenticatorCode(
  world: World,
  accountId: string,
  code: string,
): Promise<boolean> {
  const row = await findAuthenticator(world.db, accountId)
  const step = row?.confirmed_at ? stepOf(world.clock.now(), row.secret, code) : undefined
  if (step === undefined) return false
  const taken = await world.db
    .updateTable('account_authenticators')
    .set({ last_step: step })
    .where('account_id', '=', accountId)
    .where('last_step', '<', step)
    .returning('account_id')
    .executeTakeFirst()
  return taken !== undefined
}

/** The time step that a code is of: this one, or one beside it, since clocks differ (RFC 6238, 5.2). */
function stepOf(now: Date, key: Uint8Array, code: string): number | undefined {
  const present = Math.floor(now.getTime() / (stepSeconds * 1000))
  return [present, present - 1, present + 1].find((step) => verifyHOTP(key, BigInt(step), digits, code))
}
