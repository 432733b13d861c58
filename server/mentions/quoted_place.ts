/** What a link to a post names: the post itself, or a thread for the opening of it. */
export type Place = { post: string } | { thread: number }

const ids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const thread = /(?:\/|%2F)t(?:\/|%2F)(\d{1,9})(?!\d)/i

/**
 * The place that an address of the widget or of the public pages leads to, however the host's page writes it. An id is
 * of one post in the world; a number is a thread of this site only where the address is on one of its origins, or
 * among its own pages.
 */
export function placeOf(address: string, origins: string[], pages: URL): Place | undefined {
  if (!URL.canParse(address)) return undefined
  const post = address.match(ids)?.at(-1)
  if (post) return { post: post.toLowerCase() }
  const { origin, pathname } = new URL(address)
  const number = thread.exec(address)?.[1]
  const own =
    origins.includes(origin) || (origin === pages.origin && pathname.startsWith(`${pages.pathname}/`))
  return number && own ? { thread: Number(number) } : undefined
}
