import { sql } from 'kysely'
import type { Db } from './connect.ts'

/** The first PostgreSQL that has what the schema is written in, such as `on delete set null` of single columns. */
export const oldestPostgres = 15

/** The PostgreSQL is of a version before the first that Parvis works on. */
export class PostgresTooOld extends Error {
  readonly version: number

  constructor(version: number) {
    super(`PostgreSQL ${version} is too old: ${oldestPostgres} or later is needed.`)
    this.name = 'PostgresTooOld'
    this.version = version
  }
}

/** Asked before anything else is: what an old one would say of the first table is nothing to whoever set it up. */
export async function refuseOldPostgres(db: Db): Promise<void> {
  const { rows } = await sql<{ version: string }>`
    select current_setting('server_version_num') as version`.execute(db)
  const major = Math.floor(Number(rows[0]!.version) / 10_000)
  if (major < oldestPostgres) throw new PostgresTooOld(major)
}
