import { type RawBuilder, sql } from 'kysely'
import { markedOf, type Terms, unwantedQuery, wantedQuery, wholeQuery } from './search_terms.ts'

/** Our text search configurations by language. */
export const configs = { en: 'parvis_en', fr: 'parvis_fr', de: 'parvis_de' } as const

/** The language of a thread, as its configuration. */
export const configOf = sql`case d.language when 'fr' then 'parvis_fr'::regconfig when 'de' then 'parvis_de'::regconfig else 'parvis_en'::regconfig end`

/** The words of a post's HTML, in the language of the thread `d`; `column` is of our own. */
export const documentOf = (column: string) =>
  sql`to_tsvector(${configOf}, parted_words(plain_words(${sql.ref(column)})))`

/** A scan of an index for each language; one that asks for the same as English is not made twice. */
const anyOf = (words: RawBuilder<unknown>) => sql`${words} @@ asked.en
  or ${words} @@ (case when asked.fr = asked.en then ''::tsquery else asked.fr end)
  or ${words} @@ (case when asked.de in (asked.en, asked.fr) then ''::tsquery else asked.de end)`

export const matchesAny = anyOf(sql`d.document`)
export const replyMatchesAny = anyOf(sql`reply_words(p.html)`)
export const noteMatchesAny = anyOf(sql`reply_words(n.html)`)

/** What is asked, as the tables `wanted` and `asked` of a query for each language. */
export function asking(terms: Terms) {
  const each = (make: (language: 'en' | 'fr' | 'de') => RawBuilder<unknown>) =>
    sql.join([make('en'), make('fr'), make('de')])
  const marked = markedOf(terms)
  return sql`wanted as materialized (
      select ${each((language) => sql`${wantedQuery(configs[language], terms)} as ${sql.ref(`want_${language}`)}`)},
        ${each((language) => sql`${wantedQuery(configs[language], marked)} as ${sql.ref(`mark_${language}`)}`)}),
    asked as materialized (
      select wanted.*, ${each((language) => sql`${wholeQuery(configs[language], `want_${language}`, terms)} as ${sql.ref(language)}`)},
        ${each((language) => sql`${unwantedQuery(configs[language], terms)} as ${sql.ref(`not_${language}`)}`)}
      from wanted)`
}

export const ownQuery = (language: string, prefix: string) =>
  sql`case ${sql.ref(language)} when 'fr' then ${sql.ref(`${prefix}fr`)} when 'de' then ${sql.ref(`${prefix}de`)} else ${sql.ref(`${prefix}en`)} end`

/**
 * Where there is a minus: of some rows with a `thread_id`, those of threads that do not hold what is left out, neither
 * in their words nor in a reply that may be read; with `hidden`, replies that customers do not read count too. Asked
 * of one row after another (`offset 0`), so that rows in order cost no more than fill a page.
 */
export function holdNone(siteId: string, { without }: Terms, rows: string, hidden = false) {
  if (!without.length) return sql``
  const unwanted = ownQuery('d.language', 'asked.not_')
  const readable = sql`and not exists (select from rulings g
    where g.site_id = ${siteId} and g.post_id = o.id and g.lifted_at is null)`
  return sql`where not exists (select from asked cross join threads d
    where d.site_id = ${siteId} and d.id = ${sql.ref(`${rows}.thread_id`)} and numnode(${unwanted}) > 0 and (
      exists (select from thread_documents o where o.site_id = ${siteId} and o.thread_id = d.id and o.document @@ ${unwanted})
      or exists (select from posts o where o.site_id = ${siteId} and o.thread_id = d.id and o.kind = 'reply'
        and o.deleted_at is null and ${documentOf('o.html')} @@ ${unwanted} ${hidden ? sql`` : readable}))
    offset 0)`
}
