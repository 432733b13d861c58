/** The first words of a text, at most `max` characters, cut between words. */
export function excerptOf(text: string, max = 200): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > max * 0.6 ? space : max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}
