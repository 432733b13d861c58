import { slug } from './address.ts'

// What was typed and not yet sent, per site and place, kept on this device so that an ended session, a closed
// tab or a failed send never costs a word. Held in memory too, where storage is forbidden.
const held = new Map<string, string>()

/** Under which name a draft of this community lies on the device. */
export const draftName = (key: string): string => `parvis-admin-draft:${slug}:${key}`

export function draftOf(key: string): string {
  const name = draftName(key)
  try {
    return localStorage.getItem(name) ?? held.get(name) ?? ''
  } catch {
    return held.get(name) ?? ''
  }
}

/** Keeps the draft; an empty text forgets it. */
export function keepDraft(key: string, text: string): void {
  const name = draftName(key)
  if (text) held.set(name, text)
  else held.delete(name)
  try {
    if (text) localStorage.setItem(name, text)
    else localStorage.removeItem(name)
  } catch {
    // Held in memory.
  }
}
