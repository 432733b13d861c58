import { type Kysely, sql } from 'kysely'

// Finds the posts that an older renderer made, of which there are none but after an update.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index posts_renderer on posts (site_id, renderer)`.execute(db)
}
