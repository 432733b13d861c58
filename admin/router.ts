import { base, slug } from './address.ts'
import { LiveValue } from './live_value.ts'

/** What the address says: the view, what comes after it, and the filters. */
export interface Place {
  view: string
  rest: string[]
  query: URLSearchParams
}

const root = `${base}/admin/${encodeURIComponent(slug)}/`

function read(): Place {
  const path = location.pathname.startsWith(root) ? location.pathname.slice(root.length) : ''
  const [view = '', ...rest] = path.split('/').filter(Boolean).map(decodeURIComponent)
  return { view: view || 'feedback', rest, query: new URLSearchParams(location.search) }
}

/** Where we are. Set by `go` and by the browser's back and forward. */
export const place = new LiveValue<Place>(read())

type Query = Record<string, string | number | null | undefined> | URLSearchParams

function search(query: Query | undefined): string {
  const pairs = new URLSearchParams()
  const given = query instanceof URLSearchParams ? [...query] : Object.entries(query ?? {})
  for (const [name, value] of given) {
    if (value !== null && value !== undefined && value !== '') pairs.append(name, String(value))
  }
  const text = pairs.toString()
  return text ? `?${text}` : ''
}

/** The address of a view of this site, such as `feedback/12` with its filters. */
export function hrefOf(path: string, query?: Query): string {
  return `${root}${path}${search(query)}`
}

/** Goes to a view without loading the page. `replace` keeps the history short, for filters and selection. */
export function go(path: string, query?: Query, options: { replace?: boolean } = {}): void {
  const href = hrefOf(path, query)
  if (href === location.pathname + location.search) return
  history[options.replace ? 'replaceState' : 'pushState'](null, '', href)
  place.value = read()
}

/** Changes some filters of the present view; null takes one away. */
export function refine(change: Record<string, string | null>, options: { replace?: boolean } = {}): void {
  const query = new URLSearchParams(place.value.query)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') query.delete(name)
    else query.set(name, value)
  }
  go([place.value.view, ...place.value.rest].map(encodeURIComponent).join('/'), query, options)
}

function linkOf(event: MouseEvent): HTMLAnchorElement | undefined {
  return event.composedPath().find((node): node is HTMLAnchorElement => node instanceof HTMLAnchorElement)
}

/** Makes plain links to this site's views move without a page load; every other click stays the browser's. */
export function startRouter(): void {
  addEventListener('popstate', () => {
    place.value = read()
  })
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = linkOf(event)
    if (!link?.href || link.target || link.hasAttribute('download')) return
    const url = new URL(link.href)
    if (url.origin !== location.origin || !url.pathname.startsWith(root)) return
    event.preventDefault()
    go(url.pathname.slice(root.length), url.searchParams)
  })
}
