import { replaceText } from '../../ui/replace_text.ts'
import { linesAround } from './written_lines.ts'

/** What stands before lines, and makes items, tasks or a quote of them. */
export interface LineMark {
  /** Finds it in a line that has it; what it captures stays when it goes. */
  has: RegExp
  put: (line: string) => string
  /** Lines without words have it too. */
  throughout?: true
}

/** Any item with a sign, a task or not, in a quote or not (GFM, 5.1 to 5.3). */
const item = /^((?:> ?)*\s*)(?:[-*+] (?:\[[ xX]\] ?)?)?/

export const listMark: LineMark = {
  has: /^((?:> ?)*\s*)[-*+] (?!\[[ xX]\])/,
  put: (line) => line.replace(item, '$1- '),
}
export const taskMark: LineMark = {
  has: /^((?:> ?)*\s*)[-*+] \[[ xX]\] ?/,
  put: (line) => line.replace(item, '$1- [ ] '),
}
export const quoteMark: LineMark = {
  has: /^()> ?/,
  put: (line) => (line ? `> ${line}` : '>'),
  throughout: true,
}

const chosen = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement, mark: LineMark) => {
  const [from, to] = linesAround(value, selectionStart, selectionEnd)
  const lines = value.slice(from, to).split('\n')
  const concerns = (line: string) => mark.throughout || lines.length === 1 || line.trim() !== ''
  const concerned = lines.filter(concerns)
  const all = concerned.length > 0 && concerned.every((line) => mark.has.test(line))
  return { from, to, lines, concerns, all }
}

/** Whether all lines of the selection have the mark. */
export const hasMark = (area: HTMLTextAreaElement, mark: LineMark): boolean => chosen(area, mark).all

/** Marks the lines of the selection; takes the mark away where all have it already. */
export const toggleMark = (area: HTMLTextAreaElement, mark: LineMark): void => {
  const { from, to, lines, concerns, all } = chosen(area, mark)
  const { selectionStart: start, selectionEnd: end } = area
  const change = (line: string) =>
    !concerns(line) ? line : all ? line.replace(mark.has, '$1') : mark.has.test(line) ? line : mark.put(line)
  const changed = lines.map(change).join('\n')
  area.focus()
  replaceText(area, from, to, changed)
  // Nobody writes into the mark.
  const begins = from + (all ? 0 : (/^(?:> ?)*\s*(?:[-*+] (?:\[[ xX]\] )?)?/.exec(changed)?.[0].length ?? 0))
  const caret = Math.max(begins, start + changed.length - (to - from))
  if (start === end) area.setSelectionRange(caret, caret)
  else area.setSelectionRange(from, from + changed.length)
}
