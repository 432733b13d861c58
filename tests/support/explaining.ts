import { type CompiledQuery, sql } from 'kysely'
import type { Db } from '../../db/connect.ts'

/** How the database would answer what is asked of it, in one text; with `settings`, such as `enable_seqscan = off`. */
export function planOf(
  db: Db,
  ask: (explaining: Db) => Promise<unknown[]>,
  ...settings: string[]
): Promise<string> {
  return db.transaction().execute(async (trx) => {
    for (const setting of settings) await sql.raw(`set local ${setting}`).execute(trx)
    const explaining = new Proxy(trx, {
      get(target, name) {
        if (name !== 'getExecutor') return Reflect.get(target, name)
        return () =>
          new Proxy(trx.getExecutor(), {
            get(executor, name) {
              if (name === 'executeQuery')
                return (query: CompiledQuery) =>
                  executor.executeQuery({ ...query, sql: `explain analyze ${query.sql}` })
              return (Reflect.get(executor, name) as (...args: unknown[]) => unknown).bind(executor)
            },
          })
      },
    })
    const rows = (await ask(explaining)) as Record<string, string>[]
    return rows.map((row) => Object.values(row)[0]).join('\n')
  })
}
