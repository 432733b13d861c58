import { hash, verify } from '@node-rs/argon2'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newToken } from '../lib/ids.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { endOtherSessions } from '../sessions/staff_sessions.ts'
import { type Holder, requireFresh } from './holder.ts'
import { findPassword, findPasswordOfStaff } from './queries.ts'
import { refuseWeak } from './weak_password.ts'

// argon2id, which is the library's own choice, with what OWASP's Password Storage Cheat Sheet asks for: 19 MiB, two
// passes, one lane.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// What is compared where there is no password, so that an unknown address costs what a known one does.
let decoy: Promise<string> | undefined

/** The account on the team of a site that an address and a password prove; all that does not fit is refused alike. */
export async function provePassword(
  world: World,
  siteId: string,
  email: string,
  password: string,
): Promise<string> {
  decoy ??= hash(newToken('decoy'), cost)
  const row = await findPasswordOfStaff(world.db, siteId, email)
  const right = await verify(row?.hash ?? (await decoy), password)
  if (!row?.hash || !right) throw new Problem('sign_in_refused')
  return row.id
}

/**
 * Gives the account a password, or another one. That takes the present one, or where there is none a sign-in just
 * now. Every other session of the account ends.
 */
export async function setPassword(
  world: World,
  holder: Holder,
  wish: { password: string; present?: string | undefined },
): Promise<void> {
  const known = await findPassword(world.db, holder.accountId)
  if (!known) requireFresh(world, holder)
  else if (!wish.present || !(await verify(known.hash, wish.present))) throw new Problem('password_wrong')
  await refuseWeak(world.db, holder, wish.password)
  const row = { hash: await hash(wish.password, cost), set_at: world.clock.now() }
  await inTransaction(
    world,
    holder.siteId,
    async (trx) => {
      await trx
        .insertInto('account_passwords')
        .values({ account_id: holder.accountId, ...row })
        .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
        .execute()
      await endOtherSessions(trx, holder.accountId, holder.session)
      await audit(trx, holder.siteId, holder.memberId, 'password.set', 'member', holder.memberId)
    },
    'quiet',
  )
}

/** Takes the password away, for who forgot it or wants none; the code by e-mail stays. Takes a sign-in just now. */
export async function removePassword(world: World, holder: Holder): Promise<void> {
  requireFresh(world, holder)
  await inTransaction(
    world,
    holder.siteId,
    async (trx) => {
      const removed = await trx
        .deleteFrom('account_passwords')
        .where('account_id', '=', holder.accountId)
        .returning('account_id')
        .executeTakeFirst()
      if (!removed) throw new Problem('not_found')
      await endOtherSessions(trx, holder.accountId, holder.session)
      await audit(trx, holder.siteId, holder.memberId, 'password.remove', 'member', holder.memberId)
    },
    'quiet',
  )
}
