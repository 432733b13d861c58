import { age } from './age.ts'

export { fullDate, timeTag } from './age.ts'

// What the first view does not say of times; see `age.ts`.

/** "3 months ago". */
export const ago = (iso: string, locale: string): string => {
  const [unit, count] = age(iso)
  return new Intl.RelativeTimeFormat(locale).format(-count, unit)
}

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

/** "July 2026", for a day that stands for its month. */
export const month = (iso: string, locale: string): string =>
  new Date(iso).toLocaleDateString(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
