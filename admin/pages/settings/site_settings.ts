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
