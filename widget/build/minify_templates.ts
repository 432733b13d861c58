// Makes the text inside html`…` and css`…` small at build time. The rule for HTML is
// that of JSX: white space that holds a line break disappears, a plain space stays.
// So a space that matters is written on its line, and nothing else does.

const opening = /\b(html|svg|css)`/g

/** The source with every template of ours made small; everything else untouched. */
export const minifyTemplates = (source: string): string => {
  let out = ''
  let at = 0
  opening.lastIndex = 0
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const start = match.index + match[0].length
    const template = readTemplate(source, start)
    out += source.slice(at, start) + shorten(template.parts, match[1] === 'css')
    at = template.end
    opening.lastIndex = at
  }
  return out + source.slice(at)
}

type Part = { text: string; code: boolean }

/** Splits a template into its text and its `${…}` parts, up to the closing backtick. */
const readTemplate = (source: string, start: number): { parts: Part[]; end: number } => {
  const parts: Part[] = []
  let from = start
  let index = start
  while (index < source.length && source[index] !== '`') {
    if (source[index] === '\\') index += 2
    else if (source.startsWith('${', index)) {
      parts.push({ text: source.slice(from, index), code: false })
      const end = closingBrace(source, index + 2)
      parts.push({ text: source.slice(index, end), code: true })
      from = index = end
    } else index++
  }
  parts.push({ text: source.slice(from, index), code: false })
  return { parts, end: index }
}

/** The index after the brace that closes an expression, past nested strings and templates. */
const closingBrace = (source: string, start: number): number => {
  let depth = 1
  let index = start
  while (depth > 0) {
    const char = source[index]
    if (char === undefined) throw new Error('A template expression is not closed.')
    if (char === '`') index = readTemplate(source, index + 1).end
    else if (char === "'" || char === '"') index = closingQuote(source, index)
    else if (char === '{') depth++
    else if (char === '}') depth--
    index++
  }
  return index
}

const closingQuote = (source: string, start: number): number => {
  let index = start + 1
  while (source[index] !== source[start]) index += source[index] === '\\' ? 2 : 1
  return index
}

const shorten = (parts: Part[], css: boolean): string => {
  const html = htmlShortener()
  return parts
    .map(({ text, code }) =>
      code ? `\${${minifyTemplates(text.slice(2, -1))}}` : css ? shortCss(text) : html(text),
    )
    .join('')
}

/** Remembers from one part to the next whether a tag is open, where line breaks part attributes. */
const htmlShortener = () => {
  let inTag = false
  return (text: string): string => {
    const pieces = text.split(/(<(?=[a-z/!])|>)/i)
    return pieces
      .map((piece) => {
        if (piece === '<' || piece === '>') {
          inTag = piece === '<'
          return piece
        }
        return piece.replace(/\s*\n\s*/g, inTag ? ' ' : '')
      })
      .join('')
  }
}

const shortCss = (text: string) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([{;][\w-]+): /g, '$1:')
    .replace(/;}/g, '}')
