import { html } from 'hono/html'
import type { Config } from '../config.ts'
import { codes, type Problem } from '../errors.ts'
import type { Site } from '../sites/queries.ts'
import { locales } from '../words.ts'
import { pageLink } from './addresses.ts'
import type { PageFiles } from './page_files.ts'
import { pageWords } from './words/index.ts'

/**
 * What is said where there is nothing to be read, or nothing can be: in the site's language, or in all of ours where
 * no site is known. It is the same page for what is not there and for what is not public. `why` is said instead of
 * the words for all such places.
 */
export function drawRefusal(
  config: Config,
  files: PageFiles,
  site: Site | undefined,
  which: 'missing' | 'later',
  why?: unknown,
): string {
  const spoken = site ? [site.locale] : locales
  const home = site && pageLink(config, site, '/')
  const link = which === 'later' ? '' : home
  return String(html`<!doctype html>
<html lang="${spoken[0]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${pageWords[spoken[0]!][which].title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${files.style}">
</head>
<body>
<main><div class="page">
${spoken.map((locale, index) => {
  const words = pageWords[locale][which]
  return html`<div class="refusal" lang="${locale}">
${index === 0 ? html`<h1>${words.title}</h1>` : html`<h2>${words.title}</h2>`}
<p>${why ?? words.text}</p>
${link === undefined ? '' : html`<p><a class="a" href="${link}">${words.link}</a></p>`}
</div>`
})}
</div></main>
</body>
</html>
`)
}

/** A refusal by its status: what the asker's side could not know is missing, what is ours passes. */
export function refusalOf(problem: Problem): { status: number; which: 'missing' | 'later' } {
  const [status] = codes[problem.code]
  if (status === 429 || status >= 500) return { status, which: 'later' }
  return { status: 404, which: 'missing' }
}
