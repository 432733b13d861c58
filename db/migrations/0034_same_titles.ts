import { type Kysely, sql } from 'kysely'

// Whether there is a thread of the very title that is being typed was asked of the trigrams, which give all titles
// that hold its letters: thousands for one common word.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index thread_documents_same_title on thread_documents (site_id, f_unaccent(lower(title)))`.execute(
    db,
  )
}
