import type { Locale } from '../../server/words.ts'

/** Says how many of what: `n(3, 'idea', 'ideas')` is "3 ideas", by the language's own plural rule. */
export function counter(locale: Locale): (count: number, one: string, other: string) => string {
  const rules = new Intl.PluralRules(locale)
  const figures = new Intl.NumberFormat(locale)
  return (count, one, other) => `${figures.format(count)} ${rules.select(count) === 'one' ? one : other}`
}
