import { type Kysely, sql } from 'kysely'

// Whether there is a thread of the very title that is being typed was asked of the trigrams, which give all titles
// that hold its letters: thousands for one common word.
//
// New words go into their indexes at once. PostgreSQL puts them on a list of up to 4 MB otherwise, until a vacuum, and
// each look into the index reads that list: a word that is put right takes hundreds of looks.
const parts = [
  'create index thread_documents_same_title on thread_documents (site_id, f_unaccent(lower(title)))',
  ...['thread_documents_words', 'posts_reply_words'].flatMap((index) => [
    `alter index ${index} set (fastupdate = off)`,
    `select gin_clean_pending_list('${index}')`,
  ]),
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of parts) await sql.raw(part).execute(db)
}
