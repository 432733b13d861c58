import { type Kysely, sql } from 'kysely'

// What a reply says in three languages takes tens of microseconds, and a tenth of a second where it was made to: the
// planner is told so. Its plain text is now made once for the three; what comes out is the same, so the indexes stay.
const words = `
create or replace function reply_words(html text) returns tsvector
language sql immutable parallel safe cost 10000 set search_path = pg_catalog, public
as $$
  select to_tsvector('public.parvis_en', said) || to_tsvector('public.parvis_fr', said)
    || to_tsvector('public.parvis_de', said)
  from (select plain_words(html) as said offset 0) once
$$;

alter function plain_words(text) cost 1000;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(words).execute(db)
}
