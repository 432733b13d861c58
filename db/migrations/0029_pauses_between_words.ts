import { type Kysely, sql } from 'kysely'

// From each of some characters on, such as the @ of an address, the parser of words looks to the end of what goes on
// without a space, and from each `<!--` to the end of the text: 20 kB of them took it minutes. So both get a space. The
// index of the replies that are there stays: what they are found by has changed in next to none of them.
const words = `
create or replace function plain_words(html text) returns text
language sql immutable parallel safe set search_path = pg_catalog, public
as $$
  select regexp_replace(replace(
    replace(replace(replace(replace(replace(btrim(regexp_replace(regexp_replace(
      html, '</?(strong|em|code|del|a|bdi)( [^>]*)?>', '', 'g'), '(<[^>]*>|\\s)+', ' ', 'g')),
      '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&'),
    '<!', '< !'), '(\\S{100})(?=\\S)', '\\1 ', 'g')
$$;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(words).execute(db)
}
