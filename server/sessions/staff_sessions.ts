import { type RawBuilder, sql } from 'kysely'
import type { World } from '../context.ts'
import { changesChannel, signedOut, type Trx } from '../lib/in_transaction.ts'
import type { Role } from '../words.ts'

/** The role of somebody whom a provider of the site let in: an admin's at most, since admins set providers up. */
export function roleWithin(role: Role): Role {
  return role === 'owner' ? 'admin' : role
}

/** Ends one of an account's sessions; false where it has none by that handle. */
export async function endSessionOf(world: World, accountId: string, handle: string): Promise<boolean> {
  return (await endSessions(world.db, sql`account_id = ${accountId} and handle = ${handle}`)) > 0
}

/** Ends every session of an account but one, and the sign-ins that wait for their second factor. */
export async function endOtherSessions(
  db: World['db'] | Trx,
  accountId: string,
  handle: string,
): Promise<void> {
  await endSessions(db, sql`account_id = ${accountId} and handle <> ${handle}`)
  await db
    .deleteFrom('account_challenges')
    .where('account_id', '=', accountId)
    .where('kind', '=', 'second_factor')
    .execute()
}

/** Ends the sessions that links of a site's providers opened. */
export async function endSessionsOfLinks(trx: Trx, siteId: string, linkIds: string[]): Promise<void> {
  await endSessions(trx, sql`site_id = ${siteId} and openid_link_id = any(${linkIds}::uuid[])`)
}

/**
 * Ends those sessions that a condition picks and returns how many they were. They are of no site, so each process is
 * told of each, this one too, once it is committed: live streams end with them.
 */
export async function endSessions(db: World['db'] | Trx, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql`
    with ended as (delete from account_sessions where ${which} returning handle)
    select pg_notify(${changesChannel}, ${signedOut} || ' ' || handle::text) from ended`.execute(db)
  return rows.length
}
