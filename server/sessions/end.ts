import type { World } from '../context.ts'
import { hashToken } from '../lib/ids.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import type { Site } from '../sites/queries.ts'
import { spendToken } from './spent.ts'
import { verifySsoToken } from './sso.ts'

/** Ends the session of a bearer token. */
export async function endSession(world: World, siteId: string, token: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await trx
        .deleteFrom('sessions')
        .where('site_id', '=', siteId)
        .where('token_hash', '=', hashToken(token))
        .execute()
    },
    'structure',
  )
}

/** Ends every widget session of a member, on all devices. */
export async function endSessionsOf(world: World, siteId: string, memberId: string): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await trx
        .deleteFrom('sessions')
        .where('site_id', '=', siteId)
        .where('member_id', '=', memberId)
        .execute()
    },
    'structure',
  )
}

/**
 * Ends what a connection let its subject into, on all devices: the host's own sign-out, said by its server in a token
 * like that of a sign-on. Sessions that the same person opened by another way stay. Nobody is made by it, and the
 * answer is the same for a subject that was never here.
 */
export async function endHostSessions(world: World, site: Site, token: string): Promise<void> {
  const { connection, claims } = await verifySsoToken(world, site, token)
  await inTransaction(
    world,
    site.id,
    async (trx) => {
      await spendToken(trx, site.id, connection.id, claims)
      await trx
        .deleteFrom('sessions')
        .using('identities')
        .whereRef('identities.site_id', '=', 'sessions.site_id')
        .whereRef('identities.member_id', '=', 'sessions.member_id')
        .whereRef('identities.connection_id', '=', 'sessions.connection_id')
        .where('sessions.site_id', '=', site.id)
        .where('identities.connection_id', '=', connection.id)
        .where('identities.subject', '=', claims.sub)
        .execute()
    },
    'structure',
  )
}
