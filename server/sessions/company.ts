import { newId } from '../lib/ids.ts'
import type { Trx } from '../lib/in_transaction.ts'
import type { Claims } from './claims.ts'

type Said = NonNullable<Claims['company']>

/** A company that a host spoke of, and what was said of it that was not known before. */
export interface KeptCompany {
  id: string
  changed: ('name' | 'plan' | 'revenue')[]
}

/**
 * Keeps what a host says of a customer's company, for all its people: what is left out stays, what is null is nothing
 * from now on. Most say again what they said before, and a row that stays as it is costs no write and no lock.
 */
export async function keepCompany(trx: Trx, siteId: string, said: Said): Promise<KeptCompany> {
  const before = await trx
    .selectFrom('companies')
    .select(['id', 'name', 'plan', 'revenue'])
    .where('site_id', '=', siteId)
    .where('external_id', '=', said.id)
    .executeTakeFirst()
  const now = saidOf(said)
  const changed = (Object.keys(now) as (keyof typeof now)[]).filter((key) => now[key] !== before?.[key])
  if (before && !changed.length) return { id: before.id, changed }
  const { id } = await trx
    .insertInto('companies')
    .values({ site_id: siteId, id: newId(), external_id: said.id, name: said.id, ...now })
    .onConflict((conflict) =>
      conflict
        .columns(['site_id', 'external_id'])
        .doUpdateSet(changed.length ? now : { external_id: said.id }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, changed }
}

function saidOf({ name, plan, revenue }: Said) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(plan === undefined ? {} : { plan }),
    // As the column holds it, or it would seem to change each time.
    ...(revenue === undefined ? {} : { revenue: revenue && Math.round(revenue * 100) / 100 }),
  }
}
