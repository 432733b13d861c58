import { html, raw } from 'hono/html'
import type { Locale } from '../words.ts'
import { nobody, type Visitor, visitors } from './visitors.ts'
import { type HostWords, hostWords } from './words.ts'

export interface Page {
  path: string
  locale: Locale
  view: 'home' | 'community'
}

export const pages: Page[] = [
  { path: '/', locale: 'en', view: 'home' },
  { path: '/fr/', locale: 'fr', view: 'home' },
  { path: '/de/', locale: 'de', view: 'home' },
  { path: '/community', locale: 'en', view: 'community' },
  { path: '/fr/communaute', locale: 'fr', view: 'community' },
  { path: '/de/gemeinschaft', locale: 'de', view: 'community' },
]

/** What a page is drawn for. */
export interface Visit {
  page: Page
  visitor: Visitor | undefined
  theme: 'light' | 'dark' | undefined
  /** Where Parvis is, with a trailing slash, and the slug of the site there. */
  parvis: string
  site: string
  logo: string
}

const languages: Record<Locale, string> = { en: 'English', fr: 'Français', de: 'Deutsch' }

export function drawPage(visit: Visit) {
  const words = hostWords[visit.page.locale]
  const home = visit.page.view === 'home'
  return drawFrame(
    visit,
    home ? words.title : words.communityTitle,
    home ? drawHome(visit, words) : drawCommunity(visit, words),
  )
}

export function drawMissing(visit: Visit) {
  const { missing, title, nav } = hostWords[visit.page.locale]
  const links = html`<a href="${pathOf(visit, 'home')}">Bakfleet</a>, <a href="${pathOf(visit, 'community')}">${nav.community}</a>`
  return drawFrame(
    visit,
    title,
    html`<div class="prose"><h1>${missing.heading}</h1><p>${missing.text} ${links}</p></div>`,
  )
}

function pathOf(visit: Visit, view: Page['view'], locale = visit.page.locale): string {
  return pages.find((page) => page.view === view && page.locale === locale)!.path
}

function drawFrame(visit: Visit, title: string, main: unknown) {
  const { page, theme } = visit
  const words = hostWords[page.locale]
  return html`<!doctype html>
<html lang="${page.locale}" ${theme ? html`data-theme="${theme}"` : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/logo.svg" type="image/svg+xml">
<link rel="stylesheet" href="/host.css">
<script type="module" src="/host.js"></script>
${page.view === 'community' ? html`<script type="module" src="${visit.parvis}widget.js"></script>` : ''}
</head>
<body>
<a class="skip" href="#content">${words.skip}</a>
${drawHeader(visit, words)}
<main id="content">${main}</main>
${drawFooter(visit, words)}
</body>
</html>`
}

function drawHeader(visit: Visit, words: HostWords) {
  const home = pathOf(visit, 'home')
  const here = visit.page.view === 'community'
  const parts = (['planner', 'riders', 'pricing', 'help'] as const).map(
    (part) => html`<a href="${home}#${part}">${words.nav[part]}</a>`,
  )
  return html`<header class="bar"><div class="wide">
<a class="logo" href="${home}">${raw(visit.logo)}<span>Bakfleet</span></a>
<nav id="nav" popover aria-label="${words.menu}">
${parts}
<a href="${pathOf(visit, 'community')}" ${here ? raw('aria-current="page"') : ''}>${words.nav.community}</a>
</nav>
<div class="tools">
${drawAppearance(visit, words)}
${drawVisitor(visit, words)}
<a class="start" href="${home}#planner">${words.start}</a>
<button class="burger" type="button" popovertarget="nav" aria-label="${words.menu}">${raw(glyphs.menu)}</button>
</div>
</div></header>`
}

function drawAppearance(visit: Visit, words: HostWords) {
  const button = (theme: 'light' | 'dark', label: string, glyph: string) =>
    html`<button class="round to-${theme}" name="theme" value="${theme}" aria-label="${label}" title="${label}">${raw(glyph)}</button>`
  return html`<form id="appearance" method="post" action="/appearance">
<input type="hidden" name="to" value="${visit.page.path}">
${button('dark', words.toDark, glyphs.moon)}${button('light', words.toLight, glyphs.sun)}
</form>`
}

function drawVisitor(visit: Visit, words: HostWords) {
  const { visitor } = visit
  const choice = (key: string, name: string, detail: string) => {
    const current = key === (visitor?.key ?? nobody)
    return html`<button name="visitor" value="${key}" ${current ? raw('aria-current="true"') : ''}><b>${name}</b><span>${detail}</span></button>`
  }
  return html`<button class="who" type="button" popovertarget="visitors">
<span class="vh">${visitor ? words.visitor.signedIn : ''}</span>
<span class="disc" aria-hidden="true">${visitor ? initialsOf(visitor.name) : raw(glyphs.person)}</span>
<span class="name">${visitor?.name ?? words.visitor.signedOut}</span>
</button>
<form id="visitors" popover method="post" action="/sign-in">
<p>${words.visitor.choose}</p>
<input type="hidden" name="to" value="${visit.page.path}">
${visitors.map((one) => choice(one.key, one.name, one.email.split('@')[1] ?? ''))}
${choice(nobody, words.visitor.out, '')}
</form>`
}

function initialsOf(name: string): string {
  return name
    .split(' ')
    .map((part) => part[0])
    .join('')
}

function drawHome(visit: Visit, words: HostWords) {
  const community = pathOf(visit, 'community')
  const section = ({ id, heading, paragraphs }: HostWords['sections'][number]) =>
    html`<section id="${id}"><h2>${heading}</h2>${paragraphs.map((text) => html`<p>${text}</p>`)}</section>`
  const [planner, riders, help] = words.sections.map(section)
  return html`<div class="prose">
<section class="hero">
<h1>${words.hero.heading}</h1>
<p class="lead">${words.hero.lead}</p>
<p><a class="start" href="${community}">${words.hero.more}</a></p>
</section>
${planner}${riders}
<section id="pricing"><h2>${words.pricing.heading}</h2><p>${words.pricing.lead}</p>
<dl>${words.pricing.plans.map((plan) => html`<div><dt>${plan.name}</dt><dd><b>${plan.price}</b></dd><dd>${plan.text}</dd></div>`)}</dl>
</section>
${help}
<p><a href="${community}">${words.ask}</a></p>
</div>`
}

function drawCommunity(visit: Visit, words: HostWords) {
  return html`<parvis-board site="${visit.site}"><noscript><p>${words.noScript}</p></noscript></parvis-board>`
}

function drawFooter(visit: Visit, words: HostWords) {
  const { view, locale } = visit.page
  const others = (Object.keys(languages) as Locale[]).map((one) =>
    one === locale
      ? html`<span aria-current="true">${languages[one]}</span>`
      : html`<a href="${pathOf(visit, view, one)}" lang="${one}" hreflang="${one}">${languages[one]}</a>`,
  )
  return html`<footer><div class="wide foot">
<p>${words.foot.company}</p>
<p>${words.foot.madeUp} <a href="${visit.parvis}admin/${visit.site}/">${words.foot.team}</a></p>
<p class="languages">${others}</p>
</div></footer>`
}

const glyph = (paths: string) =>
  `<svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${paths}</svg>`

const glyphs = {
  menu: glyph('<path d="M3 5.5h14M3 10h14M3 14.5h14"/>'),
  moon: glyph('<path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.700 8.700Z"/>'),
  sun: glyph(
    '<circle cx="10" cy="10" r="3.300"/><path d="M10 2.200v1.600M10 16.200v1.600M2.200 10h1.600M16.200 10h1.600M4.500 4.500l1.100 1.100M14.400 14.400l1.100 1.100M4.500 15.500l1.100-1.100M14.400 5.600l1.100-1.100"/>',
  ),
  person: glyph(
    '<circle cx="10" cy="7" r="3.200"/><path d="M3.800 16.800c.9-3 3.300-4.600 6.200-4.600s5.300 1.600 6.200 4.600"/>',
  ),
}
