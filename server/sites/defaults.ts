import type { Category, Locale, Names } from '../words.ts'

// What a new site begins with. Every name can be changed in the admin.

export const defaultBoards = [
  {
    slug: 'ideas',
    kinds: ['idea'],
    names: { en: 'Ideas', fr: 'Idées', de: 'Ideen' },
    purposes: {
      en: 'Say what would help you, and vote for what would help most.',
      fr: 'Dites ce qui vous aiderait et votez pour ce qui aiderait le plus.',
      de: 'Sagen Sie, was Ihnen helfen würde, und stimmen Sie für das Wichtigste.',
    },
    sort: 'trending',
    icon: 'idea',
  },
  {
    slug: 'help',
    kinds: ['question', 'discussion'],
    names: { en: 'Help', fr: 'Entraide', de: 'Hilfe' },
    purposes: {
      en: 'Ask, and answer what you know.',
      fr: 'Posez vos questions, répondez à celles dont vous connaissez la réponse.',
      de: 'Stellen Sie Fragen und beantworten Sie, was Sie wissen.',
    },
    sort: 'active',
    icon: 'question',
  },
  {
    slug: 'news',
    kinds: ['announcement'],
    names: { en: 'News', fr: 'Actualités', de: 'Neues' },
    purposes: {
      en: 'What is new, from the team.',
      fr: 'Les nouveautés, racontées par l’équipe.',
      de: 'Neuigkeiten vom Team.',
    },
    sort: 'new',
    icon: 'news',
  },
] as const

interface DefaultStep {
  slug: string
  category: Category
  names: Required<Names>
}

export const defaultStatuses: DefaultStep[] = [
  { slug: 'open', category: 'open', names: { en: 'Open', fr: 'Ouverte', de: 'Offen' } },
  { slug: 'review', category: 'review', names: { en: 'In review', fr: 'À l’étude', de: 'In Prüfung' } },
  { slug: 'planned', category: 'planned', names: { en: 'Planned', fr: 'Planifiée', de: 'Geplant' } },
  { slug: 'building', category: 'building', names: { en: 'Building', fr: 'En cours', de: 'In Arbeit' } },
  { slug: 'shipped', category: 'shipped', names: { en: 'Shipped', fr: 'Livrée', de: 'Verfügbar' } },
  {
    slug: 'closed',
    category: 'closed',
    names: { en: 'Not planned', fr: 'Non retenue', de: 'Nicht geplant' },
  },
]

export const defaultStages: DefaultStep[] = [
  {
    slug: 'consideration',
    category: 'open',
    names: { en: 'Under consideration', fr: 'Envisagé', de: 'Wird erwogen' },
  },
  {
    slug: 'exploring',
    category: 'review',
    names: { en: 'Exploring', fr: 'Exploration', de: 'Wird erkundet' },
  },
  { slug: 'planned', category: 'planned', names: { en: 'Planned', fr: 'Planifié', de: 'Geplant' } },
  { slug: 'building', category: 'building', names: { en: 'Building', fr: 'En cours', de: 'In Arbeit' } },
  { slug: 'shipped', category: 'shipped', names: { en: 'Shipped', fr: 'Livré', de: 'Verfügbar' } },
  { slug: 'aside', category: 'closed', names: { en: 'Set aside', fr: 'Mis de côté', de: 'Zurückgestellt' } },
]

export const defaultRules: Required<Names>[] = [
  {
    en: 'Say what happened to you; one wish per idea.',
    fr: 'Racontez ce qui vous arrive ; un souhait par idée.',
    de: 'Erzählen Sie, was Sie erleben; ein Wunsch pro Idee.',
  },
  {
    en: 'Leave out other people’s names, addresses and numbers.',
    fr: 'N’indiquez ni noms, ni adresses, ni numéros d’autres personnes.',
    de: 'Nennen Sie keine Namen, Adressen oder Nummern anderer Personen.',
  },
  {
    en: 'Speak about the work and not the person.',
    fr: 'Parlez du travail et non de la personne.',
    de: 'Sprechen Sie über die Sache und nicht über die Person.',
  },
  {
    en: 'No advertising, also not for a good cause.',
    fr: 'Pas de publicité, même pour une bonne cause.',
    de: 'Keine Werbung, auch nicht für einen guten Zweck.',
  },
]

export const defaultTitles: Required<Names> = {
  en: 'Ideas and answers',
  fr: 'Idées et réponses',
  de: 'Ideen und Antworten',
}

export function inLocale(names: Names, locale: Locale): string {
  return names[locale] ?? names.en ?? Object.values(names)[0] ?? ''
}
