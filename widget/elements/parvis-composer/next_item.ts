import { replaceText } from '../../ui/replace_text.ts'
import { linesAround } from './written_lines.ts'

/** The beginning of an item: how far it is in, its sign or number, and its box if it is a task (GFM, 5.2 and 5.3). */
const item = /^(\s*)(?:([-*+])|(\d{1,9})([.)]))( \[[ xX]\])? /

/**
 * Enter at the end of an item begins the next one, and in an item without words ends the list. Elsewhere it is
 * left to the browser: false.
 */
export const nextItem = (area: HTMLTextAreaElement): boolean => {
  const { value, selectionStart: caret, selectionEnd } = area
  if (caret !== selectionEnd) return false
  const [from] = linesAround(value, caret)
  const line = value.slice(from, caret)
  const found = item.exec(line)
  if (!found || (value[caret] ?? '\n') !== '\n') return false
  const [begun, indent = '', sign, count, dot = '', box] = found
  if (begun.length >= line.length) replaceText(area, from, caret, '')
  else
    replaceText(area, caret, caret, `\n${indent}${sign ?? `${Number(count) + 1}${dot}`}${box ? ' [ ]' : ''} `)
  return true
}
