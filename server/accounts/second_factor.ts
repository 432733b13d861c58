import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newToken } from '../lib/ids.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { wait } from '../sessions/identify.ts'
import type { Proof } from '../sessions/staff_cookie.ts'
import { withinOf } from '../sessions/staff_store.ts'
import { spendAuthenticatorCode } from './authenticator.ts'
import { begin, finish, tryToFinish } from './challenges.ts'
import { countSecondFactors, hasAuthenticator } from './queries.ts'
import { spendRecoveryCode } from './recovery_codes.ts'

const mostBegun = 10

/**
 * Begins the second half of a sign-in where the account has an authenticator; undefined where it is in already. A
 * passkey is both halves at once: something one has, that asked for a PIN or a finger.
 */
export async function askSecondFactor(
  world: World,
  proof: Proof,
): Promise<{ secondFactor: string; expiresAt: string } | undefined> {
  if (proof.by === 'passkey' || !(await hasAuthenticator(world.db, proof.accountId))) return undefined
  const secondFactor = newToken('pv2')
  const about = { accountId: proof.accountId, provedBy: proof.by, within: proof.within }
  const expiresAt = await world.db.transaction().execute(async (trx) => {
    await limitBegun(trx, proof, world.clock.now())
    return begin({ db: trx, clock: world.clock }, 'second_factor', secondFactor, about)
  })
  return { secondFactor, expiresAt: expiresAt.toISOString() }
}

// Who has the first factor and guesses at the second, from however many networks, gets fifty tries in ten minutes.
// Those of one site's providers are counted by themselves, so that none of them locks anybody out elsewhere.
async function limitBegun(trx: Trx, { accountId, within }: Proof, now: Date): Promise<void> {
  // Those that are begun at once are counted one after the other.
  await wait(trx, `second factor ${accountId}`)
  if ((await countSecondFactors(trx, accountId, within?.siteId ?? null, now)) < mostBegun) return
  throw new Problem('rate_limited', 'Too many sign-ins of this account wait for their second factor.', {
    headers: { 'retry-after': '600' },
  })
}

/** Checks the second factor of a sign-in that was begun: a code of the authenticator, or a recovery code. */
export async function proveSecondFactor(world: World, secret: string, code: string): Promise<Proof> {
  const begun = await tryToFinish(world, 'second_factor', secret)
  if (!begun?.account_id) throw new Problem('sign_in_over')
  await spendFactor(world, begun.account_id, code)
  if (!(await finish(world, secret))) throw new Problem('sign_in_over')
  return { accountId: begun.account_id, by: begun.proved_by as Proof['by'], within: withinOf(begun) }
}

/** Spends a code of either kind, or refuses. */
export async function spendFactor(world: World, accountId: string, code: string): Promise<void> {
  const right = /^\d{6}$/.test(code)
    ? await spendAuthenticatorCode(world, accountId, code)
    : await spendRecoveryCode(world, accountId, code)
  if (!right) throw new Problem('code_refused')
}
