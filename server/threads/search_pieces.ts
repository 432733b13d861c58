import { sql } from 'kysely'
import { configOf, ownQuery } from './search_asked.ts'

/** Marks of the database around what matched: characters that no stored text holds. */
export const markFrom = '\u0001'
export const markTo = '\u0002'

/** Stands for `<` while a piece is cut, since what looks like markup would be left out of it. */
const less = '\u0003'

/** A whole title of the thread `d`. Only what is wanted is marked. */
export const headline = (text: string) =>
  sql`translate(${marked(plain(text), 'HighlightAll=true')}, ${less}, '<')`

/** What stands more than six words before the first match: that one is to be seen where a row has room for a line. */
const tooFarBefore = `^[^${markFrom}]*?((?:[^${markFrom}\\s]+\\s+){0,6}[^${markFrom}\\s]*${markFrom})`

/**
 * At most so many words of a text, those around what is wanted, and an ellipsis where more stand before or after. The
 * first 6,000 characters are looked at, of which a longer text tells no more to who looks over a list.
 */
export function piece(text: string, words: number) {
  const options = `MaxFragments=1, MaxWords=${words}, MinWords=${words / 2}, ShortWord=0`
  const cut = (rest: string) =>
    sql`case when ${sql.ref(rest)} ~ '[^[:space:][:punct:]]' then '…' else ${sql.ref(rest)} end`
  return sql`(select translate(${cut('c.before')} || c.shown || ${cut('c.after')}, ${less}, '<') from (
      select s.shown, left(s.whole, f.place - 1) as before, substr(s.whole, f.place + length(f.bare)) as after from (
        select t.whole, regexp_replace(${marked(sql`left(t.whole, 6000)`, options)}, ${tooFarBefore}, '\\1') as shown from (select ${plain(text)} as whole offset 0) t offset 0) s
      cross join lateral (select translate(s.shown, ${markFrom + markTo}, '') as bare offset 0) b
      cross join lateral (select b.bare, strpos(s.whole, b.bare) as place) f) c)`
}

/** The text's own control characters are taken for spaces. */
const plain = (text: string) =>
  sql`translate(${sql.raw(text)}, ${`${markFrom}${markTo}${less}<`}, ${`   ${less}`})`

function marked(text: ReturnType<typeof plain>, options: string) {
  const given = `StartSel="${markFrom}", StopSel="${markTo}", ${options}`
  return sql`ts_headline(${configOf}, ${text}, ${ownQuery('d.language', 'asked.mark_')}, ${given})`
}
