import { setImmediate } from 'node:timers/promises'
import { type Insertable, sql } from 'kysely'
import type { Trx } from '../../../server/lib/in_transaction.ts'
import type { DB } from '../../schema.ts'

// Parents before children, so that every foreign key finds its row.
const order = [
  'companies',
  'accounts',
  'members',
  'api_keys',
  'identities',
  'member_days',
  'threads',
  'posts',
  'revisions',
  'thread_counters',
  'thread_documents',
  'thread_tags',
  'votes',
  'merges',
  'official_replies',
  'accepted_replies',
  'notes',
  'assignments',
  'reports',
  'rulings',
  'sanctions',
  'roadmap_items',
  'roadmap_ideas',
  'decisions',
  'activity',
  'audit_entries',
  'notifications',
] as const satisfies (keyof DB)[]

type Table = (typeof order)[number]

const chunk = 400

/** Rows on their way into the database, gathered first and written in bulk. */
export class Rows {
  private readonly byTable = new Map<Table, object[]>()

  /** All rows of a table name the same columns; a column that is not named takes its default. */
  add<T extends Table>(table: T, row: Insertable<DB[T]>): void {
    const list = this.byTable.get(table)
    if (list) list.push(row)
    else this.byTable.set(table, [row])
  }

  /**
   * Writes everything. The event loop turns between chunks: PGlite answers without ever yielding to
   * timers and signals. A stop in the middle throws, and the caller's transaction is rolled back.
   */
  async write(trx: Trx, stop?: AbortSignal): Promise<void> {
    for (const table of order) {
      const rows = this.byTable.get(table) ?? []
      for (let from = 0; from < rows.length; from += chunk) {
        await setImmediate()
        stop?.throwIfAborted()
        await insert(trx, table, rows.slice(from, from + chunk))
      }
    }
  }
}

// One parameter instead of thousands: the server unfolds the JSON by the table's own types.
async function insert(trx: Trx, table: Table, rows: object[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::json)`.execute(
    trx,
  )
}
