import { replaceText } from '../../ui/replace_text.ts'
import { linesAround } from './written_lines.ts'

type Span = [from: number, to: number]

/** Words of a line with the signs before and after them; `length` is that of one sign. */
interface Marked {
  from: number
  to: number
  length: number
}

/** A sign before and after words of a line, such as of emphasis. */
export interface WordMark {
  sign: string
  /** The words of a line that have it. */
  marked: (line: string) => Marked[]
}

/** Code of a line: a run of backticks ends with the next that is as long (CommonMark, 6.1). */
const codeOf = (line: string): Marked[] => {
  const runs = [...line.matchAll(/(?<![\\`])`+/g)].map(({ index, 0: run }) => ({ index, length: run.length }))
  // Where the next run of each length stands, from the last one backwards: a line may have thousands.
  const seen = new Map<number, number>()
  const ends = runs.map(() => -1)
  for (let at = runs.length - 1; at >= 0; at--) {
    const { length } = runs[at]!
    ends[at] = seen.get(length) ?? -1
    seen.set(length, at)
  }
  const found: Marked[] = []
  for (let at = 0; at < runs.length; at++) {
    const end = ends[at]!
    if (end < 0) continue
    const { index, length } = runs[at]!
    found.push({ from: index, to: runs[end]!.index + length, length })
    at = end
  }
  return found
}

/** Words between a sign that may open and the next that may close (CommonMark, 6.2), none of them within code. */
const emphasisOf = (line: string, opening: RegExp, closing: RegExp, length: number): Marked[] => {
  // As long as it was, so that places stay what they are; no sign is found in it.
  let words = ''
  for (const { from, to } of codeOf(line)) words += line.slice(words.length, from) + '`'.repeat(to - from)
  words += line.slice(words.length)
  const opens = words.matchAll(opening)
  const closes = words.matchAll(closing)
  const next = (signs: typeof opens, from: number): number | undefined => {
    for (;;) {
      const { value, done } = signs.next()
      if (done || value.index >= from) return value?.index
    }
  }
  const found: Marked[] = []
  for (let at = 0; ; at = found.at(-1)!.to) {
    const from = next(opens, at)
    const to = from === undefined ? from : next(closes, from + length)
    if (from === undefined || to === undefined) return found
    found.push({ from, to: to + length, length })
  }
}

export const codeMark: WordMark = { sign: '`', marked: codeOf }
export const boldMark: WordMark = {
  sign: '**',
  marked: (line) => emphasisOf(line, /(?<!\\)\*\*(?=\S)/g, /(?<=[^\s\\])\*\*/g, 2),
}
/** Within a word it is none. */
export const italicMark: WordMark = {
  sign: '_',
  marked: (line) => emphasisOf(line, /(?<![\\\p{L}\p{N}])_(?=\S)/gu, /(?<=[^\s\\])_(?![\p{L}\p{N}])/gu, 1),
}

/** What makes an item or a quote of a line, and is no word of it. */
const lead = /^\s*(?:(?:>|[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\] )?)*/

/** The words of each line that are selected; where there are none, the place of the caret. */
const wordsOf = ({ value, selectionStart: start, selectionEnd: end }: HTMLTextAreaElement): Span[] => {
  const [from, to] = linesAround(value, start, end)
  const words: Span[] = []
  let at = from
  for (const line of value.slice(from, to).split('\n')) {
    const first = Math.max(start, at + lead.exec(line)![0].length)
    const text = value.slice(first, Math.min(end, at + line.length))
    const begins = first + text.length - text.trimStart().length
    if (text.trim()) words.push([begins, begins + text.trim().length])
    at += line.length + 1
  }
  return words.length ? words : [[start, start]]
}

/** The marked words in which some stand, with their signs or without. */
const markedAround = (value: string, [start, end]: Span, mark: WordMark): Marked | undefined => {
  const [at, to] = linesAround(value, start, end)
  const { length } = mark.sign
  const empty = value.slice(start - length, start + length)
  if (start === end && empty === mark.sign + mark.sign)
    return { from: start - length, to: start + length, length }
  return mark
    .marked(value.slice(at, to))
    .map((one) => ({ ...one, from: at + one.from, to: at + one.to }))
    .find(({ from, to, length }) => {
      // A caret beside the signs is outside; a selection may hold them.
      const border = start === end ? length : 0
      return from + border <= start && end <= to - border
    })
}

/** Whether all that is selected is marked so. */
export const isMarked = (area: HTMLTextAreaElement, mark: WordMark): boolean =>
  wordsOf(area).every((words) => markedAround(area.value, words, mark))

/** A part of the text, and what comes in its place. */
type Change = [from: number, to: number, text: string]

/** Marks the words that are selected, or a placeholder; takes the signs away where all of them have it. */
export const toggleWords = (area: HTMLTextAreaElement, mark: WordMark, placeholder: string): void => {
  const { value } = area
  const { sign } = mark
  const words = wordsOf(area)
  const [[start], end] = [words[0]!, words.at(-1)![1]]
  const marked = words.map((one) => markedAround(value, one, mark))
  area.focus()
  if (start === end && !marked[0]) {
    replaceText(area, start, end, sign + placeholder + sign)
    area.setSelectionRange(start + sign.length, start + sign.length + placeholder.length)
    return
  }
  const away = marked.every((one) => one)
  const changes = words.flatMap(([from, to], place): Change[] => {
    const one = marked[place]
    if (away)
      return [
        [one!.from, one!.from + one!.length, ''],
        [one!.to - one!.length, one!.to, ''],
      ]
    const both: Change[] = [
      [from, from, sign],
      [to, to, sign],
    ]
    return one ? [] : both
  })
  /** Where a place of the text is afterwards; words that begin there stand behind a sign that came. */
  const moved = (at: number, begins: boolean): number =>
    changes.reduce((now, [from, to, text]) => {
      const before = from === to ? from < at || (begins && from === at) : to <= at
      return before ? now + text.length - (to - from) : from < at ? now - (at - from) : now
    }, at)
  const [[first], last] = [changes[0]!, changes.at(-1)![1]]
  let made = ''
  let done = first
  for (const [from, to, text] of changes) {
    made += value.slice(done, from) + text
    done = to
  }
  replaceText(area, first, last, made)
  area.setSelectionRange(moved(start, true), moved(end, false))
}
