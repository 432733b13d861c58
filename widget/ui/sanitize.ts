// The last gate before a post's HTML touches the page: the server has cleaned it,
// and here it is cleaned again, by the browser's own sanitizer where there is one,
// else by DOMPurify, which is loaded only then.

const elements = [
  'p',
  'br',
  'strong',
  'em',
  'del',
  'code',
  'pre',
  'blockquote',
  'ul',
  'ol',
  'li',
  'a',
  'bdi',
  'hr',
  'h3',
  'h4',
  'h5',
  'h6',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
]
const attributes = ['href', 'title', 'start', 'align', 'data-member']

const safeScheme = /^(?:https?:|mailto:)/i

type SanitizerHost = Element & { setHTML?: (html: string, options: { sanitizer: unknown }) => void }

/** Puts `html` into `target`, cleaned. The promise matters only to tests and to focus. */
export const setContent = async (target: HTMLElement, html: string): Promise<void> => {
  const host = target as SanitizerHost
  if (host.setHTML && 'Sanitizer' in globalThis) {
    host.setHTML(html, { sanitizer: { elements, attributes } })
  } else {
    const { purify } = await import('./purify.ts')
    target.replaceChildren(purify(html, elements, attributes))
  }
  finish(target)
}

/** What neither sanitizer does: schemes, where links lead, directions, and boxes that scroll by keyboard. */
const finish = (target: HTMLElement) => {
  for (const link of target.querySelectorAll('a')) {
    if (safeScheme.test(link.getAttribute('href') ?? '')) {
      link.rel = 'nofollow ugc noopener noreferrer'
      link.target = '_blank'
    } else link.removeAttribute('href')
  }
  for (const block of target.querySelectorAll<HTMLElement>('p, li, blockquote, h3, h4, h5, h6, td, th'))
    block.dir = 'auto'
  for (const box of target.querySelectorAll<HTMLElement>('pre, table')) box.tabIndex = 0
}
