// Where this admin lives: `{base}/admin/{slug}/…`. Parvis may be mounted under a sub-path, which only the
// address of the script itself tells for sure; the page's own path serves where there is no bundle.

function findBase(): string {
  const script = new URL(import.meta.url).pathname
  const bundled = script.lastIndexOf('/admin/assets/')
  if (bundled >= 0) return script.slice(0, bundled)
  const here = location.pathname.indexOf('/admin/')
  return here >= 0 ? location.pathname.slice(0, here) : ''
}

/** The path before `/admin/`, without a slash at its end; empty at the root. */
export const base = findBase()

/** The site this admin shows, from the address. Another site is another page load. */
export const slug = decodeURIComponent(location.pathname.slice(`${base}/admin/`.length).split('/')[0] ?? '')

/** The address of another site's admin. */
export function adminOf(site: string): string {
  return `${base}/admin/${encodeURIComponent(site)}/feedback`
}

/** The address of the API's path under this site. */
export function apiOf(path: string): string {
  return `${base}/api/v1/sites/${encodeURIComponent(slug)}/${path}`
}
