import type { AgeUnit } from '../../ui/age.ts'
import { counting } from '../counting.ts'
import type { Core } from '../en/core.ts'

const { number, plural } = counting('fr')

const nouns: Record<string, [one: string, other: string]> = {
  idea: ['idée', 'idées'],
  question: ['question', 'questions'],
  discussion: ['discussion', 'discussions'],
  announcement: ['annonce', 'annonces'],
}

const units: Record<AgeUnit, [one: string, other: string]> = {
  year: ['an', 'ans'],
  month: ['mois', 'mois'],
  week: ['semaine', 'semaines'],
  day: ['jour', 'jours'],
  hour: ['heure', 'heures'],
  minute: ['minute', 'minutes'],
}

const core: Core = {
  number,
  boards: 'Rubriques',
  roadmap: 'Feuille de route',
  purpose:
    'Ce que nous étudions et ce que nous avons promis. Un mois apparaît une fois que l’équipe s’y est engagée.',
  search: {
    idea: 'Chercher une idée',
    question: 'Chercher une question',
    discussion: 'Chercher une discussion',
    announcement: 'Chercher une annonce',
  },
  create: {
    idea: 'Proposer',
    question: 'Poser une question',
    discussion: 'Ouvrir une discussion',
    announcement: '',
  },
  sorts: { trending: 'Tendances', top: 'Plus votées', new: 'Récentes', active: 'Dernière activité' },
  sort: 'Tri\u202f:',
  kind: 'Type',
  kinds: { idea: 'Idées', question: 'Questions', discussion: 'Discussions', announcement: 'Annonces' },
  status: 'Statut',
  tag: 'Étiquettes',
  filters: 'Filtres',
  official: 'Réponse officielle',
  answered: 'Résolue',
  replies: (count) => plural(count, 'réponse', 'réponses'),
  vote: (title, count) => `Voter pour «\u202f${title}\u202f», ${plural(count, 'vote', 'votes')}`,
  age: (unit, count) => plural(count, ...units[unit]),
  threads: (kind, count) => plural(count, ...nouns[kind]!),
  more: (count) => `Afficher ${number(count)} de plus`,
  shown: (kind, count, total) => `${plural(count, ...nouns[kind]!)} sur ${number(total)}`,
  promise: ['Nous répondons d’ordinaire ', '.'],
  signIn: 'Se connecter',
  retry: 'Réessayer',
  failed: 'Le chargement n’a pas abouti',
}

export default core
