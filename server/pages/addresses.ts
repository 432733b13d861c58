import type { Config } from '../config.ts'
import type { Site } from '../sites/queries.ts'
import { hostPageOf } from '../sites/words.ts'
import type { Locale } from '../words.ts'

// Where the public pages are. A `path` is a place as the widget names it (`/`, `/b/help`, `/t/12-title`), so that
// the page of a place and the widget at that place share one name.

/** The path of a thread, or of a reply in it; the words of its title are for people only. The widget writes the same. */
export function threadPath(thread: { number: number; title: string }, post?: string | null): string {
  const words = thread.title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  const slug = words
    ?.join('-')
    .slice(0, 60)
    .replace(/[-\ud800-\udbff]$/, '')
  return `/t/${thread.number}${slug ? `-${slug}` : ''}${post ? `/${post}` : ''}`
}

/** The path of a member's public page. The widget writes the same. */
export const memberPath = (id: string): string => `/m/${id}`

/** The path of how a post was edited. The widget shows that beside the post. */
export const editsPath = (post: string): string => `/edits/${post}`

/** Where the pages of a site begin, as a path of this server, the sub-path of PUBLIC_URL included. */
export function pagesRoot(config: Config, site: Site): string {
  return `${config.publicUrl.pathname}s/${site.slug}`
}

/**
 * A place's page as a link on another page: without the origin, so that a reader stays where they came in. A reply
 * stands on the page of its thread.
 */
export function pageLink(
  config: Config,
  site: Site,
  path: string,
  query: Record<string, string> = {},
): string {
  const search = new URLSearchParams(query)
  const [, thread, post] = /^(\/t\/[^/]+)\/([\w-]{36})$/.exec(path) ?? []
  const way = thread ?? (path === '/' ? '' : path)
  const place = post ? `#post-${post}` : ''
  return `${pagesRoot(config, site)}${encodeURI(way)}${search.size ? `?${search}` : ''}${place}`
}

/** A link with the origin, for what is read elsewhere: canonical addresses, feeds, the sitemap. */
export function absolute(config: Config, link: string): string {
  return new URL(link, config.publicUrl).href
}

/** A place in the widget on the host's page, written as the widget writes it. */
export function hostLink(hostPage: string, path: string): string {
  const url = new URL(hostPage)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair && pair.split('=')[0] !== 'parvis')
  if (path !== '/')
    kept.push(`parvis=${encodeURIComponent(path).replace(/%(?:2F|3F|3D)/g, decodeURIComponent)}`)
  return `${url.origin}${url.pathname}${kept.length ? `?${kept.join('&')}` : ''}`
}

/**
 * The one address under which a place is to be known: on the host's page where there is one, else here. For one reader
 * it is on the page in their language, where the host has one.
 */
export function canonicalOf(config: Config, site: Site, path: string, locale?: Locale): string {
  const hostPage = hostPageOf(site, locale)
  return hostPage ? hostLink(hostPage, path) : absolute(config, pageLink(config, site, path))
}
