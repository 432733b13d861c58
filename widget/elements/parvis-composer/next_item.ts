import { isInCode } from '../../ui/fences.ts'
import { replaceText } from '../../ui/replace_text.ts'
import { linesAround } from './written_lines.ts'

/**
 * The beginning of an item: how far it is in, also within a quotation, its sign or number, and its box if it is a task
 * (GFM, 5.2 and 5.3).
 */
const item = /^([\s>]*)(?:([-*+])|(\d{1,9})([.)]))( \[[ xX]\])? /

/**
 * Enter at the end of an item begins the next one, and in an item without words ends the list, not the quotation in
 * which that stands. Elsewhere, as in code, it is left to the browser: false.
 */
export const nextItem = (area: HTMLTextAreaElement): boolean => {
  const { value, selectionStart: caret, selectionEnd } = area
  if (caret !== selectionEnd) return false
  const [from] = linesAround(value, caret)
  const line = value.slice(from, caret)
  const found = item.exec(line)
  if (!found || (value[caret] ?? '\n') !== '\n' || isInCode(value.slice(0, Math.max(0, from - 1)), line))
    return false
  const [begun, indent = '', sign, count, dot = '', box] = found
  if (begun.length >= line.length)
    replaceText(area, from, caret, indent.replace(/[^>]*$/, indent.includes('>') ? ' ' : ''))
  else
    replaceText(area, caret, caret, `\n${indent}${sign ?? `${Number(count) + 1}${dot}`}${box ? ' [ ]' : ''} `)
  return true
}
