import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Db } from './connect.ts'
import * as m0001 from './migrations/0001_spine.ts'
import * as m0002 from './migrations/0002_sso_connections.ts'
import * as m0003 from './migrations/0003_rate_limits.ts'
import * as m0004 from './migrations/0004_staff_credentials.ts'
import * as m0005 from './migrations/0005_guests.ts'
import * as m0006 from './migrations/0006_openid_connect.ts'
import * as m0007 from './migrations/0007_sanctions.ts'
import * as m0008 from './migrations/0008_segments.ts'
import * as m0009 from './migrations/0009_api_keys.ts'
import * as m0011 from './migrations/0011_live_keys.ts'
import * as m0012 from './migrations/0012_latest_replies.ts'
import * as m0013 from './migrations/0013_people.ts'
import * as m0014 from './migrations/0014_subscriptions.ts'
import * as m0015 from './migrations/0015_accepted_replies.ts'
import * as m0016 from './migrations/0016_near_titles.ts'
import * as m0017 from './migrations/0017_reactions.ts'
import * as m0018 from './migrations/0018_mentions.ts'
import * as m0019 from './migrations/0019_images.ts'
import * as m0020 from './migrations/0020_board_looks.ts'
import * as m0021 from './migrations/0021_oneself.ts'
import * as m0023 from './migrations/0023_reply_words.ts'
import * as m0025 from './migrations/0025_failing_jobs.ts'
import * as m0026 from './migrations/0026_note_words.ts'
import * as m0028 from './migrations/0028_assignments_by_mail.ts'
import * as m0029 from './migrations/0029_pauses_between_words.ts'
import * as m0032 from './migrations/0032_longer_unsubscribe_keys.ts'
import * as m0033 from './migrations/0033_cost_of_words.ts'
import * as m0034 from './migrations/0034_near_words.ts'
import * as m0035 from './migrations/0035_renderer_of_posts.ts'
import * as m0036 from './migrations/0036_words_apart.ts'

export const migrations = {
  '0001_spine': m0001,
  '0002_sso_connections': m0002,
  '0003_rate_limits': m0003,
  '0004_staff_credentials': m0004,
  '0005_guests': m0005,
  '0006_openid_connect': m0006,
  '0007_sanctions': m0007,
  '0008_segments': m0008,
  '0009_api_keys': m0009,
  '0011_live_keys': m0011,
  '0012_latest_replies': m0012,
  '0013_people': m0013,
  '0014_subscriptions': m0014,
  '0015_accepted_replies': m0015,
  '0016_near_titles': m0016,
  '0017_reactions': m0017,
  '0018_mentions': m0018,
  '0019_images': m0019,
  '0020_board_looks': m0020,
  '0021_oneself': m0021,
  '0023_reply_words': m0023,
  '0025_failing_jobs': m0025,
  '0026_note_words': m0026,
  '0028_assignments_by_mail': m0028,
  '0029_pauses_between_words': m0029,
  '0032_longer_unsubscribe_keys': m0032,
  '0033_cost_of_words': m0033,
  '0034_near_words': m0034,
  '0035_renderer_of_posts': m0035,
  '0036_words_apart': m0036,
}

/** The version of the schema that this source expects: the name of its last migration. */
export const schemaVersion = Object.keys(migrations).at(-1)!

/** The database was migrated by a later Parvis; there is no way down. */
export class SchemaTooNew extends Error {
  constructor(version: string) {
    super(
      `The database has the schema ${version}, which this Parvis does not know: its own is ${schemaVersion}. ` +
        'Start the version that made it, or restore a backup of before. Nothing was touched.',
    )
    this.name = 'SchemaTooNew'
  }
}

/**
 * Brings the database to this source's schema, and says which migrations that took. Safe to run from several
 * processes at once.
 */
export async function migrate(db: Db): Promise<string[]> {
  const version = await databaseVersion(db)
  if (version && !Object.hasOwn(migrations, version)) throw new SchemaTooNew(version)
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => migrations },
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).map((result) => result.migrationName)
}

/** The schema's version in the database, or undefined where it was never migrated. */
export async function databaseVersion(db: Db): Promise<string | undefined> {
  const table = await sql<{
    there: boolean
  }>`select to_regclass('public.migrations') is not null as there`.execute(db)
  if (!table.rows[0]?.there) return undefined
  const last = await sql<{ name: string }>`select name from migrations order by name desc limit 1`.execute(db)
  return last.rows[0]?.name
}
