import { html } from 'hono/html'
import type { World } from '../context.ts'
import type { Board, Site } from '../sites/queries.ts'
import { absolute, pageLink, threadPath } from './addresses.ts'
import { pagesOfSitemap, placesBetween } from './queries.ts'

/**
 * Threads of one page of a sitemap, by their numbers. A tenth of what the protocol allows is enough: a page is made
 * in a few milliseconds and kept like any other.
 */
export const sitemapSize = 1000
export const lastSitemapPage = 50_000

const prolog = html`<?xml version="1.0" encoding="utf-8"?>`
const names = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** `sitemap.xml`: where the pages of the sitemap are. The first is always there, for it has the boards. */
export async function sitemapIndex({ config, db }: World, site: Site, boards: Board[]): Promise<string> {
  const filled = await pagesOfSitemap(db, site.id, idsOf(boards), sitemapSize)
  const pages = [1, ...filled.filter((page) => page > 1)]
  const address = (page: number) => absolute(config, pageLink(config, site, `/sitemap/${page}.xml`))
  return String(html`${prolog}
<sitemapindex xmlns="${names}">
${pages.map((page) => html`<sitemap><loc>${address(page)}</loc></sitemap>\n`)}</sitemapindex>
`)
}

/** A page of the sitemap: the pages of the threads whose numbers are its own; the first also has the boards. */
export async function sitemapPage(
  { config, db }: World,
  site: Site,
  boards: Board[],
  page: number,
): Promise<string | undefined> {
  const above = (page - 1) * sitemapSize
  const rows = await placesBetween(db, site.id, idsOf(boards), above, above + sitemapSize)
  const places = page === 1 ? ['/', ...boards.map((board) => `/b/${board.slug}`), '/roadmap'] : []
  if (!rows.length && !places.length) return undefined
  const address = (path: string) => absolute(config, pageLink(config, site, path))
  return String(html`${prolog}
<urlset xmlns="${names}">
${places.map((path) => html`<url><loc>${address(path)}</loc></url>\n`)}${rows.map((row) => html`<url><loc>${address(threadPath(row))}</loc><lastmod>${row.changed_at.toISOString()}</lastmod></url>\n`)}</urlset>
`)
}

const idsOf = (boards: Board[]) => boards.map((board) => board.id)
