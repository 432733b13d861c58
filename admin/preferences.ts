import type { Locale } from '../server/words.ts'
import { LiveValue } from './live_value.ts'

export type Theme = 'auto' | 'light' | 'dark'

// Storage throws where the browser forbids it; the preference then lasts as long as the page.
function stored(name: string): string | null {
  try {
    return localStorage.getItem(`parvis-admin-${name}`)
  } catch {
    return null
  }
}

function store(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(`parvis-admin-${name}`)
    else localStorage.setItem(`parvis-admin-${name}`, value)
  } catch {
    // Kept in memory only.
  }
}

function preference<T extends string>(name: string, first: T, allowed: readonly T[]): LiveValue<T> {
  const kept = stored(name) as T | null
  const value = new LiveValue<T>(kept !== null && allowed.includes(kept) ? kept : first)
  value.listen((now) => store(name, now))
  return value
}

export const theme = preference<Theme>('theme', 'auto', ['auto', 'light', 'dark'])

/** A language chosen by hand on this device; `auto` follows the member's own, then the browser. */
export const language = preference<Locale | 'auto'>('language', 'auto', ['auto', 'en', 'fr', 'de'])

/** Single-key shortcuts can be turned off: they get in the way of speech input and slips (WCAG 2.1.4). */
export const shortcutKeys = preference<'on' | 'off'>('shortcuts', 'on', ['on', 'off'])

/** How one signed in last on this device, so that it is offered first. */
export const signInWay = preference<'code' | 'password'>('sign-in', 'code', ['code', 'password'])

const dark = matchMedia('(prefers-color-scheme: dark)')

function applyTheme(): void {
  const isDark = theme.value === 'dark' || (theme.value === 'auto' && dark.matches)
  document.documentElement.dataset.theme = isDark ? 'dark' : 'light'
}

/** Keeps the page in the chosen theme, and with the system where it is left to it. */
export function startTheme(): void {
  applyTheme()
  theme.listen(applyTheme)
  dark.addEventListener('change', applyTheme)
}
