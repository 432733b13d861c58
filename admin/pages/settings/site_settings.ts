import type { LimitJson } from '../../../server/limits/json.ts'
import type { SettingsJson } from '../../../server/sites/json.ts'
import type { Locale, Names } from '../../../server/words.ts'
import { get, patch } from '../../api.ts'
import { LiveValue } from '../../live_value.ts'
import { who } from '../../session.ts'

export const allLocales: Locale[] = ['en', 'fr', 'de']

/** The site's settings, loaded once for all pages that need them; null until they are there. */
export const siteSettings = new LiveValue<SettingsJson | null>(null)

export async function loadSettings(signal?: AbortSignal): Promise<SettingsJson> {
  siteSettings.value = await get<SettingsJson>('settings', {}, signal)
  return siteSettings.value
}

/** What can be changed of the settings; of the limits, only the numbers. */
type Change = Partial<Omit<SettingsJson, 'limits'> & { limits: Partial<Record<LimitJson['kind'], number>> }>

export async function saveSettings(change: Change): Promise<SettingsJson> {
  siteSettings.value = await patch<SettingsJson>('settings', change)
  who().site.name = siteSettings.value.name
  return siteSettings.value
}

/** The settings as they are now, without showing them: what is being typed stays. */
const settingsNow = () => get<SettingsJson>('settings')

/** What was typed that differs from what was shown, by field. */
export function changesOf<T extends object>(shown: T, typed: Partial<T>): Partial<T> {
  const differs = ([name, value]: [string, unknown]) => !same(value, shown[name as keyof T])
  return Object.fromEntries(Object.entries(typed).filter(differs)) as Partial<T>
}

function same(one: unknown, other: unknown): boolean {
  if (!isByLocale(one) || !isByLocale(other)) return one === other
  return allLocales.every((locale) => one[locale] === other[locale])
}

const isByLocale = (value: unknown): value is Names => typeof value === 'object' && value !== null

/**
 * Saves of a form only what was changed in it: a page that stood open for long must not put back what others saved
 * meanwhile. Of a text by language the server takes all at once, so the other languages are those that are saved now.
 */
export async function saveTyped(typed: Partial<Omit<SettingsJson, 'limits'>>): Promise<SettingsJson> {
  const shown = siteSettings.value ?? (await settingsNow())
  const change = changesOf(shown, typed)
  const byLocale = (['titles', 'purposes', 'promises', 'hostPages'] as const).filter((name) => change[name])
  if (byLocale.length) {
    const now = await settingsNow()
    for (const name of byLocale) change[name] = laidOver(now[name], shown[name], change[name] ?? {})
  }
  return saveSettings(change)
}

/** What is saved now, with the languages laid over it whose text differs from what was shown. */
function laidOver(now: Names, shown: Names, typed: Names): Names {
  const changed = allLocales.filter((locale) => typed[locale] !== shown[locale])
  return filled({ ...now, ...Object.fromEntries(changed.map((locale) => [locale, typed[locale] ?? ''])) })
}

/** Changes the list of origins as it is now, whatever is shown of it. */
export async function changeOrigins(change: (origins: string[]) => string[]): Promise<void> {
  await saveSettings({ origins: change((await settingsNow()).origins) })
}

/** Saves the limits that were changed; those that nobody changed keep what is saved now. */
export async function saveLimits(typed: Partial<Record<LimitJson['kind'], number>>): Promise<void> {
  const shown = siteSettings.value?.limits ?? []
  const changed = shown.filter(({ kind, permits }) => typed[kind] !== permits).map(({ kind }) => kind)
  const wanted = (await settingsNow()).limits.map(({ kind, permits, usual }) => {
    return { kind, usual, value: changed.includes(kind) ? typed[kind] : permits }
  })
  // What differs from the usual numbers: only that is the site's own.
  const own = wanted.filter(({ value, usual }) => value !== usual)
  await saveSettings({ limits: Object.fromEntries(own.map(({ kind, value }) => [kind, value])) })
}

/** The main language first, then the others. */
export function localesMainFirst(): Locale[] {
  const main = siteSettings.value?.locale ?? 'en'
  return [main, ...allLocales.filter((locale) => locale !== main)]
}

/** Only the languages that have a text: an empty one is left out, which takes it away. */
export function filled(names: Partial<Record<Locale, string>>): Names {
  return Object.fromEntries(
    Object.entries(names)
      .filter(([, text]) => text?.trim())
      .map(([l, text]) => [l, text?.trim()]),
  )
}
