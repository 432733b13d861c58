import { randomInt } from 'node:crypto'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { hashToken } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import type { Holder } from './holder.ts'

const howMany = 10

// 32 letters and digits that are not taken for each other, sixteen of them: 80 bits, so that a bare hash keeps them.
const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Recovery codes anew. The caller has spent a code of the authenticator for it. */
export function renewRecoveryCodes(world: World, holder: Holder): Promise<string[]> {
  return inTransaction(
    world,
    holder.siteId,
    async (trx) => {
      await audit(trx, holder.siteId, holder.memberId, 'recovery.renew', 'member', holder.memberId)
      return newRecoveryCodes(trx, holder.accountId)
    },
    'quiet',
  )
}

/** Ten codes for the day when the authenticator is lost, in the place of those there were. Shown this once. */
export async function newRecoveryCodes(trx: Trx, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: howMany }, newCode)
  await dropRecoveryCodes(trx, accountId)
  await trx
    .insertInto('account_recovery_codes')
    .values(codes.map((code) => ({ account_id: accountId, code_hash: hashCode(code) })))
    .execute()
  return codes
}

function newCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

// As it is typed: with or without hyphens and spaces, in either case.
function hashCode(code: string): string {
  return hashToken(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

export async function dropRecoveryCodes(trx: Trx, accountId: string): Promise<void> {
  await trx.deleteFrom('account_recovery_codes').where('account_id', '=', accountId).execute()
}

/** Whether a recovery code is right; it is spent by that. */
export async function spendRecoveryCode(world: World, accountId: string, code: string): Promise<boolean> {
  const spent = await world.db
    .updateTable('account_recovery_codes')
    .set({ used_at: world.clock.now() })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hashCode(code))
    .where('used_at', 'is', null)
    .returning('account_id')
    .executeTakeFirst()
  return spent !== undefined
}
