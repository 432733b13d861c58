import { replaceText } from '../../ui/replace_text.ts'

/** A task of a list, done or not: `- [ ] ` (GFM, 5.3); and any item of a list. */
const task = /^(\s*)[-*+] \[[ xX]\] ?/
const item = /^(\s*)(?:[-*+] (?:\[[ xX]\] ?)?)?/

/** Makes tasks of the lines that are selected; plain lines of them, where all are tasks already. */
export const toggleTasks = (area: HTMLTextAreaElement): void => {
  const { value, selectionStart: start, selectionEnd: end } = area
  const from = value.lastIndexOf('\n', start - 1) + 1
  // A line at whose beginning the selection ends has nothing in it that is selected.
  const last = end > start && value[end - 1] === '\n' ? end - 1 : end
  const to = value.indexOf('\n', last) < 0 ? value.length : value.indexOf('\n', last)
  const lines = value.slice(from, to).split('\n')
  const written = (line: string) => lines.length === 1 || line.trim() !== ''
  const off = lines.filter(written).every((line) => task.test(line))
  const changed = lines
    .map((line) =>
      !written(line)
        ? line
        : off
          ? line.replace(task, '$1')
          : task.test(line)
            ? line
            : line.replace(item, '$1- [ ] '),
    )
    .join('\n')
  area.focus()
  replaceText(area, from, to, changed)
  const caret = Math.max(from, start + changed.length - (to - from))
  if (start === end) area.setSelectionRange(caret, caret)
  else area.setSelectionRange(from, from + changed.length)
}
