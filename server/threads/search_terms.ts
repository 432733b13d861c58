import { type RawBuilder, sql } from 'kysely'
import { asMeant, joint } from './typed.ts'

/** What somebody looks for. Every one of `words` and `phrases` must be there, none of `without`. */
export interface Terms {
  words: string[]
  phrases: string[]
  without: string[]
  /** The last word, which may still be growing. */
  growing?: string
  /** What it is joined to, up to and with the sign that joins them. */
  joinedTo?: string
}

const longest = 200
const most = 12

/**
 * Reads words, "phrases" and -words, at most twelve of them in 200 characters. Whatever else was typed is no
 * operator; a quotation mark that is still open closes at the end.
 */
export function termsOf(typed: string): Terms {
  const terms: Terms = { words: [], phrases: [], without: [] }
  const asked = asMeant(typed.slice(0, longest))
  const found = [...asked.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)].slice(0, most)
  for (const [whole, minus, phrase, word] of found) {
    const text = word ?? phrase ?? ''
    if (!hasWord.test(text)) continue
    if (minus) terms.without.push(text)
    else if (word === undefined) terms.phrases.push(text)
    else if (whole === found.at(-1)![0] && asked.endsWith(word)) takeLast(terms, word)
    else terms.words.push(word)
  }
  return terms
}

/** The end of the last word may still be growing, also after others that it is joined to; a number may not. */
function takeLast(terms: Terms, word: string): void {
  const [, before = '', last] = /^(|.*[^\p{L}\p{N}\p{M}])([\p{L}\p{N}\p{M}]{2,40})$/su.exec(word) ?? []
  const splits = last !== undefined && !(/\d\.$/.test(before) && /^\d/.test(last))
  if (splits) terms.growing = last
  // Half of a word with a hyphen stands in no row with what is before it.
  const [, head = '', tail] = (splits && upToLastJoint.exec(before)) || ['', '', splits ? before : word]
  if (tail === '' && hasWord.test(head)) terms.joinedTo = head
  else terms.words.push(...[head, tail ?? ''].filter((part) => hasWord.test(part)))
}

const hasWord = /[\p{L}\p{N}]/u
const upToLastJoint = new RegExp(`^(.*(?:${joint.source}))(.*)$`, 'su')

/** Whether anything is looked for; what only leaves out would be everything else, and is nothing. */
export const asksForSomething = ({ words, phrases, growing }: Terms): boolean =>
  words.length + phrases.length > 0 || growing !== undefined

const joints = new RegExp(`${joint.source}|\\s+`, 'u')

/** How many words are marked, counted as the database takes them apart. */
const mostMarked = 16

/**
 * What is marked where it was found: the words of all that is wanted, each once, and only so many. For a phrase the
 * database weighs each place of a text against all others, and for words said again it does so anew: a text that
 * repeats a word a thousand times would take it minutes.
 */
export function markedOf({ words, phrases, growing, joinedTo }: Terms): Terms {
  const seen = new Set<string>()
  const marked: string[] = []
  let left = mostMarked
  for (const word of [...words, ...phrases, joinedTo ?? ''].flatMap((text) => text.split(joints))) {
    const parts = word.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
    const fresh = [...new Set(parts)].filter((part) => !seen.has(part))
    const whole = fresh.length > 0 && parts.length <= Math.min(4, left)
    const taken = whole ? [word] : fresh.slice(0, left)
    left -= whole ? parts.length : taken.length
    marked.push(...taken)
    for (const part of fresh) seen.add(part)
  }
  return { words: marked, phrases: [], without: [], ...(growing ? { growing } : {}) }
}

/** What must be there, in one language; empty where the language holds all of it for filler words. */
export function wantedQuery(
  config: string,
  { words, phrases, growing, joinedTo }: Terms,
): RawBuilder<unknown> {
  const named = sql.lit(config)
  const parts = [
    ...words.map((word) => (joint.test(word) ? inARow(config, word) : inEveryForm(config, word))),
    ...phrases.map((phrase) => inARow(config, phrase)),
  ]
  // Letters, marks and digits alone, so that nothing in the quotes can end them.
  if (growing) {
    const last = sql`(${inEveryForm(config, growing)} || to_tsquery(${named}, ${`'${growing}':*`}))`
    parts.push(
      joinedTo
        ? sql`(${inARow(config, joinedTo)} <-> ${last} || ${inARow(config, joinedTo + growing)})`
        : last,
    )
  }
  return sql`(${sql.join(parts, sql` && `)})`
}

const frenchForm = /^[\p{L}\p{M}'’-]*(?:er|[eé]e?s?)$/iu

const frenchYer = /(\p{L}*[aou])(?:(yer|ies?)|y[eé](e)?s?)$/iu

/**
 * A word as one language stems it. French participles end in -ée and -ées, of which the stem without accents keeps an
 * e: a word of such an ending is also asked for with that e and without. Its letters alone cannot break the query.
 */
function inEveryForm(config: string, word: string): RawBuilder<unknown> {
  const stems = sql`plainto_tsquery(${sql.lit(config)}, ${parted(word)})`
  if (config !== 'parvis_fr' || !frenchForm.test(word)) return stems
  const [pattern, forms] = yerForms(word) ?? [`'([^']+?)e?'`, String.raw`('\1' | '\1e')`]
  return sql`regexp_replace(${stems}::text, ${pattern}, ${forms}, 'g')::tsquery`
}

/**
 * "essayer" and "essaie" end in -i once stemmed, "essayé" in -y and "essayées" in -ye, and so with -oyer and -uyer.
 * A short stem in -y is mostly another word's ("pays", "La Haye", "play"), and is asked for by no other form.
 */
function yerForms(word: string): [pattern: string, forms: string] | undefined {
  const [all, stem = '', present, participle] = frenchYer.exec(word) ?? []
  if (!all) return undefined
  const stems = `'([^']*[aou])(?:i|ye?)'`
  if (stem.length > 3 || participle) return [stems, String.raw`('\1i' | '\1y' | '\1ye')`]
  return present ? [stems, String.raw`('\1i' | '\1ye')`] : undefined
}

/** The same without what must not be there. A query of that alone would walk the whole index, and finds nothing. */
export function wholeQuery(config: string, wanted: string, { without }: Terms): RawBuilder<unknown> {
  const column = sql.ref(wanted)
  const not = without.map((text) => sql` && !! ${inARow(config, text)}`)
  return sql`case when numnode(${column}) = 0 then ''::tsquery else ${column}${sql.join(not, sql``)} end`
}

/** Any of what must not be there, in one language. */
export const unwantedQuery = (config: string, { without }: Terms): RawBuilder<unknown> =>
  sql`(${sql.join([sql`''::tsquery`, ...without.map((text) => inARow(config, text))], sql` || `)})`

const inARow = (config: string, words: string) => sql`phraseto_tsquery(${sql.lit(config)}, ${parted(words)})`

/** As it is parted where it is found. Most words hold nothing that would be, and the call is dear for them all. */
const parted = (text: string) =>
  joint.test(text) || text.length > 100 ? sql`parted_words(${text})` : sql`${text}`
