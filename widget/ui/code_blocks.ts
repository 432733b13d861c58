/** From one character of a text to before another. */
export interface Stretch {
  from: number
  to: number
}

/** Signs of quotations, and of items, before what a line says. */
const lead = /^(?:[ \t]*>)*/
const item = /^([ \t]*)([-+*]|\d{1,9}[.)])([ \t]+|$)/
const fence = /^(`{3,}(?!.*`)|~{3,})/

/** How far a line is indented; a tab goes on to the next place of four. */
const indentOf = (line: string): number => {
  let width = 0
  for (const sign of /^[ \t]*/.exec(line)![0]) width += sign === '\t' ? 4 - (width % 4) : 1
  return width
}

interface Fence {
  sign: string
  quoted: number
}

/**
 * The blocks of code in a Markdown text, each with its fences: between those (CommonMark, 4.5), also in quotations and
 * items, or by four spaces more than what it stands in (4.4).
 */
export const codeBlocksIn = (text: string): Stretch[] => {
  const found: Stretch[] = []
  // How far the words of each item are indented in which a line stands.
  let items: number[] = []
  let open: Fence | undefined
  let [from, depth, apart, wasCode] = [0, 0, true, false]
  for (const line of text.split('\n')) {
    const signs = lead.exec(line)![0]
    const quoted = signs.split('>').length - 1
    let rest = line.slice(signs.length).replace(/^ (?=.)/, quoted ? '' : ' ')
    const here = { from, to: Math.min(from + line.length + 1, text.length) }
    from += line.length + 1
    // Code in a quotation ends with that.
    if (open && quoted < open.quoted) open = undefined
    if (open) {
      found.push(here)
      if (closes(rest, open.sign)) [open, apart, wasCode] = [undefined, true, false]
      continue
    }
    if (!rest.trim()) {
      apart = true
      continue
    }
    if (quoted !== depth) [depth, items] = [quoted, []]
    if (apart || item.test(rest)) items = items.filter((indent) => indentOf(rest) >= indent)
    const within = items.at(-1) ?? 0
    if ((apart || wasCode) && indentOf(rest) >= within + 4) {
      found.push(here)
      ;[apart, wasCode] = [false, true]
      continue
    }
    for (let mark = item.exec(rest); mark; mark = item.exec(rest)) {
      const width = indentOf(rest) + mark[2]!.length + Math.max(1, mark[3]!.length)
      items.push(width)
      rest = ' '.repeat(width) + rest.slice(mark[0].length)
    }
    const [sign] = fence.exec(rest.trimStart()) ?? []
    if (sign) {
      open = { sign, quoted }
      found.push(here)
    }
    ;[apart, wasCode] = [false, false]
  }
  return found
}

const closes = (line: string, sign: string): boolean => {
  const said = line.trim()
  return said.startsWith(sign) && said === sign[0]!.repeat(said.length)
}
