import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../db/connect.ts'
import { configs, ownQuery } from './search_asked.ts'
import { listedIn, type Search, threadJoin } from './search_queries.ts'
import type { Terms } from './search_terms.ts'
import { withoutUnseen } from './typed.ts'

const shortest = 4
const longest = 20
/** Words that are put right in one search. */
const most = 3
const mostCounted = 20
const mostWalked = 5000
const letters = [...'abcdefghijklmnopqrstuvwxyz']

type Asked = Pick<Search, 'siteId' | 'filter'>

/** Shorter ones are near to anything. */
const shortestNear = 3

/** What is asked without its operators, as far as something near may answer it: what is left out or a phrase never is. */
export function nearWords({ words, growing, joinedTo, without, phrases }: Terms): string | undefined {
  const plain = [...words, `${joinedTo ?? ''}${growing ?? ''}`].join(' ').trim()
  return without.length || phrases.length || plain.length < shortestNear ? undefined : plain
}

/** The words that a search which found nothing may have been meant for. */
export const meantBy = async (db: Db, asked: Asked & { terms: Terms }, typed: string) =>
  nearWords(asked.terms) ? putRight(db, asked, typed) : undefined

/**
 * What was typed with its unknown words put right, or undefined where there is none to put right. A word is unknown
 * where nothing that may be read holds it, and put right by the one known word that is a letter away from it: one
 * letter too many, too few, another, or two that changed places.
 */
export async function putRight(db: Db, asked: Asked, typed: string): Promise<string | undefined> {
  const parts = withoutUnseen(typed).split(/([\p{L}\p{N}\p{M}]+)/u)
  // Every second part is a word. The last may still be growing where nothing was typed after it.
  const words = parts.flatMap((part, place) => {
    const growing = place === parts.length - 2 && parts.at(-1) === ''
    return place % 2 && fits(plain(part)) ? [{ word: plain(part), growing, place }] : []
  })
  if (!words.length) return undefined
  return db.transaction().execute(async (trx) => {
    // Hundreds of looks into an index seem to be so much work that PostgreSQL compiles them, for most of a second.
    await sql`set local jit = off`.execute(trx)
    const unknown = await unknownWords(trx, asked, words)
    if (!unknown.length || unknown.length > most) return undefined
    const known = words.filter((one) => !unknown.includes(one)).map(asTerm)
    for (const one of unknown) {
      const right = await nearestWord(trx, asked, one, known)
      if (!right) return undefined
      parts[one.place] = right
      known.push(right)
    }
    return parts.join('')
  })
}

interface Word {
  word: string
  /** Whether it may be the beginning of one. */
  growing: boolean
}

const asTerm = ({ word, growing }: Word): string => (growing ? `${word}:*` : word)

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

/** Those of the words that no board holds which may be read, and no fillers of a language, which no index holds. */
async function unknownWords<Typed extends Word>(
  db: Db,
  { siteId, filter }: Asked,
  words: Typed[],
): Promise<Typed[]> {
  const { sort, limit } = filter
  const everywhere = { siteId, filter: { boardIds: filter.readable ?? filter.boardIds, sort, limit } }
  const fillers = Object.values(configs).map(
    (config) => sql`numnode(to_tsquery(${sql.lit(config)}, w.word)) = 0`,
  )
  const texts = words.map(asTerm)
  const { rows } = await sql<{ place: number }>`
    select w.place::int as place from unnest(${texts}::text[]) with ordinality w(word, place)
    where not (${sql.join(fillers, sql` or `)}) and ${foundWith(everywhere, sql`w.word`, 1)} = 0`.execute(db)
  return rows.map(({ place }) => words[place - 1]!)
}

/**
 * The likest known word, if any: one that stands together with the others that were asked for before one that does
 * not, one with the same first letter before others, then the one that most threads have.
 */
async function nearestWord(db: Db, asked: Asked, typed: Word, known: string[]): Promise<string | undefined> {
  const [together] = known.length ? await knownNear(db, asked, typed, known) : []
  const [right] = together ? [together] : await knownNear(db, asked, typed, [])
  return right?.word
}

/** The likest known word of those that stand together with some others. */
export async function knownNear(
  db: Db,
  asked: Asked,
  { word, growing }: Word,
  others: string[],
): Promise<{ word: string }[]> {
  // Few miss the first letter, and a beginning of another letter is the beginning of many words.
  const texts = lettersAway(word).map((one) => (growing && one[0] === word[0] ? `${one}:*` : one))
  const { rows } = await sql<{ word: string }>`
    select rtrim(f.word, ':*') as word from (
      select w.*, ${foundWith(asked, sql`w.word`, mostCounted, others)} as found
      from unnest(${texts}::text[]) with ordinality w(word, place) offset 0) f
    where f.found > 0
    order by left(f.word, 1) = ${word[0]} desc, f.found desc, f.place limit 1`.execute(db)
  return rows
}

/**
 * How many threads and replies that may be read hold a word, of which `text` is the query, and these others too, in
 * the thread's language.
 */
function foundWith(
  { siteId, filter }: Asked,
  text: RawBuilder<unknown>,
  limit: number,
  others: string[] = [],
) {
  // A beginning is no word, and its stem would be the beginning of too many.
  const begun = sql`case when ${text} like '%:*' then (${text})::tsquery else ''::tsquery end`
  const each = Object.entries(configs).map(([language, config]) => {
    const one = sql`(to_tsquery(${sql.lit(config)}, rtrim(${text}, ':*')) || ${begun})`
    const beside = sql`to_tsquery(${sql.lit(config)}, ${others.join(' & ')})`
    return sql`${others.length ? sql`${one} && ${beside}` : one} as ${sql.ref(language)}`
  })
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
        cross join lateral (
          select from thread_counters c ${threadJoin(filter)}
          join threads d on d.site_id = c.site_id and d.id = c.thread_id
          where c.site_id = ${siteId} and c.thread_id = p.thread_id and ${listedIn(filter)}
            and reply_words(p.html) @@ ${own} and not exists (select from rulings r
              where r.site_id = ${siteId} and r.post_id = p.id and r.lifted_at is null) offset 0) l
        limit ${limit}) held)`
}

/** The words one edit away, most likely ones first: two letters that changed places, one too many, another, one too few. */
function lettersAway(word: string): string[] {
  const at = [...word].map((_, index) => index)
  const swapped = at.slice(1).map((i) => word.slice(0, i - 1) + word[i] + word[i - 1] + word.slice(i + 1))
  // The first letter is missed at times, and seldom another.
  const after = at.slice(1)
  const without = after.map((i) => word.slice(0, i) + word.slice(i + 1))
  const another = after.flatMap((i) => letters.map((letter) => word.slice(0, i) + letter + word.slice(i + 1)))
  const between = [...at, word.length].flatMap((i) =>
    letters.map((letter) => word.slice(0, i) + letter + word.slice(i)),
  )
  return [...new Set([...swapped, ...without, ...between, ...another])].filter((one) => one !== word)
}
