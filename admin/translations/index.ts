import type { Locale, Names } from '../../server/words.ts'
import { LiveValue } from '../live_value.ts'
import { language } from '../preferences.ts'
import { session } from '../session.ts'
import { type Catalog, en } from './en/index.ts'

/** The words on the screen. English is at hand from the start; the others are loaded when they are wanted. */
export const catalog = new LiveValue<{ locale: Locale; words: Catalog }>({ locale: 'en', words: en })

/** The language as Intl takes it: our English counts days and hours the European way. */
export function intlTag(): string {
  return catalog.value.locale === 'en' ? 'en-GB' : catalog.value.locale
}

export const localeNames: Record<Locale, string> = { en: 'English', fr: 'Français', de: 'Deutsch' }

const loaders: Record<Locale, () => Promise<Catalog>> = {
  en: async () => en,
  fr: async () => (await import('./fr/index.ts')).fr,
  de: async () => (await import('./de/index.ts')).de,
}

function browserLocale(): Locale {
  const known = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag in loaders)
  return (known as Locale | undefined) ?? 'en'
}

/** The language chosen on this device, else the member's own, else the browser's. */
function wantedLocale(): Locale {
  if (language.value !== 'auto') return language.value
  const now = session.value
  return ('who' in now ? now.who.member.locale : null) ?? browserLocale()
}

async function apply(): Promise<void> {
  const locale = wantedLocale()
  if (locale !== catalog.value.locale) {
    const words = await loaders[locale]()
    if (locale === wantedLocale()) catalog.value = { locale, words }
  }
  document.documentElement.lang = catalog.value.locale
}

/** Keeps the screen in the wanted language; resolves when the first one is there. */
export function startLanguage(): Promise<void> {
  language.listen(() => void apply())
  session.listen(() => void apply())
  return apply()
}

/** The name of a board, status, stage, tag or rule in the language at hand. */
export function named(thing: { name: string; names: Names }): string {
  return thing.names[catalog.value.locale] ?? thing.name
}
