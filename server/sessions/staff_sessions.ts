import type { World } from '../context.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Role } from '../words.ts'

/** The role of somebody whom a provider of the site let in: an admin's at most, since admins set providers up. */
export function roleWithin(role: Role): Role {
  return role === 'owner' ? 'admin' : role
}

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

/** Ends every session of an account but one, and the sign-ins that wait for their second factor. */
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
  await db
    .deleteFrom('account_challenges')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'second_factor')
    .execute()
}

/** Ends the sessions that links of a site's providers opened. */
export async function endSessionsOfLinks(trx: Trx, siteId: string, linkIds: string[]): Promise<void> {
  await trx
    .deleteFrom('account_sessions')
    .where('site_id', '=', siteId)
    .where('openid_link_id', 'in', linkIds)
    .execute()
}
