import { html } from 'lit'

// Times are relative, with the full date in a tooltip (and for assistive technology
// in the title).

const day = 86_400
const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365.25 * day],
  ['month', 30.44 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', 3600],
]

/** The largest unit that fits, with how many of it, rounded down; under a minute counts as one. */
export const age = (iso: string): [Intl.RelativeTimeFormatUnit, number] => {
  const seconds = (Date.now() - Date.parse(iso)) / 1000
  // Weeks run up to nine, so that "6 weeks" is not "1 month".
  for (const [unit, length] of steps) {
    if (seconds >= (unit === 'month' ? 63 * day : length)) return [unit, Math.floor(seconds / length)]
  }
  return ['minute', Math.max(1, Math.floor(seconds / 60))]
}

/** "3 months", for columns. */
export const duration = (iso: string, locale: string): string => {
  const [unit, count] = age(iso)
  return count.toLocaleString(locale, { style: 'unit', unit, unitDisplay: 'long' })
}

/** "9 February 2026 at 08:12". */
export const fullDate = (iso: string, locale: string): string =>
  new Date(iso).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' })

/** A `<time>` that shows `text` and tells the full date. */
export const timeTag = (iso: string, locale: string, text: string) =>
  html`<time datetime=${iso} title=${fullDate(iso, locale)}>${text}</time>`
