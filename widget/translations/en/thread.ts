import { counting } from '../counting.ts'
import compose from './compose.ts'
import report from './report.ts'
import unsent from './unsent.ts'

// A thread: its story of replies and events, and what one can do with a post.

const { number, plural } = counting('en')

const somebody = 'A former member'
/** Which of somebody’s posts it is, where that is not the first: “2nd ”. */
const nthOf = (nth = 1) => (nth === 1 ? '' : `${nth}${endings[ordinal.select(nth)]} `)
const ordinal = new Intl.PluralRules('en', { type: 'ordinal' })
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' }
/** As within a sentence. */
const within = (name: string) => (name === somebody ? 'a former member' : name)

const thread = {
  compose,
  report,
  unsent,
  edited: 'edited',
  history: {
    title: 'How this post was edited',
    show: (on: string) => `Edited on ${on}. Show what changed`,
    none: 'It was never edited.',
    older: 'Show earlier edits',
    same: 'The words stayed as they were.',
    added: 'added:',
    removed: 'removed:',
  },
  reactions: {
    names: {
      like: 'Thumbs up',
      love: 'Heart',
      celebrate: 'Celebration',
      laugh: 'Laughing',
      think: 'Thoughtful',
      eyes: 'Watching',
    },
    add: (name: string, nth?: number) => `React to the ${nthOf(nth)}post of ${within(name)}`,
    given: (what: string, times: number) => `${what}, ${times}`,
    on: (name: string, nth?: number) => `${nthOf(nth)}post of ${within(name)}`,
    gave: (what: string) => `You reacted: ${what}.`,
    tookBack: (what: string) => `Taken back: ${what}.`,
  },
  asker: 'asked this',
  starter: 'started this',
  votes: (count: number) => plural(count, 'vote', 'votes'),
  votedMine: 'You voted for it.',
  story: (replies: number) =>
    replies ? `${plural(replies, 'reply', 'replies')} and what happened` : 'What happened',
  storyOnly: (replies: number) => plural(replies, 'reply', 'replies'),
  noReplies: 'No replies yet',
  takesNone: 'This thread takes no replies.',
  noRepliesHint: 'What you know about it helps: a case of your own, a number, a way around it.',
  older: 'Show more of the story',
  reply: 'Reply',
  replyTo: (name: string, nth = 1) =>
    nth === 1 ? `Reply to ${within(name)}` : `Reply to the ${nthOf(nth)}post of ${within(name)}`,
  replyingTo: (name: string) => `Your reply to ${within(name)}`,
  goOn: (name: string) => `Continue your reply to ${within(name)}`,
  yourReply: 'Your reply',
  quote: 'Quote',
  quoteOf: (name: string, nth?: number) => `Quote the ${nthOf(nth)}post of ${within(name)}`,
  wrote: (name: string) => `${name} wrote:`,
  save: 'Save',
  edit: 'Edit',
  editTitle: 'Title',
  editBody: 'Text',
  fresh: 'new',
  toFresh: (count: number) => plural(count, 'new reply', 'new replies'),
  toFreshOnes: 'New replies',
  follow: 'Follow',
  unfollow: 'Stop following',
  copy: 'Copy link',
  copied: 'Link copied',
  reportIt: 'Report',
  remove: 'Delete',
  removal: {
    title: 'Delete this reply?',
    text: 'Nobody will read it any more, and it cannot be brought back.',
    answered:
      'Your name and your words will be gone, and cannot be brought back. Since others replied to it, its place stays.',
    verb: 'Delete reply',
    cancel: 'Cancel',
  },
  removed: 'Your reply is deleted.',
  threadRemoval: {
    title: 'Delete this post?',
    text: 'Nobody will read it any more, and it cannot be brought back.',
    answered:
      'Its title, your words and your name will be gone, and cannot be brought back. What others replied stays.',
    verb: 'Delete post',
    cancel: 'Cancel',
  },
  threadRemoved: 'Your post is deleted.',
  gone: 'This reply was deleted by its author.',
  more: (name: string, nth?: number) => `More about the ${nthOf(nth)}post of ${within(name)}`,
  takenAway: 'This text was removed by its author.',
  somebody,
  team: 'The team',
  posted: 'Your reply is posted.',
  saved: 'Your changes are saved.',
  locked: 'This thread is closed: it takes no more replies.',
  officialAbove: 'gave the official answer, which stands above.',
  accepted: 'Accepted answer',
  accept: 'Accept as the answer',
  acceptOf: (name: string, nth = 1) =>
    `Accept as the answer: the ${nth === 1 ? 'reply' : `${nthOf(nth)}post`} of ${within(name)}`,
  unaccept: 'No longer the answer',
  acceptedNow: 'This is the accepted answer now.',
  acceptedNoMore: 'No reply is the accepted answer any more.',
  acceptGone: 'That reply is not there any more.',
  guest: 'guest',
  forSite: (site: string) => `for ${site}`,
  origin: 'from a merged thread',
  changed: 'changed the status',
  setTo: 'set the status',
  quoted: (title: string) => `“${title}”`,
  merged: ['merged ', ' into this thread.'] as [string, string],
  mergedAnother: 'merged another thread into this one.',
  mergedVotes: (added: number, total: number, shared: number) =>
    `${number(added)} of its ${plural(total, 'vote', 'votes')} ${added === 1 ? 'was' : 'were'} added${shared ? `; ${plural(shared, 'person', 'people')} had voted for both` : ''}.`,
  roadmapped: ['Became part of the roadmap item ', ''] as [string, string],
  withIdeas: (count: number) => `, with ${plural(count, 'other idea', 'other ideas')}`,
  tombstone: (rule: number, name: string) => `Removed under rule ${rule}, “${name}”, by the team on `,
  tombstoneEnd: '. The author was told why.',
  about: 'About this thread',
  onRoadmap: 'On the roadmap',
  expected: (month: string) => `expected ${month}`,
  similar: 'Similar',
  movedHere: 'The thread you were looking for was merged into this one.',
  empty: 'Write something first.',
  titleShort: 'Give it a title of at least 4 characters.',
  changedMeanwhile:
    'This post was changed in another place since you opened it. Your text is kept here; compare and save again.',
  mergedMeanwhile:
    'The thread was merged into this one while you were writing. Your text is kept here; see what was said already, and send it again.',
  parentGone:
    'The reply that you were answering is gone. Your text is kept; send it again, and it stands below the one before.',
  missing: 'There is nothing here',
  missingHint: 'It was removed, or it is not open to you. You may find what you look for in the list.',
}

export default thread
export type ThreadWords = typeof thread
