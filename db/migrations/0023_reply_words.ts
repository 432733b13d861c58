import { type Kysely, sql } from 'kysely'

// Replies are searched by an index over what they say, in all three languages, since a reply's language is its
// thread's; which of them counts is asked when it is found. The path is set because an index is built with none.
const words = `
create function plain_words(html text) returns text
language sql immutable parallel safe set search_path = pg_catalog, public
as $$
  select replace(replace(replace(replace(replace(btrim(regexp_replace(regexp_replace(
    html, '</?(strong|em|code|del|a|bdi)( [^>]*)?>', '', 'g'), '(<[^>]*>|\\s)+', ' ', 'g')),
    '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&')
$$;

create function reply_words(html text) returns tsvector
language sql immutable parallel safe set search_path = pg_catalog, public
as $$
  select to_tsvector('public.parvis_en', plain_words(html)) || to_tsvector('public.parvis_fr', plain_words(html))
    || to_tsvector('public.parvis_de', plain_words(html))
$$;

create index posts_reply_words on posts using gin (site_id, reply_words(html))
  where kind = 'reply' and deleted_at is null;
`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(words).execute(db)
}
