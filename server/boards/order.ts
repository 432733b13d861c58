import { sql } from 'kysely'
import { audit } from '../audit/audit.ts'
import type { World } from '../context.ts'
import { Problem } from '../errors.ts'
import { inTransaction } from '../lib/in_transaction.ts'
import { positions } from '../lib/positions.ts'
import { lockStructure } from '../sites/lock.ts'

export type Ordered = 'boards' | 'statuses' | 'stages' | 'tags' | 'segments'

/**
 * Puts a whole list into the order given. A list that is not the one there now, because somebody made or
 * deleted something meanwhile, is a conflict. Places are no part of a word's revision.
 */
export async function putOrder(
  world: World,
  siteId: string,
  table: Ordered,
  slugs: string[],
  by: string,
): Promise<void> {
  if (new Set(slugs).size !== slugs.length) {
    throw new Problem('invalid_input', undefined, {
      errors: [{ path: 'items', message: 'must name each once' }],
    })
  }
  await inTransaction(
    world,
    siteId,
    async (trx) => {
      await lockStructure(trx, siteId)
      const living = table === 'boards' ? sql`and archived_at is null` : sql``
      const { rows } = await sql<{ slug: string }>`
        select slug from ${sql.table(table)} where site_id = ${siteId} ${living} limit 1000`.execute(trx)
      const known = new Set(rows.map((row) => row.slug))
      if (known.size !== slugs.length || !slugs.every((slug) => known.has(slug))) {
        throw new Problem('conflict', 'The list has changed since you read it. Load it again.')
      }
      await sql`
        update ${sql.table(table)} w set position = o.position
        from unnest(${slugs}::text[], ${positions(slugs.length)}::text[]) as o(slug, position)
        where w.site_id = ${siteId} and w.slug = o.slug`.execute(trx)
      await audit(trx, siteId, by, `${table}.order`, table, siteId, { items: slugs })
    },
    'structure',
  )
}
