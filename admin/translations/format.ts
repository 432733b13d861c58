import { intlTag as locale } from './index.ts'

/** Finest first: up to how many seconds a unit speaks, and how many it is worth. */
const steps: [limit: number, unit: Intl.RelativeTimeFormatUnit, size: number][] = [
  [60, 'second', 1],
  [3600, 'minute', 60],
  [86400, 'hour', 3600],
  [86400 * 7, 'day', 86400],
]

function secondsSince(moment: string): number {
  return Math.max(0, (Date.now() - Date.parse(moment)) / 1000)
}

export const figure = (value: number) => new Intl.NumberFormat(locale()).format(value)

export const money = (value: number) =>
  new Intl.NumberFormat(locale(), { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 }).format(
    value,
  )

export const listed = (items: string[]) =>
  new Intl.ListFormat(locale(), { style: 'long', type: 'conjunction' }).format(items)

/** The full date and time, for tooltips. */
export const moment = (iso: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'full', timeStyle: 'short' }).format(new Date(iso))

/** A moment to the second, where clocks are compared. */
export const instant = (iso: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'medium' }).format(new Date(iso))

/** When something ends or began, with the hour. */
export const dateAndTime = (iso: string) =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso))

export const day = (iso: string) =>
  new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(iso))

/** A month of a plan, from its date: "Mar 2027". Read as UTC, since it is a date without an hour. */
export const month = (date: string) =>
  new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(date),
  )

function shortDate(iso: string, zone: { timeZone?: string } = {}): string {
  const date = new Date(iso)
  const sameYear = date.getFullYear() === new Date().getFullYear()
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
    ...zone,
  }).format(date)
}

/** How old, for a column: "3h", "3 Std.", "3 h", then the date. Only English reads well without a space. */
export function age(iso: string): string {
  const seconds = secondsSince(iso)
  const step = steps.find(([limit]) => seconds < limit)
  if (!step) return shortDate(iso)
  const [, unit, size] = step
  const shown = unit === 'second' ? 'minute' : unit
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: shown,
    unitDisplay: locale().startsWith('en') ? 'narrow' : 'short',
  }).format(unit === 'second' ? 0 : Math.max(1, Math.floor(seconds / size)))
}

/** How long ago, in a sentence: "3 hours ago", then the date. */
export function ago(iso: string): string {
  const seconds = secondsSince(iso)
  const step = steps.find(([limit]) => seconds < limit)
  if (!step) return shortDate(iso)
  const [, unit, size] = step
  const count = unit === 'second' ? 0 : Math.floor(seconds / size)
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-count, unit)
}

/** How many days ago a date without an hour was: "yesterday", then the date. Read as UTC, as the server counts days. */
export function daysAgo(date: string): string {
  const days = Math.max(0, Math.floor((Date.now() - Date.parse(date)) / 86_400_000))
  if (days >= 7) return shortDate(date, { timeZone: 'UTC' })
  return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day')
}
