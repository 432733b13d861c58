import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { configs, listedIn, ownQuery, type Search, threadJoin } from './search_queries.ts'

const shortest = 4
const longest = 20
/** Words that are put right in one search. */
const most = 3
const mostCounted = 20
const mostWalked = 5000
const letters = [...'abcdefghijklmnopqrstuvwxyz']

type Asked = Pick<Search, 'siteId' | 'filter'>

/**
 * What was typed with its unknown words put right, or undefined where there is none to put right. A word is unknown
 * where nothing that may be read holds it, and put right by the one known word that is a letter away from it: one
 * letter too many, too few, another, or two that changed places.
 */
export async function putRight(db: Db, asked: Asked, typed: string): Promise<string | undefined> {
  const parts = typed.split(/([\p{L}\p{N}\p{M}]+)/u)
  // Every second part is a word. The last may still be growing where nothing was typed after it.
  const words = parts.filter((_, index) => index % 2 === 1).map(plain)
  const open = parts.at(-1) === '' ? words.length - 1 : -1
  const fitting = words.flatMap((word, index) => (fits(word) ? [index] : []))
  if (!fitting.length) return undefined
  const known = await knownWords(
    db,
    asked,
    fitting.map((index) => words[index]! + (index === open ? ':*' : '')),
  )
  const unknown = fitting.filter((_, index) => !known.has(index))
  if (!unknown.length || unknown.length > most) return undefined
  for (const index of unknown) {
    const right = await nearestWord(db, asked, words[index]!, index === open)
    if (!right) return undefined
    parts[2 * index + 1] = right
  }
  return parts.join('')
}

const fits = (word: string): boolean =>
  /^[a-z]+$/.test(word) && word.length >= shortest && word.length <= longest

/** As the index holds it: in small letters without accents. */
const plain = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')

/** Which of the words, or beginnings with `:*`, are somewhere, or fillers of a language, that no index holds. */
async function knownWords(db: Db, asked: Asked, words: string[]): Promise<Set<number>> {
  const fillers = Object.values(configs).map(
    (config) => sql`numnode(to_tsquery(${sql.lit(config)}, w.word)) = 0`,
  )
  const { rows } = await sql<{ place: number }>`
    select w.place::int as place from unnest(${words}::text[]) with ordinality w(word, place)
    where ${sql.join(fillers, sql` or `)} or ${foundWith(asked, sql`w.word`, 1)} > 0`.execute(db)
  return new Set(rows.map((row) => row.place - 1))
}

/** The likest known word: with the same first letter before others, then the one that most threads have. */
export async function nearestWord(
  db: Db,
  asked: Asked,
  word: string,
  open: boolean,
): Promise<string | undefined> {
  const { rows } = await sql<{ word: string }>`
    select f.word from (
      select w.*, ${foundWith(asked, open ? sql`w.word || ':*'` : sql`w.word`, mostCounted)} as found
      from unnest(${lettersAway(word)}::text[]) with ordinality w(word, place)) f
    where f.found > 0
    order by left(f.word, 1) = ${word[0]} desc, f.found desc, f.place limit 1`.execute(db)
  return rows[0]?.word
}

/** How many threads and replies that may be read hold a word, of which `text` is the query, in the thread's language. */
function foundWith({ siteId, filter }: Asked, text: RawBuilder<unknown>, limit: number) {
  const each = Object.entries(configs).map(
    ([language, config]) => sql`to_tsquery(${sql.lit(config)}, ${text}) as ${sql.ref(language)}`,
  )
  const own = ownQuery('d.language', 'q.')
  return sql`(select count(*)::int from (
      select a.*, en || fr || de as any_of from (select ${sql.join(each)} offset 0) a) q cross join lateral (
        select from (
          select d.thread_id, d.language, d.document from thread_documents d
          where d.site_id = ${siteId} and d.document @@ q.any_of limit ${mostWalked}) d
        join thread_counters c on c.site_id = ${siteId} and c.thread_id = d.thread_id ${threadJoin(filter)}
        where d.document @@ ${own} and ${listedIn(filter)}
        union all select from (
          select p.thread_id, p.id, p.html from posts p where p.site_id = ${siteId} and p.kind = 'reply'
            and p.deleted_at is null and reply_words(p.html) @@ q.any_of limit ${mostWalked}) p
        join thread_counters c on c.site_id = ${siteId} and c.thread_id = p.thread_id ${threadJoin(filter)}
        join thread_documents d on d.site_id = ${siteId} and d.thread_id = p.thread_id
        where ${listedIn(filter)} and reply_words(p.html) @@ ${own} and not exists (select from rulings r
          where r.site_id = ${siteId} and r.post_id = p.id and r.lifted_at is null)
        limit ${limit}) held)`
}

/** The words one edit away, most likely ones first: two letters that changed places, one too many, another, one too few. */
function lettersAway(word: string): string[] {
  const at = [...word].map((_, index) => index)
  const swapped = at.slice(1).map((i) => word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1))
  const without = at.map((i) => word.slice(0, i) + word.slice(i + 1))
  const another = at.flatMap((i) => letters.map((letter) => word.slice(0, i) + letter + word.slice(i + 1)))
  const between = [...at, word.length].flatMap((i) =>
    letters.map((letter) => word.slice(0, i) + letter + word.slice(i)),
  )
  return [...new Set([...swapped, ...without, ...between, ...another])].filter((one) => one !== word)
}
