type Locale = 'en' | 'fr' | 'de'

/**
 * Numbers and plurals as a language has them, and as `Intl` would write them: its first use takes a phone longer than
 * the whole list. The three languages know two forms in what we count, which is whole and not negative.
 */
export const counting = (locale: Locale) => {
  const number = (count: number): string =>
    `${count}`.replace(/\B(?=(\d{3})+$)/g, { en: ',', fr: '\u202f', de: '.' }[locale])
  return {
    number,
    plural: (count: number, one: string, other: string): string =>
      `${number(count)}\u00a0${count === 1 || (!count && locale === 'fr') ? one : other}`,
  }
}
