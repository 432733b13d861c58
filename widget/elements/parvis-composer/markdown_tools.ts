import { replaceText } from '../../ui/replace_text.ts'
import {
  iconBold,
  iconCode,
  iconItalic,
  iconLink,
  iconList,
  iconQuote,
  iconTable,
  iconTasks,
} from '../../ui/view_icons.ts'
import { isCode, toggleCode } from './code_marks.ts'
import { hasMark, type LineMark, listMark, quoteMark, taskMark, toggleMark } from './line_marks.ts'
import { insertTable } from './table.ts'
import { boldMark, isMarked, italicMark, toggleWords, type WordMark } from './word_marks.ts'

/** What a button of the toolbar does with the text, and whether that is done already where the caret stands. */
export interface Tool {
  name: 'bold' | 'italic' | 'link' | 'list' | 'tasks' | 'quote' | 'code' | 'table'
  icon: string
  act: (area: HTMLTextAreaElement, placeholder: string) => void
  /** Without it, pressing it once more does it once more. */
  done?: (area: HTMLTextAreaElement) => boolean
  /** The key that does the same, with Ctrl, or with ⌘ on Apple’s systems. */
  key?: 'b' | 'i' | 'k'
}

const words = (mark: WordMark): Pick<Tool, 'act' | 'done'> => ({
  act: (area, placeholder) => toggleWords(area, mark, placeholder),
  done: (area) => isMarked(area, mark),
})

const lines = (mark: LineMark): Pick<Tool, 'act' | 'done'> => ({
  act: (area) => toggleMark(area, mark),
  done: (area) => hasMark(area, mark),
})

/** Makes a link of what is selected, or of a placeholder, and selects where it is to lead. */
const insertLink = (area: HTMLTextAreaElement, placeholder: string): void => {
  const { value, selectionStart: start, selectionEnd: end } = area
  const text = value.slice(start, end) || placeholder
  const begun = 'https://'
  area.focus()
  replaceText(area, start, end, `[${text}](${begun})`)
  const address = start + text.length + 3
  area.setSelectionRange(address, address + begun.length)
}

export const tools: Tool[] = [
  { name: 'bold', icon: iconBold, ...words(boldMark), key: 'b' },
  { name: 'italic', icon: iconItalic, ...words(italicMark), key: 'i' },
  { name: 'link', icon: iconLink, act: insertLink, key: 'k' },
  { name: 'list', icon: iconList, ...lines(listMark) },
  { name: 'tasks', icon: iconTasks, ...lines(taskMark) },
  { name: 'quote', icon: iconQuote, ...lines(quoteMark) },
  { name: 'code', icon: iconCode, act: toggleCode, done: isCode },
  { name: 'table', icon: iconTable, act: insertTable },
]

/** Where ⌘ stands for Ctrl, which moves the caret there and cuts lines. */
export const apple = /^(?:Mac|iP)/.test(navigator.platform)

/** The tool that is meant by a key. While an input method composes, keys are its own. */
export const toolOf = (event: KeyboardEvent): Tool | undefined => {
  const { key, ctrlKey, metaKey, shiftKey, altKey, isComposing } = event
  const meant = apple ? metaKey && !ctrlKey : ctrlKey && !metaKey
  return meant && !shiftKey && !altKey && !isComposing
    ? tools.find((tool) => tool.key === key.toLowerCase())
    : undefined
}

/** Adds a passage at the end, a line below what is there. */
export const append = (area: HTMLTextAreaElement, passage: string): void => {
  const { value } = area
  area.focus()
  const gap = value.trim() ? '\n'.repeat(Math.max(0, 2 - /\n*$/.exec(value)![0].length)) : ''
  replaceText(area, value.length, value.length, gap + passage)
  area.scrollTop = area.scrollHeight
}
