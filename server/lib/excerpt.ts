/** The first words of a text, at most `max` characters, cut between words. */
export function excerptOf(text: string, max = 200): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > max * 0.6 ? space : max - 1).replace(/[\ud800-\udbff]$/, '')}…`
}

/** The words of a post's HTML without markup. It is our own HTML, so that its text holds no other entities than these. */
export function wordsOf(html: string): string {
  return html
    .replace(/<img [^>]*?alt="([^"]+)"[^>]*>/g, '($1)')
    .replace(/<\/?(?:a|bdi|code|del|em|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*(>|$)/g, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim()
}
