import { sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

let made = 0

/**
 * Has the database refuse the updates (or what is inserted into it) of a table for which `when` is true (SQL, of `new`), as one does that has no room
 * left or stops, until `end`.
 */
export async function refusing(db: Db, table: string, when: string, change: 'update' | 'insert' = 'update') {
  const name = `refusing_${++made}`
  await sql
    .raw(`create sequence ${name};
    create function ${name}() returns trigger language plpgsql as $$
      begin perform nextval('${name}'); raise exception 'No room.' using errcode = '53100'; end $$;
    create trigger ${name} before ${change} on ${table} for each row when (${when}) execute function ${name}();`)
    .execute(db)
  return {
    /** Whether it refused something yet: what a sequence gives is not taken back. */
    async refused(): Promise<boolean> {
      const { rows } = await sql<{ is_called: boolean }>`select is_called from ${sql.table(name)}`.execute(db)
      return rows[0]!.is_called
    },
    async end(): Promise<void> {
      await sql
        .raw(`drop trigger ${name} on ${table}; drop function ${name}(); drop sequence ${name};`)
        .execute(db)
    },
  }
}
