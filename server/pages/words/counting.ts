import type { Locale } from '../../words.ts'

/** Numbers and plurals as a language has them; a no-break space stands between number and noun. */
export function counting(locale: Locale) {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return {
    number: (count: number): string => numbers.format(count),
    plural: (count: number, one: string, other: string): string =>
      `${numbers.format(count)}\u00a0${rules.select(count) === 'one' ? one : other}`,
  }
}
