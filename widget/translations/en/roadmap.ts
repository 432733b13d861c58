import { counting } from '../counting.ts'

const { plural } = counting('en')

const roadmap = {
  votes: (count: number) => plural(count, 'vote', 'votes'),
  people: (count: number) => plural(count, 'person', 'people'),
  ideas: (count: number) => plural(count, 'idea', 'ideas'),
  from: 'From these ideas',
  mine: 'You voted for it',
  empty: 'Nothing is on the roadmap yet',
  emptyHint: 'The ideas with most votes are the likeliest to come here. Vote for the ones you need.',
  toIdeas: 'See the ideas',
  loaded: (count: number) => `${plural(count, 'item', 'items')} on the roadmap.`,
}

export default roadmap
export type RoadmapWords = typeof roadmap
