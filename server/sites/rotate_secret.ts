import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { newSecret } from '../lib/secrets.ts'

/** How long the secrets before a new one still hold, so that a host can be changed without an outage. */
export const overlapInSeconds = 24 * 3600

/**
 * Gives the site's host sign-on a new secret and returns it, shown this once. The ones before it hold another
 * 24 hours; one that was to end sooner still does. `actorId` is null for the operator's command.
 */
export async function rotateSecret(world: World, siteId: string, actorId: string | null): Promise<string> {
  const secret = newSecret()
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const now = world.clock.now()
      // Two rotations at once wait for each other here, so that the first one's secret gets its end too.
      const connection = await trx
        .selectFrom('connections')
        .select('id')
        .where('site_id', '=', siteId)
        .where('kind', '=', 'sso')
        .orderBy('created_at')
        .limit(1)
        .forUpdate()
        .executeTakeFirst()
      if (!connection) throw new Problem('not_found')
      await sql`update connection_secrets set expires_at = least(expires_at, ${later(now, overlapInSeconds)}::timestamptz)
        where site_id = ${siteId} and connection_id = ${connection.id}`.execute(trx)
      await sql`delete from connection_secrets
        where site_id = ${siteId} and connection_id = ${connection.id} and expires_at < ${now}`.execute(trx)
      await trx
        .insertInto('connection_secrets')
        .values({ site_id: siteId, id: newId(), connection_id: connection.id, secret, created_at: now })
        .execute()
      await audit(trx, siteId, actorId, 'secret.rotate', 'connection', connection.id)
    },
    'structure',
  )
  return secret
}
