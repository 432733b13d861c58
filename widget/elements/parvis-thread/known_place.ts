import type { Context } from '../../context.ts'
import { placeOf } from '../../controllers/navigation.ts'

/**
 * The path of the post of this community that an address leads to: on a page of the host's in whatever language, on the
 * page that one is on, or on the public pages. Undefined for everything else.
 */
export const knownPlace = (
  { opening, base, name }: Pick<Context, 'opening' | 'base' | 'name'>,
  address: string,
): string | undefined => {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const pages = `${base}s/${opening.site.slug}/`
  const path = address.startsWith(pages)
    ? publicPath(address.slice(pages.length))
    : [location.href, ...opening.hostPages].some((page) => isOn(url, new URL(page)))
      ? placeIn(url, name ? `parvis-${name}` : 'parvis')
      : undefined
  return path !== undefined && placeOf(path).view === 'thread' ? path : undefined
}

const isOn = (url: URL, page: URL) => url.origin === page.origin && url.pathname === page.pathname

/** A widget writes its place in the query or, as its tag may ask, behind the `#`. */
const placeIn = ({ search, hash }: URL, parameter: string): string | undefined =>
  new URLSearchParams(hash.slice(1)).get(parameter) ?? new URLSearchParams(search).get(parameter) ?? undefined

/** The public pages name a post behind the `#`. */
const publicPath = (rest: string): string | undefined => {
  const [, thread, post] = /^t\/(\d+)[^/?#]*(?:#post-([\da-f-]{36}))?$/.exec(rest) ?? []
  return thread && `/t/${thread}${post ? `/${post}` : ''}`
}
