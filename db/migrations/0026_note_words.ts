import { type Kysely, sql } from 'kysely'

// The team looks for its notes by what they say, as for replies: in all three languages, since a note has none.
// To read what one says is dear, which the planner has to know, or it reads all of a site's one by one.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index notes_words on notes using gin (site_id, reply_words(html))`.execute(db)
  await sql`alter function reply_words(text) cost 1000`.execute(db)
}
