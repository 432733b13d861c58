import type { Text } from './nameless.ts'

// Links to the page of somebody who is erased: of the widget, whose address names the page in its query or fragment, and
// of the public pages. The id in them is of one member in the world.

/** What stands for the words of such a link, in every language. */
const nobody = '…'

const words = String.raw`\[((?:\\.|[^\[\]\\]|\[[^\[\]]*\]){0,1000})\]`
const inline = new RegExp(
  String.raw`${words}\(\s*<?([^()\s<>]+)>?(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)`,
  'g',
)
const definition =
  /^( {0,3}(?:> ?)*)\[((?:\\.|[^[\]\\])+)\]:\s*<?([^\s<>]+)>?(?:\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*$/gm
const reference = new RegExp(String.raw`${words}(?:\[((?:\\.|[^\[\]\\])*)\])?(?!\(|:)`, 'g')
const drawn = /<a ([^<>]*)>(.*?)<\/a>/gs

/**
 * Without the words of links to a member's page. Which of them are the name, only the name would say, which is gone: so
 * all are taken, as those of a mention are, but an address that stands for itself.
 */
export function withoutPageLinks({ body, html }: Text, memberId: string): Text {
  const page = new RegExp(`(?:/|%2F)m(?:/|%2F)${memberId}`, 'i')
  if (!page.test(body)) return { body, html }
  return {
    body: withoutReferences(withoutInline(body, page), page),
    html: withoutInline(withoutDrawn(html, page), page),
  }
}

const withoutInline = (text: string, page: RegExp): string =>
  text.replace(inline, (whole, said: string, address: string) =>
    page.test(address) && !page.test(said) ? `[${nobody}](${address})` : whole,
  )

/** A link whose address is written elsewhere in the text, under a label that may be the name itself. */
function withoutReferences(body: string, page: RegExp): string {
  const labels = new Map<string, string>()
  const without = body.replace(definition, (whole, before: string, label: string, address: string) => {
    if (!page.test(address)) return whole
    const known = labels.get(label.toLowerCase()) ?? `${nobody}${labels.size || ''}`
    labels.set(label.toLowerCase(), known)
    return `${before}[${known}]: ${address}`
  })
  if (!labels.size) return body
  return without.replace(reference, (whole, said: string, label?: string) => {
    const known = labels.get((label || said).toLowerCase())
    return known ? `[${nobody}][${known}]` : whole
  })
}

const withoutDrawn = (html: string, page: RegExp): string =>
  html.replace(drawn, (whole, attributes: string, said: string) => {
    const address = /(?:^| )href="([^"]*)"/.exec(attributes)?.[1] ?? ''
    if (!page.test(address) || page.test(said)) return whole
    return `<a ${attributes.replace(/ ?\btitle="[^"]*"/, '')}>${nobody}</a>`
  })
