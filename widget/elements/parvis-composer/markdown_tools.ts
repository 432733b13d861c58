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
import { insertTable } from './table.ts'
import { toggleTasks } from './task_list.ts'

/** Puts something around the selected text; `line` tools put a mark before every line. */
interface Mark {
  name: 'bold' | 'italic' | 'link' | 'list' | 'quote' | 'code'
  icon: string
  before: string
  after?: string
  line?: true
}

/** Does with the selected text what no mark does. */
interface Deed {
  name: 'tasks' | 'table'
  icon: string
  act: (area: HTMLTextAreaElement, placeholder?: string) => void
}

type Tool = Mark | Deed

export const tools: Tool[] = [
  { name: 'bold', icon: iconBold, before: '**', after: '**' },
  { name: 'italic', icon: iconItalic, before: '_', after: '_' },
  { name: 'link', icon: iconLink, before: '[', after: '](https://)' },
  { name: 'list', icon: iconList, before: '- ', line: true },
  { name: 'tasks', icon: iconTasks, act: toggleTasks },
  { name: 'quote', icon: iconQuote, before: '> ', line: true },
  { name: 'code', icon: iconCode, before: '`', after: '`' },
  { name: 'table', icon: iconTable, act: insertTable },
]

/** Marks up the selection, or a placeholder where nothing is selected. */
export const apply = (area: HTMLTextAreaElement, tool: Tool, placeholder = ''): void => {
  if ('act' in tool) {
    tool.act(area, placeholder)
    return
  }
  const { value, selectionStart: start, selectionEnd: end } = area
  area.focus()
  if (tool.line) {
    const from = value.lastIndexOf('\n', start - 1) + 1
    const marked = value.slice(from, end).replace(/^/gm, tool.before)
    replaceText(area, from, end, marked)
    return
  }
  const text = value.slice(start, end) || placeholder
  const lines = text.includes('\n') && tool.name === 'code'
  const [before, after] = lines ? ['```\n', '\n```'] : [tool.before, tool.after ?? '']
  replaceText(area, start, end, before + text + after)
  if (tool.name === 'link') {
    const url = start + before.length + text.length + 2
    area.setSelectionRange(url, url + 'https://'.length)
  } else area.setSelectionRange(start + before.length, start + before.length + text.length)
}

/** Adds a passage at the end, a line below what is there. */
export const append = (area: HTMLTextAreaElement, passage: string): void => {
  const { value } = area
  area.focus()
  const gap = value.trim() ? '\n'.repeat(Math.max(0, 2 - /\n*$/.exec(value)![0].length)) : ''
  replaceText(area, value.length, value.length, gap + passage)
  area.scrollTop = area.scrollHeight
}
