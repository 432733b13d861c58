import { randomInt } from 'node:crypto'
import type { Locale } from '../words.ts'

const members: Record<Locale, string> = { en: 'Member', fr: 'Membre', de: 'Mitglied' }
const guests: Record<Locale, string> = { en: 'Guest', fr: 'Invité', de: 'Gast' }
const numberedGuest = new RegExp(`^(${Object.values(guests).join('|')}) \\d{4}$`)

/** What somebody is called who did not say: never a part of the address, which is nobody's to read. */
export const namelessName = (locale: Locale): string => numbered(members[locale])

/** What a guest is called who did not say. */
export const guestName = (locale: Locale): string => numbered(guests[locale])

/** Whether a guest never said how they are called. */
export const isGuestName = (name: string): boolean => numberedGuest.test(name)

const numbered = (word: string): string => `${word} ${randomInt(1000, 10_000)}`
