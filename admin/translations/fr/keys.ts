import { counter } from '../counting.ts'
import type { keys as en } from '../en/keys.ts'

const n = counter('fr')

export const keys: typeof en = {
  words:
    'Pour vos propres programmes\u202f: un export, un outil d’assistance, un gestionnaire de tickets. Chaque clé n’ouvre que ce que vous cochez.',
  reference: 'Référence de l’API',
  adminsOnly: 'Seuls les administrateurs et les propriétaires voient les clés d’API.',
  add: 'Nouvelle clé',
  emptyHeading: 'Pas encore de clé d’API',
  emptyWords:
    'Avec une clé, un programme à vous peut lire les retours, publier pour votre assistance ou tenir votre gestionnaire de tickets et la feuille de route au même point.',

  adding: 'Créer une clé d’API',
  name: 'Nom',
  nameHint:
    'Ce qui s’en sert, par exemple «\u202fAssistance\u202f». Il figure à côté de ce que la clé publie et décide.',
  nameMissing: 'Donnez-lui un nom.',
  may: 'Ce qu’elle peut faire',
  scopes: {
    read: [
      'Lire',
      'Rubriques, sujets, réponses et feuille de route publiée, y compris ce que seule l’équipe peut lire',
    ],
    write: ['Écrire', 'Publier des sujets et des réponses, et modifier ce qu’elle a publié'],
    feedback: [
      'Traiter les retours',
      'Statuts, étiquettes, fusions, répartition, notes, réponses officielles, chiffre d’affaires derrière les idées',
    ],
    moderation: [
      'Modérer',
      'Lire les signalements, masquer des contributions, suspendre des membres, et revenir sur ces décisions',
    ],
    roadmap: [
      'Feuille de route',
      'Créer, modifier et publier des projets\u202f; lire ceux qui sont privés et la demande derrière eux',
    ],
    structure: ['Organiser', 'Rubriques, segments, statuts, étapes, étiquettes et règles'],
    people: [
      'Personnes',
      'Noms et adresses e-mail de l’équipe et des membres, et ce que votre site dit de ces derniers',
    ],
    audit: ['Journal', 'Lire ce que l’équipe a fait'],
  },
  noScope: 'Cochez au moins une case.',
  holds: 'Durée de validité',
  spans: { 30: '30 jours', 90: '90 jours', 365: '1 an', 730: '2 ans' },
  spanUntil: (span, day) => `${span}, jusqu’au ${day}`,
  holdsHint: 'Ensuite, créez-en une autre. Plus la durée est courte, moins une fuite est grave.',
  addAct: 'Créer la clé',
  tooMany: 'Cinquante clés sont déjà valides. Révoquez-en d’abord une.',
  again: 'Créer une clé demande une connexion de moins de dix minutes.',

  madeTitle: (name) => `«\u202f${name}\u202f» est prête`,
  key: 'Clé d’API',
  once: 'Copiez-la maintenant. Elle n’est affichée que cette fois et n’est conservée nulle part.',
  copied: 'Clé copiée',
  try: 'Pour l’essayer',
  keep: 'Gardez-la sur un serveur\u202f: dans une page web, tout le monde pourrait la lire, et elle y est refusée.',
  done: 'Je l’ai copiée',

  list: 'Clés valides',
  past: 'Clés qui ne sont plus valides',
  endsIn: (days) => (days < 1 ? 'Expire d’ici un jour' : `Expire dans ${n(days, 'jour', 'jours')}`),
  until: (day) => `jusqu’au ${day}`,
  madeBy: (day, name) => (name ? `créée le ${day} par ${name}` : `créée le ${day}`),
  used: (when) => `dernière utilisation\u202f: ${when}`,
  unused: 'jamais utilisée',
  lastFour: (four) => `se termine par ${four}`,
  expired: (day) => `expirée le ${day}`,
  ended: (day, name) => (name ? `révoquée le ${day} par ${name}` : `révoquée le ${day}`),
  makerGone: 'la personne qui l’a créée n’administre plus la communauté',

  end: 'Révoquer',
  endOne: (name) => `Révoquer la clé «\u202f${name}\u202f»`,
  endWords: (used) =>
    `Tout programme qui s’en sert est désormais refusé (${used}). Ce qu’elle a publié et décidé reste, sous son nom. Une clé révoquée ne peut pas être rétablie.`,
  endAct: 'Révoquer la clé',
  endedOne: (name) => `La clé «\u202f${name}\u202f» est révoquée`,
}
