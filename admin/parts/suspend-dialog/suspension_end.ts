/** How long somebody is suspended: a number of days, to the end of a day, or until it is lifted. */
export const lengths = ['1', '7', '30', 'date', 'lifted'] as const
export type Length = (typeof lengths)[number]

/** The end of a day as the browser's clock has it; null where it is none, is over, or more than ten years off. */
function endOfDay(date: string, now: Date): Date | null {
  const end = new Date(`${date}T23:59:00`)
  const latest = new Date(now)
  latest.setFullYear(latest.getFullYear() + 10)
  const soonest = now.getTime() + 2 * 60_000
  return end.getTime() > soonest && end < latest ? end : null
}

/** When it ends by itself: null until lifted, `wrong` where the date is none that can be taken. */
export function endOf(length: Length, date: string, now: Date): string | null | 'wrong' {
  if (length === 'lifted') return null
  if (length === 'date') return endOfDay(date, now)?.toISOString() ?? 'wrong'
  return new Date(now.getTime() + Number(length) * 86_400_000).toISOString()
}

/** A day as an `<input type=date>` has it. */
export function dayOf(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
}
