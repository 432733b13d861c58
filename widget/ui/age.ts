const day = 86_400
const steps = [
  ['year', 365.25 * day],
  ['month', 30.44 * day],
  ['week', 7 * day],
  ['day', day],
  ['hour', 3600],
] as const

export type AgeUnit = 'minute' | (typeof steps)[number][0]

/** The largest unit that fits, with how many of it, rounded down; under a minute counts as one. */
export const age = (iso: string): [AgeUnit, number] => {
  const seconds = (Date.now() - Date.parse(iso)) / 1000
  // Weeks run up to nine, so that "6 weeks" is not "1 month".
  for (const [unit, length] of steps) {
    if (seconds >= (unit === 'month' ? 63 * day : length)) return [unit, Math.floor(seconds / length)]
  }
  return ['minute', Math.max(1, Math.floor(seconds / 60))]
}
