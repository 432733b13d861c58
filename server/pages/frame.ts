import { html, raw } from 'hono/html'
import { hostPageOf } from '../sites/words.ts'
import type { Locale } from '../words.ts'
import { absolute, canonicalOf, hostLink, pageLink, pagesRoot } from './addresses.ts'
import { type Drawing, titleOf } from './drawing.ts'
import { type Data, jsonLd } from './json_ld.ts'
import type { PageFiles } from './page_files.ts'

/** What is particular to a page. */
export interface Page {
  /** The place it shows, as the widget names it. */
  path: string
  /** What it is called in a tab, beside the site's name; nothing where it is the site itself. */
  title?: string | undefined
  description: string
  /** Of what it is about, where that is written in another language than the words around it. */
  language?: Locale
  type?: 'website' | 'article'
  /** What stands for it where it is shared, if anything does. */
  image?: { address: string; alt: string } | undefined
  /** One view among others of what has its own page: read, but not to be found by. */
  aside?: boolean
  /** The address of the page after this one. */
  next?: string | undefined
  feeds: { title: string; path: string }[]
  data?: Data[]
  /** Whether the widget takes its place. It does not know where in a list a later page is. */
  living: boolean
  main: unknown
}

const ogLocales = { en: 'en_GB', fr: 'fr_FR', de: 'de_DE' }

/** A whole page: head, what the pages of a site have in common, and what is particular. */
export function drawPage(drawing: Drawing, files: PageFiles, page: Page): string {
  const { config, site, locale, words } = drawing
  const hostPage = hostPageOf(site)
  return String(html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${meta(drawing, page)}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${files.style}">
${page.living ? html`<script type="module" src="${files.script}"></script>` : ''}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
<header class="bar"><div>
<a class="home" href="${pageLink(config, site, '/')}">${site.name}</a>
${hostPage ? html`<a class="part" href="${hostLink(hostPage, page.path)}">${words.takePart(new URL(hostPage).host)}</a>` : ''}
</div></header>
<main id="content"${page.living ? html` class="living"` : ''} tabindex="-1" data-root="${pagesRoot(config, site)}" data-site="${site.slug}" data-name="${site.name}" data-title="${titleOf(drawing)}" data-widget="${files.widget}"${hostPage ? html` data-host="${hostPage}"` : ''}>
<div class="page">
${page.main}
</div>
</main>
<footer class="foot"><div>
<noscript><p>${words.noScript}</p></noscript>
${page.feeds.map(({ title, path }) => html`<a href="${pageLink(config, site, path)}" type="application/atom+xml">${words.feed}<span class="vh">: ${title}</span></a>`)}
</div></footer>
</body>
</html>
`)
}

function meta(drawing: Drawing, page: Page) {
  const { config, site, locale } = drawing
  const title = page.title ? `${page.title} · ${site.name}` : titleOf(drawing)
  const canonical = canonicalOf(config, site, page.path)
  return html`<title>${title}</title>
<meta name="description" content="${page.description}">
${page.aside ? html`<meta name="robots" content="noindex, follow">` : html`<link rel="canonical" href="${canonical}">`}
${page.next ? html`<link rel="next" href="${page.next}">` : ''}
<meta property="og:title" content="${page.title ?? titleOf(drawing)}">
<meta property="og:description" content="${page.description}">
<meta property="og:type" content="${page.type ?? 'website'}">
<meta property="og:url" content="${canonical}">
<meta property="og:site_name" content="${site.name}">
<meta property="og:locale" content="${ogLocales[page.language ?? locale]}">
${
  page.image
    ? html`<meta property="og:image" content="${page.image.address}">
<meta property="og:image:alt" content="${page.image.alt}">
`
    : ''
}<meta name="twitter:card" content="${page.image ? 'summary_large_image' : 'summary'}">
${page.feeds.map(({ title, path }) => html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${absolute(config, pageLink(config, site, path))}">`)}
${page.data ? html`<script type="application/ld+json">${raw(jsonLd(page.data))}</script>` : ''}`
}
