import { type Kysely, sql } from 'kysely'

// What the places in a live stream are sealed with, so that they tell nobody how much happened in between. Each
// site has one of its own, which all processes share.
const key = `alter table feeds add column live_key uuid not null default gen_random_uuid()`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(key).execute(db)
}
