import { type RawBuilder, sql } from 'kysely'
import { configOf, ownQuery } from './search_asked.ts'

/** Marks of the database around what matched: characters that no stored text holds. */
export const markFrom = '\u0001'
export const markTo = '\u0002'

/** What stands for others in `parted_words`, the last for nothing; and what they stand for. */
const standIns = '\u0003\u0004\u0005\u0006\u0007\u0008\u000e\u000f\u0011\u0010'
const standFor = '</.@~+-\u200c\u200b'

/** A whole title of the thread `d`. Only what is wanted is marked. */
export const headline = (text: string) => asWritten(marked(plain(text), 'HighlightAll=true'))

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
  return sql`(select ${cut('c.before')} || c.shown || ${cut('c.after')} from (
      select ${asWritten(sql`s.shown`)} as shown, ${asWritten(sql`left(s.whole, f.place - 1)`)} as before,
        ${asWritten(sql`substr(s.whole, f.place + length(f.bare))`)} as after from (
        select t.whole, regexp_replace(${marked(sql`left(t.whole, 6000)`, options)}, ${tooFarBefore}, '\\1') as shown from (select ${plain(text)} as whole offset 0) t offset 0) s
      cross join lateral (select translate(s.shown, ${markFrom + markTo}, '') as bare offset 0) b
      cross join lateral (select b.bare, strpos(s.whole, b.bare) as place) f) c)`
}

/** The words as they were indexed. The text's own control characters are taken for spaces. */
const plain = (text: string) =>
  sql`parted_words(translate(${sql.raw(text)}, ${markFrom + markTo + standIns}, ${' '.repeat(12)}))`

const asWritten = (text: RawBuilder<unknown>) => sql`translate(${text}, ${standIns}, ${standFor})`

function marked(text: ReturnType<typeof plain>, options: string) {
  const given = `StartSel="${markFrom}", StopSel="${markTo}", ${options}`
  return sql`ts_headline(${configOf}, ${text}, ${ownQuery('d.language', 'asked.mark_')}, ${given})`
}
