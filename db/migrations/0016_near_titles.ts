import { type Kysely, sql } from 'kysely'

// Titles near to words that were misspelt. The threshold of pg_trgm finds "route" for "rouet" no sooner than at
// 0.4; it belongs to this question alone, and a function is the one place that says so on every connection,
// behind a pool of connections too. pg_trgm is loaded first, since only a known setting may be named by a role
// that is no superuser.
const nearTitles = `
create function near_titles(site uuid, words text, most int) returns table (thread_id uuid, nearness real)
language sql stable set pg_trgm.word_similarity_threshold = 0.4
as $$
  select d.thread_id, public.word_similarity(words, public.f_unaccent(lower(d.title)))
  from thread_documents d
  where d.site_id = site and words operator(public.<%) public.f_unaccent(lower(d.title))
  limit most
$$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`select similarity('a', 'b')`.execute(db)
  await sql.raw(nearTitles).execute(db)
}
