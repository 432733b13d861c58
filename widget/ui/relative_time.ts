import { html } from 'lit'
import { age } from './age.ts'

// What the first view does not say of times; see `age.ts`. Times are relative, with the full date
// in a tooltip (and for assistive technology in the title).

const justNow: Record<string, string> = { en: 'just now', fr: 'à l’instant', de: 'gerade eben' }

/** "3 months ago"; "just now" for less than a minute, also where the clock of who reads is behind. */
export const ago = (iso: string, locale: string): string => {
  const now = justNow[locale.slice(0, 2)]
  if (now && Date.now() - Date.parse(iso) < 60_000) return now
  const [unit, count] = age(iso)
  return new Intl.RelativeTimeFormat(locale).format(-count, unit)
}

/** "9 February 2026 at 08:12". */
export const fullDate = (iso: string, locale: string): string =>
  new Date(iso).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })

/** A `<time>` that shows `text` and tells the full date. */
export const timeTag = (iso: string, locale: string, text: string) =>
  html`<time datetime=${iso} title=${fullDate(iso, locale)}>${text}</time>`

/** "9 Feb", with the year where it is not this one. */
export const shortDate = (iso: string, locale: string): string => {
  const date = new Date(iso)
  const sameYear = date.getFullYear() === new Date().getFullYear()
  return date.toLocaleDateString(locale, {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  })
}

/** A `<time>` that shows "9 Feb", and "14:05" of today, which stays true for as long as the page is open. */
export const dayTag = (iso: string, locale: string) => {
  const date = new Date(iso)
  const today = date.toDateString() === new Date().toDateString()
  const time = () => date.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })
  return timeTag(iso, locale, today ? time() : shortDate(iso, locale))
}

/** "July 2026", for a day that stands for its month. */
export const month = (iso: string, locale: string): string =>
  new Date(iso).toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
