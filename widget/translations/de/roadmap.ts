import { counting } from '../counting.ts'
import type { RoadmapWords } from '../en/roadmap.ts'

const { plural } = counting('de')

const roadmap: RoadmapWords = {
  votes: (count) => plural(count, 'Stimme', 'Stimmen'),
  people: (count) => plural(count, 'Person', 'Personen'),
  ideas: (count) => plural(count, 'Idee', 'Ideen'),
  from: 'Aus diesen Ideen',
  mine: 'Sie haben dafür gestimmt',
  empty: 'Auf der Roadmap steht noch nichts',
  emptyHint: 'Ideen mit vielen Stimmen kommen am ehesten hierher. Stimmen Sie für die, die Sie brauchen.',
  toIdeas: 'Zu den Ideen',
  loaded: (count) => `${plural(count, 'Punkt', 'Punkte')} auf der Roadmap.`,
}

export default roadmap
