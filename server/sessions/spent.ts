import { Problem } from '../errors.ts'
import type { Trx } from '../lib/in_transaction.ts'
import { type Claims, skew } from './claims.ts'

/**
 * Spends a verified token of a connection: its `jti`, where it has one, is taken once. Waits for a removal of the
 * connection that is under way, and is refused after it.
 */
export async function spendToken(
  trx: Trx,
  siteId: string,
  connectionId: string,
  claims: Claims,
): Promise<void> {
  await stillThere(trx, siteId, connectionId)
  if (!claims.jti) return
  const usableUntil = new Date((claims.exp + skew) * 1000)
  const spent = await trx
    .insertInto('spent_tokens')
    .values({ site_id: siteId, connection_id: connectionId, jti: claims.jti, expires_at: usableUntil })
    .onConflict((conflict) => conflict.doNothing())
    .returning('jti')
    .executeTakeFirst()
  if (!spent) throw new Problem('token_refused', 'This token was used already.')
}

// Taken away just now, it would break the keys of the rows that follow; held, it stays until these are there.
async function stillThere(trx: Trx, siteId: string, connectionId: string): Promise<void> {
  const connection = await trx
    .selectFrom('connections')
    .select('id')
    .where('site_id', '=', siteId)
    .where('id', '=', connectionId)
    .forKeyShare()
    .executeTakeFirst()
  if (!connection) throw new Problem('token_refused', 'The connection of this token was removed.')
}
