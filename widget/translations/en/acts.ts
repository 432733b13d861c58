import type { Kind } from '../../../server/words.ts'
import { counting } from '../counting.ts'
import { waiting } from '../waiting.ts'
import refusals from './refusals.ts'

// What is said once something is done, is missing, or fails.

const { number, plural } = counting('en')
const wait = waiting('en')

const acts = {
  account: 'My account',
  notifications: (count: number) => (count ? `Notifications, ${number(count)} unread` : 'Notifications'),
  voted: (count: number) => `Vote counted, ${plural(count, 'vote', 'votes')}.`,
  unvoted: (count: number) => `Vote taken back, ${plural(count, 'vote', 'votes')}.`,
  newSince: 'New replies',
  followBoard: 'Follow this board',
  leaveBoard: 'Stop following this board',
  followed: { thread: 'You follow this thread.', board: 'You follow this board.' },
  unfollowed: { thread: 'You no longer follow this thread.', board: 'You no longer follow this board.' },
  added: (count: number) => `${number(count)} more shown.`,
  listed: (threads: string, more: boolean, near?: boolean) =>
    near ? `Nothing found. Close to it: ${threads}.` : `${more ? 'More than ' : ''}${threads} listed.`,
  /** What came while the list stood still. */
  fresh: {
    idea: (count: number) => plural(count, 'new idea', 'new ideas'),
    question: (count: number) => plural(count, 'new question', 'new questions'),
    discussion: (count: number) => plural(count, 'new discussion', 'new discussions'),
    announcement: (count: number) => plural(count, 'new announcement', 'new announcements'),
  } as Record<Kind, (count: number) => string>,
  /** Of new threads, of which more wait than these. */
  moreThan: (words: string) => `More than ${words}`,
  newReplies: (count: number) => plural(count, 'new reply', 'new replies'),
  changes: (count: number) => plural(count, 'change', 'changes'),
  answerAccepted: 'An answer was accepted',
  live: {
    pause: 'Pause live updates',
    resume: 'Resume live updates',
    paused: 'Paused. Nothing changes by itself now.',
    resumed: 'Live updates are on again.',
  },
  /** Of an act that somebody else signed in to. */
  otherWriter: (name: string) => `You are now signed in as ${name}. Nothing was sent.`,
  upToDate: 'Up to date.',
  empty: {
    idea: [
      'No ideas here yet',
      'This is the place for what would help you. The first idea can be yours, and others can vote for it.',
    ],
    question: [
      'No questions here yet',
      'Ask what you cannot find out. The team and other members answer here.',
    ],
    discussion: [
      'No discussions here yet',
      'This is the place to talk with the team and with other members. The first word can be yours.',
    ],
    announcement: ['No news yet', 'The team will tell you here what changes.'],
  } as Record<Kind, [string, string]>,
  nothing: ['Nothing fits', 'Try fewer words, or clear the filters.'] as [string, string],
  clear: 'Clear filters',
  inReply: (author: string | null) => (author ? `In a reply by ${author}:` : 'In a reply:'),
  near: (words: string) => `Nothing for “${words}”. These come close:`,
  unknownBoard: 'There is no such board, or it is not open to you. Choose another one above.',
  elsewhere: 'Found on other boards:',
  nothingFor: (words: string) => `Nothing for “${words}”`,
  otherWords: 'Try fewer words, or others. If nobody has said it yet, you can be the first.',
  searchAll: 'Search without the filters',
  clearSearch: 'Clear the search',
  close: 'Close',
  loading: 'Loading…',
  limited: (seconds: number) =>
    `That was a lot in a short time. Nothing was lost; try again in ${wait(seconds)}.`,
  problems: {
    ...refusals,
    offline: 'The server could not be reached. Nothing was lost; check your connection and try again.',
    framed:
      'This page is in a closed frame that has no address of its own, and nothing can be loaded there. Open it in a window of its own; whoever made it can add “allow-same-origin” to the frame.',
    internal: 'Something failed on our side. Nothing was lost; try again in a moment.',
    rate_limited: 'That was a lot in a short time. Nothing was lost; try again in a few minutes.',
    unauthenticated: 'You are not signed in any more. Nothing was lost; sign in and try again.',
    other_writer: 'Somebody else is signed in by now. Nothing was sent.',
    suspended:
      'You are suspended here for now: you can read, and not post, reply or vote. Why, and until when, stands on your own page. Nothing you typed is lost.',
    forbidden: 'You may not do this here. Nothing was changed.',
    others_took_part:
      'Others want this too, or the team has decided about it, so it is not yours alone any more. You can still edit it.',
    not_found: 'This is not here, or it is not open to you. Look for it in the list.',
  } as Record<string, string>,
}

export default acts
export type Acts = typeof acts
