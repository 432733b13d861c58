import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { later } from '../lib/clock.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { newSecret } from '../lib/secrets.ts'
import { connectionForChange, mostKeys } from './queries.ts'

/** How long the secrets before a new one still hold, so that a host can be changed without an outage. */
const overlapInSeconds = 24 * 3600

export interface RotatedSecret {
  /** The new one, shown this once. */
  secret: string
  oldOnesHoldUntil: Date
}

/**
 * Gives a connection a new secret. The ones before it hold another 24 hours; one that was to end sooner still
 * does. Of many made in a day only the newest few hold. `actorId` is null for the operator's command.
 */
export async function rotateSecret(
  world: World,
  siteId: string,
  connectionId: string,
  actorId: string | null,
): Promise<RotatedSecret> {
  const secret = newSecret()
  const now = world.clock.now()
  const oldOnesHoldUntil = later(now, overlapInSeconds)
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      // Two rotations at once wait for each other here, so that the first one's secret gets its end too.
      const connection = await connectionForChange(trx, siteId, connectionId)
      if (!connection) throw new Problem('not_found')
      if (connection.algorithm !== 'HS256')
        throw new Problem('conflict', 'This connection verifies by public keys and has no secret.')
      await sql`update connection_secrets set expires_at = least(expires_at, ${oldOnesHoldUntil}::timestamptz)
        where site_id = ${siteId} and connection_id = ${connectionId}`.execute(trx)
      await sql`delete from connection_secrets s
        where site_id = ${siteId} and connection_id = ${connectionId} and (expires_at < ${now} or id not in (
          select id from connection_secrets n where n.site_id = s.site_id and n.connection_id = s.connection_id
          order by n.created_at desc, n.id desc limit ${mostKeys - 1}))`.execute(trx)
      await trx
        .insertInto('connection_secrets')
        .values({ site_id: siteId, id: newId(), connection_id: connectionId, secret, created_at: now })
        .execute()
      await audit(trx, siteId, actorId, 'secret.rotate', 'connection', connectionId, {
        name: connection.name,
      })
    },
    'quiet',
  )
  return { secret, oldOnesHoldUntil }
}

/** Rotates the secret of the site's first connection that has one: what the operator's command means. */
export async function rotateFirstSecret(world: World, siteId: string): Promise<RotatedSecret> {
  const connection = await world.db
    .selectFrom('connections')
    .select('id')
    .where('site_id', '=', siteId)
    .where('kind', '=', 'sso')
    .where('algorithm', '=', 'HS256')
    .orderBy('created_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!connection) throw new Problem('not_found', 'This site has no sign-on connection with a secret.')
  return rotateSecret(world, siteId, connection.id, null)
}

/** Ends a secret before its time, such as one that got out. The one that holds without end is rotated instead. */
export async function endSecret(
  world: World,
  siteId: string,
  connectionId: string,
  id: string,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const connection = await connectionForChange(trx, siteId, connectionId)
      const secret = await trx
        .selectFrom('connection_secrets')
        .select('expires_at')
        .where('site_id', '=', siteId)
        .where('connection_id', '=', connectionId)
        .where('id', '=', id)
        .executeTakeFirst()
      if (!connection || !secret) throw new Problem('not_found')
      if (secret.expires_at === null)
        throw new Problem('in_use', 'This is the newest secret. Make a new one first, then end this one.')
      await trx.deleteFrom('connection_secrets').where('site_id', '=', siteId).where('id', '=', id).execute()
      await audit(trx, siteId, by, 'secret.end', 'connection', connectionId, { name: connection.name })
    },
    'quiet',
  )
}
