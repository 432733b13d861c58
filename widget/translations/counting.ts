/** Numbers and plurals as a language has them. The three languages know two forms in what we count. */
export const counting = (locale: string) => {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return {
    number: (count: number): string => numbers.format(count),
    plural: (count: number, one: string, other: string): string =>
      `${numbers.format(count)}\u00a0${rules.select(count) === 'one' ? one : other}`,
  }
}
