import type { World } from '../context.ts'
import type { Trx } from '../lib/in_transaction.ts'

/** Ends one of an account's sessions; false where it has none by that handle. */
export async function endSessionOf(world: World, accountId: string, handle: string): Promise<boolean> {
  const ended = await world.db
    .deleteFrom('account_sessions')
    .where('account_id', '=', accountId)
    .where('handle', '=', handle)
    .returning('handle')
    .executeTakeFirst()
  return ended !== undefined
}

/** Ends every session of an account but one. */
export async function endOtherSessions(
  db: World['db'] | Trx,
  accountId: string,
  handle: string,
): Promise<void> {
  await db
    .deleteFrom('account_sessions')
    .where('account_id', '=', accountId)
    .where('handle', '<>', handle)
    .execute()
}
