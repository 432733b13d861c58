import { replaceText } from '../../ui/replace_text.ts'
import { iconBold, iconCode, iconItalic, iconLink, iconList, iconQuote } from '../../ui/view_icons.ts'

/** What a tool does to the selected text; `line` tools put a mark before every line. */
interface Tool {
  name: 'bold' | 'italic' | 'link' | 'list' | 'quote' | 'code'
  icon: string
  before: string
  after?: string
  line?: true
}

export const tools: Tool[] = [
  { name: 'bold', icon: iconBold, before: '**', after: '**' },
  { name: 'italic', icon: iconItalic, before: '_', after: '_' },
  { name: 'link', icon: iconLink, before: '[', after: '](https://)' },
  { name: 'list', icon: iconList, before: '- ', line: true },
  { name: 'quote', icon: iconQuote, before: '> ', line: true },
  { name: 'code', icon: iconCode, before: '`', after: '`' },
]

/** Marks up the selection, or a placeholder where nothing is selected. */
export const apply = (area: HTMLTextAreaElement, tool: Tool, placeholder = ''): void => {
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
