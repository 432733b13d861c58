import type { Locale } from '../../server/words.ts'

interface Words {
  label: string
  team: string
  guest: string
  found(count: number): string
}

/** In all languages at once, since the list is loaded by the widget and the admin alike, and says little. */
export const mentionWords: Record<Locale, Words> = {
  en: {
    label: 'People to mention',
    team: 'Team',
    guest: 'Guest',
    found: (count) => `${count}\u00a0${count === 1 ? 'person' : 'people'}. Use the arrow keys, Enter picks.`,
  },
  fr: {
    label: 'Personnes à mentionner',
    team: 'Équipe',
    guest: 'Invité',
    found: (count) =>
      `${count}\u00a0${count === 1 ? 'personne' : 'personnes'}. Flèches pour parcourir, Entrée pour choisir.`,
  },
  de: {
    label: 'Personen zum Erwähnen',
    team: 'Team',
    guest: 'Gast',
    found: (count) =>
      `${count}\u00a0${count === 1 ? 'Person' : 'Personen'}. Mit den Pfeiltasten wählen, mit Enter einsetzen.`,
  },
}
