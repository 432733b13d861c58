/** What is selected, and whether it stands in a link, in which there is no other. */
export interface Part {
  range: Range
  inLink: boolean
}

/** The text of an element, as far as it is selected. */
export const textIn = (node: Node, part: Part): string => {
  if (node instanceof Text) {
    const { startContainer, startOffset, endContainer, endOffset } = part.range
    const from = node === startContainer ? startOffset : 0
    return node.data.slice(from, node === endContainer ? endOffset : undefined)
  }
  const selected = [...node.childNodes].filter((child) => part.range.intersectsNode(child))
  return selected.map((child) => textIn(child, part)).join('')
}

export const hasWords = (node: Node, part: Part): boolean =>
  part.range.intersectsNode(node) && textIn(node, part).trim() !== ''

/** What is selected of a paragraph’s content, as Markdown. A line that is broken is a line feed. */
export const wordsOf = (node: Node, part: Part): string => {
  if (!part.range.intersectsNode(node)) return ''
  if (node instanceof Text) return escaped(textIn(node, part), part.inLink)
  if (!(node instanceof Element)) return ''
  const within = (inner = part) => [...node.childNodes].map((child) => wordsOf(child, inner)).join('')
  switch (node.localName) {
    case 'br':
      return '\n'
    case 'strong':
      return around(within(), (words) => `**${words}**`)
    case 'em':
      return around(within(), (words) => `*${words}*`)
    case 'del':
      return around(within(), (words) => `~~${words}~~`)
    case 'code':
      return codeOf(node, part)
    case 'img':
      return escaped((node as HTMLImageElement).alt, part.inLink)
    case 'bdi':
      return mentionOf(node, part) ?? within()
    case 'a':
      return linkOf(node as HTMLAnchorElement, part, () => within({ ...part, inLink: true }), within)
    default:
      return within()
  }
}

/** Marks stand close to words, or they are none: space at an end goes outside. */
const around = (content: string, mark: (words: string) => string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(content)!
  return words ? before + mark(words) + after : content
}

/** Code between more signs than it has in a row. In a table, a bar ends a cell in code as well. */
const codeOf = (code: Element, part: Part): string => {
  const text = textIn(code, part).replace(/\s*\n\s*/g, ' ')
  if (!text) return ''
  const sign = '`'.repeat(Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length)) + 1)
  const pad = /^`|`$|^ .*\S.* $/.test(text) ? ' ' : ''
  return sign + pad + (code.closest('table') ? text.replaceAll('|', '\\|') : text) + pad + sign
}

/** Somebody who is mentioned, where all of the name is selected; no link in one. */
const mentionOf = (name: Element, part: Part): string | undefined => {
  const id = name.getAttribute('data-member')
  const text = textIn(name, part)
  if (!id || part.inLink || text !== name.textContent) return undefined
  return `@[${text.slice(1).replace(/[[\]\n]/g, ' ')}](member:${id})`
}

const scheme = /^(?:https?:\/\/|mailto:)/i

/** A link leads where it led. One that says its address is written as that; an image is no link to itself. */
const linkOf = (link: HTMLAnchorElement, part: Part, inLink: () => string, within: () => string): string => {
  const written = link.getAttribute('href')
  if (!written || link.querySelector('bdi[data-member]') || link.querySelector('img')?.src === link.href)
    return within()
  const href = scheme.test(written) ? written : link.href
  const text = textIn(link, part)
  const bare = !link.title && !/[\s<>\\]|&\w+;/.test(text)
  if (bare && (text === href || `mailto:${text}` === href)) return `<${text}>`
  const title = link.title && ` "${link.title.replace(/["\\&]/g, '\\$&').replace(/\s+/g, ' ')}"`
  return around(inLink(), (words) => `[${words}](${addressIn(href)}${title})`)
}

/** An address where a bracket, a space or a character reference would end or change it. */
const addressIn = (href: string): string =>
  href
    .replace(/[()<>\\\s]/g, (sign) => encodeURIComponent(sign).replace(/[()]/, hex))
    .replace(/&(?=#?\w+;)/g, '&amp;')

const hex = (sign: string) => `%${sign.charCodeAt(0).toString(16)}`
const reference = (sign: string) => `&#${sign.charCodeAt(0)};`

/** What would be an address by itself, though it is none: up to the sign that makes it one. */
const address = /(?<=www)\.|:(?=\/\/)|(?<=[\w.+-])@(?=[\w-])/gi

/**
 * Text as Markdown that says just that text. Within a link's text marked takes brackets for its end even where they are
 * escaped, and no address for a link.
 */
const escaped = (text: string, inLink: boolean): string => {
  const plain = text
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/[\\`*_[\]<|~]|!(?=\[|$)|&(?=#?\w+;)/g, (sign) =>
      inLink && /[[\]]/.test(sign) ? reference(sign) : `\\${sign}`,
    )
  return inLink ? plain : plain.replace(address, reference)
}

/** Words on one line, as in a heading or a cell. */
export const lineOf = (words: string): string => words.replace(/\s*\n\s*/g, ' ').trim()

/** A paragraph, none of whose lines begins something else. */
export const linesOf = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter(Boolean)
    .map((line) => line.replace(/^(:?)([-+=#>])/, '$1\\$2').replace(/^(\d{1,9})([.)])/, '$1\\$2'))
    .join('\n')
