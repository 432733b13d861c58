import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { readCatalog } from '../../db/archive/catalog.ts'
import type { Database } from '../../db/connect.ts'

/** A hash of every table's rows, in order and in full but for generated columns, with how many they are. */
export async function hashes(database: Database): Promise<Record<string, string>> {
  const { tables } = await readCatalog(database.db)
  const result: Record<string, string> = {}
  await database.db.transaction().execute(async (trx) => {
    await sql`set local timezone = 'UTC'`.execute(trx)
    for (const { name, columns, key } of tables) {
      const names = columns.map((column) => column.name).sort()
      const { rows } = await sql<{ row: string }>`
        select json_build_array(${sql.join(names.map((one) => sql`${sql.ref(one)}::text`))})::text as row
        from ${sql.table(name)} order by ${sql.join(key.map((one) => sql.ref(one)))}`.execute(trx)
      result[name] = `${rows.length} ${createHash('sha256')
        .update(rows.map((one) => one.row).join('\n'))
        .digest('hex')}`
    }
  })
  return result
}
