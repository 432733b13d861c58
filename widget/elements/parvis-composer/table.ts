import { afterBlock } from '../../ui/after_block.ts'
import { replaceText } from '../../ui/replace_text.ts'

/**
 * Puts a table of two columns and two rows (GFM, 4.10) after what the caret stands in, with the head of its first column
 * selected: what is selected in one line, else a placeholder.
 */
export const insertTable = (area: HTMLTextAreaElement, column: string): void => {
  const { value, selectionStart, selectionEnd } = area
  const selected = value.slice(selectionStart, selectionEnd)
  const { at, close, held } = afterBlock(value, selectionEnd)
  const taken = !held && selected.trim() !== '' && !selected.includes('\n')
  const start = taken ? selectionStart : at
  const head = taken ? selected.trim().replace(/\\?\|/g, '\\|') : `${column} 1`
  const above = (taken ? value.slice(selectionEnd, at) : '') + close
  const before = value.slice(0, start) + above
  const gap = before.trim() ? '\n'.repeat(Math.max(0, 2 - /\n*$/.exec(before)![0].length)) : ''
  const after = value.slice(at)
  const room = '\n'.repeat(Math.max(0, (after.trim() ? 2 : 1) - /^\n*/.exec(after)![0].length))
  area.focus()
  replaceText(area, start, at, `${above}${gap}| ${head} | ${column} 2 |\n| --- | --- |\n|  |  |${room}`)
  const cell = start + above.length + gap.length + 2
  area.setSelectionRange(cell, cell + head.length)
}
