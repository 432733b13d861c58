import { sql } from 'kysely'
import type { Database } from './connect.ts'

/**
 * Has the planner learn what is in the tables that changed much since it last did, as autovacuum has in a server of
 * PostgreSQL and by its threshold, 50 rows and a tenth. An embedded database has no such process: to its planner every
 * table stayed empty, and a list of threads read all members once for each of its rows. A statement a table, since
 * nothing else is answered during one. Returns the tables it looked at, in order of their names.
 */
export async function learnTables({ kind, db }: Database): Promise<string[]> {
  if (kind !== 'embedded') return []
  // What this connection changed is counted in within a second, else.
  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c left join pg_stat_user_tables s on s.relid = c.oid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
      and (c.reltuples < 0 or s.n_mod_since_analyze > 50 + c.reltuples / 10)
    order by 1`.execute(db)
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(db)
  return rows.map(({ name }) => name)
}
