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
const attributes = [
  'href',
  'title',
  'start',
  'align',
  'src',
  'alt',
  'width',
  'height',
  'data-member',
  'data-task',
]

/** Items that are to be done, or are. */
const tasks = 'li[data-task=open], li[data-task=done]'

/** What stands on one side as a whole, by its first words. Each text within is written in its own direction. */
const directed = 'ul, ol, blockquote, table'

const safeScheme = /^(?:https?:|mailto:)/i

/** Where images may come from: our own server alone, since any other would learn who reads. */
let images = ''

/** Says where our server is; without that, a post's images are words. */
export const imagesFrom = (base: string): void => {
  images = new URL('images/', base).href
}

/** A link, and the place in the widget that it stands for. */
interface Way {
  href: string
  to?: string
}

/** Where members and posts are that a post names: the page of a member, and the place of a post by its address. */
export interface Ways {
  member(id: string): Way
  post?(address: string): Way | undefined
}

/** Whether an image comes from there. */
export const isOwnImage = (address: string): boolean => images !== '' && address.startsWith(images)

type SanitizerHost = Element & { setHTML?: (html: string, options: { sanitizer: unknown }) => void }

/** Puts `html` into `target`, cleaned. The promise matters only to tests and to focus. */
export const setContent = async (target: HTMLElement, html: string, ways?: Ways): Promise<void> => {
  // In a document that loads nothing, until every address was looked at.
  const host: SanitizerHost = document.implementation.createHTMLDocument('').body
  if (host.setHTML && 'Sanitizer' in globalThis) {
    host.setHTML(html, { sanitizer: { elements, attributes } })
  } else {
    const { purify } = await import('./purify.ts')
    host.replaceChildren(purify(html, elements, attributes))
  }
  finish(host)
  if (ways) {
    for (const link of host.querySelectorAll<HTMLAnchorElement>('a[href]')) keepHere(link, ways)
    for (const person of host.querySelectorAll('bdi[data-member]')) lead(person, ways)
  }
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
  // On the outermost alone, since `auto` does not look into what has a direction of its own.
  for (const block of target.querySelectorAll<HTMLElement>(directed))
    if (!block.parentElement?.closest(directed)) block.dir = 'auto'
  for (const box of target.querySelectorAll<HTMLElement>('pre, table')) box.tabIndex = 0
  for (const other of target.querySelectorAll(`[data-task]:not(${tasks})`)) other.removeAttribute('data-task')
}

const memberId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Who is mentioned leads to their page. The server names an id only of those who have one. */
const lead = (person: Element, ways: Ways) => {
  const id = person.getAttribute('data-member')!
  if (!memberId.test(id) || person.closest('a')) return
  const { href, to } = ways.member(id)
  const link = document.createElement('a')
  link.href = href
  if (to) link.dataset.to = to
  person.replaceWith(link)
  link.append(person)
}

/** A link to a post of the same community leads there in the widget, in the reader's own page and language. */
const keepHere = (link: HTMLAnchorElement, { post }: Ways) => {
  const way = post?.(link.href)
  if (!way) return
  link.href = way.href
  if (way.to) link.dataset.to = way.to
  link.removeAttribute('target')
}

/** An image of ours keeps its place while it is on its way; of any other the description stays. */
const keepOwn = (image: HTMLImageElement) => {
  if (!isOwnImage(image.getAttribute('src') ?? '')) return image.replaceWith(image.alt)
  image.loading = 'lazy'
  image.decoding = 'async'
}
