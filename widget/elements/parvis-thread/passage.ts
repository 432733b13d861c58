import { hasWords, lineOf, linesOf, type Part, textIn, wordsOf } from './passage_words.ts'

// What is selected of a post as Markdown that renders as it. It is read from the elements of the post's own body, since
// its text alone does not say what is code, where a link leads, or what stands in which cell.

/** The selected part of a post's body as Markdown; empty where nothing in it is selected. */
export const passageOf = (body: Element, range: Range): string => {
  const { commonAncestorContainer: held } = range
  const inner = held instanceof Element ? held : held.parentElement!
  // Words of one item or one cell are words, and no list or table. The box of a task is a character of them.
  const part = inner.closest('pre') ? null : inner.closest('li, td, th')
  return blocksIn(part && body.contains(part) ? part : body, { range, inLink: false }).join('\n\n')
}

const blocks = 'p, h3, h4, h5, h6, blockquote, pre, ul, ol, table, hr'

/** The blocks of an element; words that stand beside them are a paragraph. */
const blocksIn = (parent: Element, part: Part): string[] => {
  const found: string[] = []
  let loose: Node[] = []
  const flush = () => {
    found.push(linesOf(loose.map((node) => wordsOf(node, part)).join('')))
    loose = []
  }
  for (const node of parent.childNodes) {
    if (!part.range.intersectsNode(node)) continue
    if (!(node instanceof Element && node.matches(blocks))) {
      loose.push(node)
      continue
    }
    flush()
    found.push(blockOf(node, part))
  }
  flush()
  return found.filter(Boolean)
}

const blockOf = (block: Element, part: Part): string => {
  switch (block.localName) {
    case 'pre':
      return fenced(textIn(block, part))
    case 'blockquote':
      return blocksIn(block, part).join('\n\n').replace(/^/gm, '> ').replace(/^> $/, '')
    case 'ul':
    case 'ol':
      return listOf(block, part)
    case 'table':
      return tableOf(block, part)
    case 'hr':
      return '***'
    case 'p':
      return linesOf(wordsOf(block, part))
    default:
      return headingOf(block, part)
  }
}

/** A heading stands two levels lower than it was written, and signs at its end would close it. */
const headingOf = (heading: Element, part: Part): string => {
  const words = lineOf(wordsOf(heading, part)).replace(/#+$/, (signs) => signs.replaceAll('#', '\\#'))
  return words && `${'#'.repeat(Number(heading.localName[1]) - 2)} ${words}`
}

/** Code between fences that none of its lines ends. */
const fenced = (code: string): string => {
  if (!code.trim()) return ''
  const runs = Array.from(code.matchAll(/`{3,}/g), ([run]) => run.length)
  const fence = '`'.repeat(Math.max(2, ...runs) + 1)
  return `${fence}\n${code.replace(/\n$/, '')}\n${fence}`
}

/** The items that are selected, in their numbers. One list after another has another sign, or would go on with it. */
const listOf = (list: Element, part: Part): string => {
  let before = 0
  let previous = list.previousElementSibling
  for (; previous?.localName === list.localName; previous = previous.previousElementSibling) before++
  const ordered = list.localName === 'ol'
  const first = Number(list.getAttribute('start') ?? 1)
  const sign = (ordered ? '.)' : '-*')[before % 2]!
  const airy = [...list.children].some((item) => item.querySelector(':scope > p'))
  const items = [...list.children].map((item, index) => {
    const mark = ordered ? `${first + index}${sign}` : sign
    return itemOf(item, mark, airy, part)
  })
  return items.filter(Boolean).join(airy ? '\n\n' : '\n')
}

const boxes: Record<string, string> = { open: '[ ] ', done: '[x] ' }

const itemOf = (item: Element, mark: string, airy: boolean, part: Part): string => {
  const box = boxes[item.getAttribute('data-task') ?? ''] ?? ''
  const content = blocksIn(item, part).join(airy ? '\n\n' : '\n')
  if (!content) return ''
  const words = box ? box + content.replace(/^[☐☑] /, '') : content
  return `${mark} ${words.replace(/\n(?!\n|$)/g, `\n${' '.repeat(mark.length + 1)}`)}`
}

const sides: Record<string, string> = { left: ':--', center: ':-:', right: '--:' }

/** The rows that are selected, each cell in its column, below the heads of the columns, which say what they are. */
const tableOf = (table: Element, part: Part): string => {
  const [head, ...rows] = table.querySelectorAll('tr')
  if (!head) return ''
  const whole = document.createRange()
  whole.selectNodeContents(head)
  const heads = [...head.children]
  const row = (cells: string[]) => `| ${cells.join(' | ')} |`
  const line = (one: Element, of: Part) =>
    row([...one.children].map((cell) => (of.range.intersectsNode(cell) ? lineOf(wordsOf(cell, of)) : '')))
  return [
    line(head, { ...part, range: whole }),
    row(heads.map((cell) => sides[cell.getAttribute('align') ?? ''] ?? '---')),
    ...rows.filter((one) => hasWords(one, part)).map((one) => line(one, part)),
  ].join('\n')
}
