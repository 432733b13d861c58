import { type Kysely, sql } from 'kysely'

// The team looks for its notes by what they say, as for replies: in all three languages, since a note has none.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index notes_words on notes using gin (site_id, reply_words(html))`.execute(db)
}
