import { type Kysely, sql } from 'kysely'

// PostgreSQL's parser takes words that a slash, a dot or an at sign joins for one file, host or address, by whose parts
// nothing is found: "livreur/livreuse", "docs.example". And a sign before digits is part of the number: "COVID-19". So
// a control character stands for what joins two words, to which the parser stops, and which is turned back where words
// are shown. A dot between digits stays, and what names the protocol of an address is no word of it.
//
// What nobody sees in a word is taken out of it. A zero-width non-joiner of Arabic scripts, and a zero-width space of
// those that write no others, stand between words. A joiner stays between emoji.
//
// A pause where much goes on without one was a space, also to those who read what was found.
const words = String.raw`
create function parted_words(words text) returns text
language sql immutable parallel safe cost 1000
as $$
  select regexp_replace(regexp_replace(regexp_replace(regexp_replace(translate(
    translate(regexp_replace(regexp_replace(regexp_replace(words,
      E'([0-9A-Za-z\u00a0-\u1fff])\u200d', E'\\1', 'g'),
      E'([\u0600-\u08ff\ufb50-\ufefc])\u200c', E'\\1\x0f', 'g'),
      E'([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])\u200b', E'\\1\x11', 'g'),
    E'\u00ad\u200b\u200c\u2060\ufeff', ''),
    '</.@~+', E'\x03\x04\x05\x06\x07\x08'),
    E'([0-9])\x05(?=[0-9])', E'\\1.', 'g'),
    '-(?=[0-9])', E'\x0e', 'g'),
    E'\\m(https?):\x04\x04', E'\\1://', 'gi'),
    E'([^\\s\x01-\x1f]{100})(?=[^\\s\x01-\x1f])', E'\\1\x10', 'g')
$$;

create or replace function plain_words(html text) returns text
language sql immutable parallel safe cost 1000 set search_path = pg_catalog, public
as $$
  select replace(replace(replace(replace(replace(btrim(regexp_replace(regexp_replace(
    html, '</?(strong|em|code|del|a|bdi)( [^>]*)?>', '', 'g'), '(<[^>]*>|\s)+', ' ', 'g')),
    '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&#39;', ''''), '&amp;', '&')
$$;

create or replace function reply_words(html text) returns tsvector
language sql immutable parallel safe cost 10000 set search_path = pg_catalog, public
as $$
  select to_tsvector('public.parvis_en', said) || to_tsvector('public.parvis_fr', said)
    || to_tsvector('public.parvis_de', said)
  from (select parted_words(plain_words(html)) as said offset 0) once
$$;
`

const document = ['fr', 'de', 'en'].map(
  (language) =>
    `${language === 'en' ? 'else' : `when '${language}' then`} setweight(to_tsvector('parvis_${language}', parted_words(title)), 'A')
      || setweight(to_tsvector('parvis_${language}', parted_words(body)), 'C')`,
)

/** What is there is read anew: a word in an index is found only as it was read when it went in. */
const anew = [
  'reindex index posts_reply_words',
  'reindex index notes_words',
  'alter table thread_documents drop column document',
  `alter table thread_documents add column document tsvector not null
    generated always as (case language ${document.join(' ')} end) stored`,
  'create index thread_documents_words on thread_documents using gin (site_id, document) with (fastupdate = off)',
  'analyze thread_documents',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(words).execute(db)
  for (const part of anew) await sql.raw(part).execute(db)
}
