import type { ReactionName } from '../../reactions/signs.ts'
import type { Kind, Sort } from '../../words.ts'
import { counting } from './counting.ts'

// What the public pages say themselves. Where the widget says the same, it says it in the same words.

const { number, plural } = counting('en')

type Pair = [before: string, after: string]

export const en = {
  number,
  skip: 'Skip to the content',
  boards: 'Boards',
  roadmap: 'Roadmap',
  roadmapPurpose:
    'What we are looking at and what we have promised. A month appears once the team has agreed to it.',
  roadmapEmpty: 'Nothing is on the roadmap yet',
  people: (count: number) => plural(count, 'person', 'people'),
  ideas: (count: number) => plural(count, 'idea', 'ideas'),
  sort: 'Sort',
  sorts: { trending: 'Trending', top: 'Top', new: 'New', active: 'Latest activity' } as Record<Sort, string>,
  official: 'Official answer',
  answered: 'Answered',
  accepted: 'Accepted answer',
  votes: (count: number) => plural(count, 'vote', 'votes'),
  votesNoun: (count: number): string => (count === 1 ? 'vote' : 'votes'),
  replies: (count: number) => plural(count, 'reply', 'replies'),
  promise: ['We usually answer ', '.'] as Pair,
  newest: 'New in all boards',
  nothing: 'Nothing has been posted here yet.',
  noBoards: 'What is written here is for members. Sign in to read it.',
  next: 'Next page',
  fromStart: 'From the beginning',
  feed: 'Atom feed',
  feedOfThread: (title: string) => `Replies to “${title}”`,
  replyBy: (name: string) => `Reply by ${name}`,
  takePart: (host: string) => `Take part on ${host}`,
  noScript: 'To vote, reply and post, allow this page to run scripts.',
  reactions: 'Reactions',
  reaction: {
    like: 'Thumbs up',
    love: 'Heart',
    celebrate: 'Celebration',
    laugh: 'Laughing',
    think: 'Thoughtful',
    eyes: 'Watching',
  } as Record<ReactionName, string>,
  edited: 'edited',
  edits: {
    title: 'How this post was edited',
    show: (on: string) => `Edited on ${on}. Show what changed`,
    none: 'It was never edited.',
    older: 'Show earlier edits',
    same: 'The words stayed as they were.',
    added: 'added:',
    removed: 'removed:',
  },
  opening: {
    idea: 'The idea',
    question: 'The question',
    discussion: 'The opening post',
    announcement: 'The announcement',
  } as Record<Kind, string>,
  story: (replies: number) =>
    replies ? `${plural(replies, 'reply', 'replies')} and what happened` : 'What happened',
  noReplies: 'No replies yet',
  more: 'Show more of the story',
  takenAway: 'This text was removed by its author.',
  gone: 'This reply was deleted by its author.',
  tombstone: (rule: number, name: string) => `Removed under rule ${rule}, “${name}”, by the team on `,
  tombstoneEnd: '. The author was told why.',
  member: {
    memberSince: (month: string) => `Here since ${month}`,
    posts: 'Posts',
    votedFor: 'Voted for',
    noPosts: 'Nothing that you may read here yet.',
    began: 'Started',
    repliedIn: 'Replied in',
    removedThread: 'a thread that was removed',
    later: 'Earlier posts',
  },
  somebody: 'A former member',
  guest: 'guest',
  team: 'The team',
  locked: 'This thread is closed: it takes no more replies.',
  officialAbove: 'gave the official answer, which stands above.',
  forSite: (site: string) => `for ${site}`,
  origin: 'from a merged thread',
  changed: 'changed the status',
  setTo: 'set the status',
  merged: ['merged ', ' into this thread.'] as Pair,
  quoted: (title: string) => `“${title}”`,
  mergedAnother: 'merged another thread into this one.',
  mergedVotes: (added: number, total: number, shared: number) =>
    `${number(added)} of its ${plural(total, 'vote', 'votes')} ${added === 1 ? 'was' : 'were'} added${shared ? `; ${plural(shared, 'person', 'people')} had voted for both` : ''}.`,
  roadmapped: ['Became part of the roadmap item ', ''] as Pair,
  withIdeas: (count: number) => `, with ${plural(count, 'other idea', 'other ideas')}`,
  onRoadmap: 'On the roadmap',
  expected: (month: string) => `expected ${month}`,
  missing: {
    title: 'There is nothing here',
    text: 'This address leads nowhere, or to something that is not public.',
    link: 'To the start of the community',
  },
  later: {
    title: 'This cannot be shown at the moment',
    text: 'Nothing is lost. Please try again in a moment.',
    link: 'Try again',
  },
}

export type PageWords = typeof en
