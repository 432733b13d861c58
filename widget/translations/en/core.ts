import type { Kind, Sort } from '../../../server/words.ts'
import type { AgeUnit } from '../../ui/age.ts'
import { counting } from '../counting.ts'

// What the first view says. Other views bring their own words.

const { number, plural } = counting('en')

const nouns: Record<Kind, [one: string, other: string]> = {
  idea: ['idea', 'ideas'],
  question: ['question', 'questions'],
  discussion: ['discussion', 'discussions'],
  announcement: ['announcement', 'announcements'],
}

const core = {
  number,
  boards: 'Boards',
  roadmap: 'Roadmap',
  purpose:
    'What we are looking at and what we have promised. A month appears once the team has agreed to it.',
  search: {
    idea: 'Search ideas',
    question: 'Search questions',
    discussion: 'Search discussions',
    announcement: 'Search news',
  } as Record<Kind, string>,
  create: {
    idea: 'New idea',
    question: 'Ask a question',
    discussion: 'New discussion',
    announcement: '',
  } as Record<Kind, string>,
  sorts: { trending: 'Trending', top: 'Top', new: 'New', active: 'Latest activity' } as Record<Sort, string>,
  sort: 'Sort:',
  kind: 'Kind',
  kinds: { idea: 'Ideas', question: 'Questions', discussion: 'Discussions', announcement: 'News' } as Record<
    Kind,
    string
  >,
  status: 'Status',
  tag: 'Tags',
  filters: 'Filters',
  official: 'Official answer',
  answered: 'Answered',
  replies: (count: number) => plural(count, 'reply', 'replies'),
  vote: (title: string, count: number) => `Vote for “${title}”, ${plural(count, 'vote', 'votes')}`,
  /** How long ago: “3 months”. */
  age: (unit: AgeUnit, count: number) => plural(count, unit, `${unit}s`),
  threads: (kind: Kind, count: number) => plural(count, ...nouns[kind]),
  more: (count: number) => `Show ${number(count)} more`,
  shown: (kind: Kind, count: number, total: number) => `${number(count)} of ${plural(total, ...nouns[kind])}`,
  promise: ['We usually answer ', '.'] as [before: string, after: string],
  signIn: 'Sign in',
  retry: 'Try again',
  failed: 'This could not be loaded',
}

export default core
export type Core = typeof core
