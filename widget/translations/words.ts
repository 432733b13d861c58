import type { Locale } from '../../server/words.ts'
import './counting.ts'
import type { Core } from './en/core.ts'

export const coreWords: Record<Locale, () => Promise<{ default: Core }>> = {
  en: () => import('./en/core.ts'),
  fr: () => import('./fr/core.ts'),
  de: () => import('./de/core.ts'),
}

/** The language to speak: asked for, chosen by the member, the page's, the browser's, the site's. */
export const chooseLocale = (wishes: (string | null | undefined)[]): [Locale, string] => {
  const regions: Record<Locale, string> = { en: 'en-GB', fr: 'fr-FR', de: 'de-DE' }
  const spoken = (tag: string) => tag.slice(0, 2).toLowerCase() as Locale
  const tags = [...wishes, document.documentElement.lang, ...navigator.languages].filter(
    (tag) => !!tag,
  ) as string[]
  const locale = spoken(tags.find((tag) => spoken(tag) in regions) ?? 'en')
  const regional = tags.find((tag) => spoken(tag) === locale && /-\w\w$/.test(tag))
  return [locale, regional ?? regions[locale]]
}
