import type { World } from '../context.ts'

/**
 * The address of a view of a site's admin. `back` is what a page asked for: a path below that admin, with filters, or
 * whatever somebody made of it; all that would lead elsewhere leads to the admin itself.
 */
export function viewOf({ config }: World, slug: string, back: string): URL {
  const root = new URL(`admin/${slug}/`, config.publicUrl)
  // Neither a backslash nor what is not seen is in any address of ours, and readers differ about them.
  if (!/^[\w\-./~%?=&+:@,!*]*$/.test(back)) return root
  const view = URL.parse(back, root)
  if (!view?.href.startsWith(root.href)) return root
  const path = view.pathname.slice(root.pathname.length)
  return /^(sign-in|$)|\/\/|%2f|%5c/i.test(path) ? root : view
}

/** The address of the sign-in page, which leads on to a view. */
export function signInPage(world: World, slug: string, back = ''): URL {
  const root = viewOf(world, slug, '')
  const page = new URL('sign-in', root)
  const view = viewOf(world, slug, back)
  const wanted = view.href.slice(root.href.length)
  if (wanted) page.searchParams.set('back', wanted)
  return page
}
