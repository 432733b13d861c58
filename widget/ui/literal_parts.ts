import { codeBlocksIn, type Stretch } from './code_blocks.ts'

/**
 * The stretches of a Markdown text that are read as they stand: code (CommonMark 0.31.2, 4.4, 4.5 and 6.1) and addresses
 * (6.3 to 6.5, and the autolinks of GFM). No mention and no image begins in them.
 */
export const literalParts = (text: string): Stretch[] => {
  const blocks = codeBlocksIn(text)
  const found = [...blocks]
  let from = 0
  for (const block of [...blocks, { from: text.length, to: text.length }]) {
    // Signs of code have no end in another paragraph.
    for (const paragraph of text.slice(from, block.from).split(/\n(?=[ \t>]*\n)/)) {
      for (const [at, whole] of literalIn(paragraph)) found.push({ from: from + at, to: from + at + whole })
      from += paragraph.length + 1
    }
    from = block.to
  }
  return found
}

export const isLiteral = (parts: Stretch[], at: number): boolean =>
  parts.some(({ from, to }) => at >= from && at < to)

/**
 * In turn: a sign that is escaped, code between as many signs, an address in angle brackets, that of a link, or one by
 * itself. Signs of code that no others close are just signs.
 */
const inline = new RegExp(
  [
    /(?<escaped>\\[^\n])/,
    /(?<!`)(?<sign>`+)(?!`)(?:[\s\S]*?[^`])?\k<sign>(?!`)|`+/,
    /<[a-z][a-z\d+.-]{1,31}:[^\s<>]*>/,
    /\]\(\s{0,9}(?:<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s{1,9}(?:"[^"]*"|'[^']*'))?\s{0,9}\)/,
    /^ {0,3}\[[^\]\n]+\]:[ \t]*\S+/,
    /(?<![\p{L}\p{N}])(?:(?:https?|ftp):\/\/|www\.|mailto:)[^\s<]*/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gimu',
)

/** Where what is literal begins in a paragraph, and how long it is. */
const literalIn = (paragraph: string): [at: number, length: number][] =>
  [...paragraph.matchAll(inline)].flatMap(({ 0: whole, index, groups }) =>
    groups?.escaped || /^`+$/.test(whole) ? [] : [[index, whole.length]],
  )
