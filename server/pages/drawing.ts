import { html, raw } from 'hono/html'
import type { Config } from '../config.ts'
import type { Site } from '../sites/queries.ts'
import type { Locale, Names } from '../words.ts'
import { memberPath, pageLink } from './addresses.ts'
import { type PageWords, pageWords } from './words/index.ts'

/** What every part of a page is drawn with. Pages speak the site's language: their bytes are the same for all. */
export interface Drawing {
  config: Config
  site: Site
  locale: Locale
  words: PageWords
}

export function drawingOf(config: Config, site: Site): Drawing {
  return { config, site, locale: site.locale, words: pageWords[site.locale] }
}

/** The name of a board, status, stage, tag or rule in the page's language. */
export function nameIn({ locale }: Drawing, thing: { name: string; names: Names }): string {
  return thing.names[locale] ?? thing.name
}

/** The site's title over its boards. */
export function titleOf({ site, locale }: Drawing): string {
  return site.texts.titles?.[locale] ?? site.name
}

/** `lang` of a text in another language than its page. */
export function langOf({ locale }: Drawing, language: Locale) {
  return language === locale ? '' : raw(` lang="${language}"`)
}

// Made once: a page has dozens of dates, and making a format takes longer than using it.
const formats = { en: formatsOf('en-GB'), fr: formatsOf('fr-FR'), de: formatsOf('de-DE') }

function formatsOf(region: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(region, { ...options, timeZone: 'UTC' })
  return {
    day: format({ dateStyle: 'medium' }),
    month: format({ month: 'long', year: 'numeric' }),
    moment: format({ dateStyle: 'long', timeStyle: 'short' }),
  }
}

/** "9 Feb 2026". Pages are kept, so what they say of time stays true. */
export function dayOf({ locale }: Drawing, iso: string): string {
  return formats[locale].day.format(new Date(iso))
}

/** "July 2026", for a day that stands for its month. */
export function monthOf({ locale }: Drawing, iso: string): string {
  return formats[locale].month.format(new Date(iso))
}

/** A moment by its day, with the hour for whoever points at it. */
export function dayTag(drawing: Drawing, iso: string, text = dayOf(drawing, iso)) {
  const full = formats[drawing.locale].moment.format(new Date(iso))
  return html`<time datetime="${iso}" title="${full} UTC">${text}</time>`
}

/**
 * The one place where a stored text is written as HTML. It was made from Markdown and sanitized when it was posted
 * (server/lib/markdown.ts), and is the same that the API gives to the widget, which sanitizes it once more. Here the
 * page's policy is the second wall: it runs no script but our own file.
 */
export function storedPost(drawing: Drawing, content: string, language: Locale, large = false) {
  return html`<div class="prose${large ? ' lg' : ''}" dir="auto"${langOf(drawing, language)}>${raw(withLinks(drawing, content))}</div>`
}

/** Who is mentioned leads to their page. In HTML that was sanitized, no attribute and no text can look like this. */
const mention = /<bdi data-member="([0-9a-f-]{36})">@[^<]*<\/bdi>/g

function withLinks({ config, site }: Drawing, content: string): string {
  return content.replace(
    mention,
    (drawn, id: string) => `<a href="${pageLink(config, site, memberPath(id))}" rel="nofollow">${drawn}</a>`,
  )
}
