import { counting } from '../counting.ts'
import type { RoadmapWords } from '../en/roadmap.ts'

const { plural } = counting('fr')

const roadmap: RoadmapWords = {
  votes: (count) => plural(count, 'vote', 'votes'),
  people: (count) => plural(count, 'personne', 'personnes'),
  ideas: (count) => plural(count, 'idée', 'idées'),
  from: 'À partir de ces idées',
  mine: 'Vous avez voté pour',
  empty: 'La feuille de route est encore vide',
  emptyHint:
    'Les idées qui réunissent le plus de votes ont le plus de chances d’y figurer. Votez pour celles dont vous avez besoin.',
  toIdeas: 'Voir les idées',
  loaded: (count) => `${plural(count, 'projet', 'projets')} sur la feuille de route.`,
}

export default roadmap
