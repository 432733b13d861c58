import { replaceText } from '../../ui/replace_text.ts'
import { codeMark, isMarked, toggleWords } from './word_marks.ts'
import { linesAround } from './written_lines.ts'

interface Line {
  begins: number
  ends: number
}

/** Each block of code with its fences (CommonMark, 4.5); one that is not closed goes on to the end. */
const blocksOf = (value: string): { opens: Line; closes: Line }[] => {
  const blocks: { opens: Line; closes: Line }[] = []
  let open: (Line & { sign: string }) | undefined
  let at = 0
  for (const line of value.split('\n')) {
    const here = { begins: at, ends: at + line.length }
    at = here.ends + 1
    const [, sign = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? []
    if (!sign) continue
    if (!open) {
      if (!(sign.startsWith('`') && rest.includes('`'))) open = { ...here, sign }
    } else if (sign.startsWith(open.sign) && !rest.trim()) {
      blocks.push({ opens: open, closes: here })
      open = undefined
    }
  }
  const end = { begins: value.length + 1, ends: value.length }
  return open ? [...blocks, { opens: open, closes: end }] : blocks
}

/** The lines of the selection, and the block of code in which they stand, or which they are with its fences. */
const chosen = ({ value, selectionStart, selectionEnd }: HTMLTextAreaElement) => {
  const [from, to] = linesAround(value, selectionStart, selectionEnd)
  const code = blocksOf(value).find(
    ({ opens, closes }) =>
      (opens.ends < from && to < closes.begins) || (opens.begins === from && closes.ends === to),
  )
  return { from, to, code, several: value.slice(from, to).includes('\n') }
}

export const isCode = (area: HTMLTextAreaElement): boolean => !!chosen(area).code || isMarked(area, codeMark)

/** A fence that ends with none of the lines between. */
const fenceFor = (text: string): string =>
  '`'.repeat(Math.max(3, ...[...text.matchAll(/^ {0,3}(`{3,})/gm)].map(([, run]) => run!.length + 1)))

/** Code of words is marked, that of several lines is fenced, and both are undone where they are. */
export const toggleCode = (area: HTMLTextAreaElement, placeholder: string): void => {
  const { from, to, code, several } = chosen(area)
  const { value, selectionStart, selectionEnd } = area
  if (code) {
    const first = Math.min(code.opens.ends + 1, value.length)
    const last = Math.max(first, code.closes.begins - 1)
    const moved = (at: number) => Math.min(Math.max(at, first), last) - (first - code.opens.begins)
    area.focus()
    replaceText(area, code.opens.begins, code.closes.ends, value.slice(first, last))
    area.setSelectionRange(moved(selectionStart), moved(selectionEnd))
  } else if (several) {
    const text = value.slice(from, to)
    const fence = fenceFor(text)
    area.focus()
    replaceText(area, from, to, `${fence}\n${text}\n${fence}`)
    const start = from + fence.length + 1
    area.setSelectionRange(start, start + text.length)
  } else toggleWords(area, codeMark, placeholder)
}
