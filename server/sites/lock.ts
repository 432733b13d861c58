import { sql } from 'kysely'
import type { Trx } from '../lib/in_transaction.ts'

/**
 * Waits for every other change of the site's structure, so that what must hold of a whole list (its length,
 * its last of a kind) can be asked and kept. Changes of content do not wait for it.
 */
export async function lockStructure(trx: Trx, siteId: string): Promise<void> {
  await sql`select from sites where id = ${siteId} for no key update`.execute(trx)
}
