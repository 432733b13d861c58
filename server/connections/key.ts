import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { newId } from '../lib/ids.ts'
import { inTransaction, type Trx } from '../lib/in_transaction.ts'
import { type PublicAlgorithm, type PublicKey, readPublicKey } from './public_key.ts'
import { connectionForChange, mostKeys } from './queries.ts'

/** Adds a public key to a connection: tokens signed by any of its keys are good, so that a host changes over at ease. */
export async function addKey(
  world: World,
  siteId: string,
  connectionId: string,
  pasted: string,
  by: string,
): Promise<void> {
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      const connection = await connectionForChange(trx, siteId, connectionId)
      if (!connection) throw new Problem('not_found')
      if (connection.algorithm === 'HS256')
        throw new Problem('conflict', 'This connection verifies by a secret and has no public keys.')
      const key = await readPublicKey(pasted, connection.algorithm as PublicAlgorithm)
      await refuseTooMany(trx, siteId, connectionId)
      await insertKey(trx, siteId, connectionId, key, world.clock.now())
      await audit(trx, siteId, by, 'connection.add_key', 'connection', connectionId, {
        name: connection.name,
        thumbprint: key.thumbprint,
      })
    },
    'quiet',
  )
}

async function refuseTooMany(trx: Trx, siteId: string, connectionId: string): Promise<void> {
  const { count } = await trx
    .selectFrom('connection_keys')
    .select((row) => row.fn.countAll<number>().as('count'))
    .where('site_id', '=', siteId)
    .where('connection_id', '=', connectionId)
    .executeTakeFirstOrThrow()
  if (count >= mostKeys) throw new Problem('conflict', `A connection has at most ${mostKeys} keys.`)
}

/** Keeps a public key, inside a transaction of the caller. */
export async function insertKey(
  trx: Trx,
  siteId: string,
  connectionId: string,
  { jwk, thumbprint }: PublicKey,
  now: Date,
): Promise<void> {
  const made = await trx
    .insertInto('connection_keys')
    .values({
      site_id: siteId,
      id: newId(),
      connection_id: connectionId,
      jwk: JSON.stringify(jwk),
      thumbprint,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) throw new Problem('conflict', 'This connection has that key already.')
}

/** Takes a public key away: what it signed is refused from now on. */
export async function removeKey(
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
      const gone = await trx
        .deleteFrom('connection_keys')
        .where('site_id', '=', siteId)
        .where('connection_id', '=', connectionId)
        .where('id', '=', id)
        .returning('thumbprint')
        .executeTakeFirst()
      if (!connection || !gone) throw new Problem('not_found')
      await audit(trx, siteId, by, 'connection.remove_key', 'connection', connectionId, {
        name: connection.name,
        thumbprint: gone.thumbprint,
      })
    },
    'quiet',
  )
}
