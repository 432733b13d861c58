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
  'img',
]
const attributes = ['href', 'title', 'start', 'align', 'src', 'alt', 'width', 'height', 'data-member']

const safeScheme = /^(?:https?:|mailto:)/i

/** Where images may come from: our own server alone, since any other would learn who reads. */
let images = ''

/** Says where our server is; without that, a post's images are words. */
export const imagesFrom = (base: string): void => {
  images = new URL('images/', base).href
}

type SanitizerHost = Element & { setHTML?: (html: string, options: { sanitizer: unknown }) => void }

/** Puts `html` into `target`, cleaned. The promise matters only to tests and to focus. */
export const setContent = async (target: HTMLElement, html: string): Promise<void> => {
  // In a document that loads nothing, until every address was looked at.
  const host: SanitizerHost = document.implementation.createHTMLDocument('').body
  if (host.setHTML && 'Sanitizer' in globalThis) {
    host.setHTML(html, { sanitizer: { elements, attributes } })
  } else {
    const { purify } = await import('./purify.ts')
    host.replaceChildren(purify(html, elements, attributes))
  }
  finish(host)
  target.replaceChildren(...host.childNodes)
}

/** What neither sanitizer does: schemes, where links lead, directions, and boxes that scroll by keyboard. */
const finish = (target: Element) => {
  for (const image of target.querySelectorAll('img')) keepOwn(image)
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

/** An image of ours keeps its place while it is on its way; of any other the description stays. */
const keepOwn = (image: HTMLImageElement) => {
  const source = image.getAttribute('src') ?? ''
  if (!images || !source.startsWith(images)) return image.replaceWith(image.alt)
  image.loading = 'lazy'
  image.decoding = 'async'
}
