import { counting } from '../counting.ts'
import { noStop, oneStop } from '../one_stop.ts'

// Oneself: what one was told, wrote, voted for, and what was decided about one's posts.

const { plural } = counting('en')

const me = {
  label: 'My account',
  parts: {
    '': 'Notifications',
    posts: 'My posts',
    votes: 'My votes',
    follows: 'Following',
    decisions: 'Decisions',
    settings: 'Settings',
  } as Record<string, string>,
  since: (month: string) => `Here since ${month}.`,
  signInFirst: 'Sign in to see this',
  signInHint: 'Your notifications, posts and votes are here once you are signed in.',
  markAll: 'Mark all as read',
  allRead: 'All notifications are read.',
  unread: 'unread',
  somebody: 'Somebody',
  removedThread: 'a thread that was removed',
  told: {
    status: ['', ' is now “', '”.'],
    roadmap: ['', ' is on the roadmap, under “', '”.'],
    reply: ['', ' replied in ', '.'],
    mention: ['', ' mentioned you in ', '.'],
    thread: ['', ' started ', '.'],
    official: ['', ' gave the official answer in ', '.'],
    accepted: ['', ' accepted your reply in ', ' as the answer.'],
    merged: ['', ' now also gathers an idea that you wrote or voted for. It was merged into it.', ''],
    ruling: ['Your post in ', ' was removed. The reason is among the decisions.', ''],
    lifted: ['Your post in ', ' stands again. The decision against it was taken back.', ''],
  } as Record<string, [string, string, string]>,
  suspended: (until: string | null) =>
    until
      ? `You are suspended here until ${until}: you can read, and not post, reply or vote.`
      : 'You are suspended here until further notice: you can read, and not post, reply or vote.',
  suspendedWhy: (rule: string) => `The team suspended you under ${oneStop(rule)}`,
  /** Told as what happened: it is read again when it is over. */
  toldSuspended: (until: string | null) =>
    `The team suspended you here ${until ? `until ${until}` : 'until further notice'}.`,
  because: (rule: string) => `${noStop(rule)}:`,
  suspensionLifted: 'Your suspension was lifted. You can post, reply and vote again.',
  quote: (text: string) => `“${text}”`,
  toDecisions: 'Read the decision',
  none: {
    '': [
      'Nothing to tell you yet',
      'You hear here when somebody answers you, when something is new in what you follow, and when an idea you voted for is decided.',
    ],
    posts: ['You have not posted yet', 'Say what would help you, or answer somebody who asks.'],
    votes: ['You have not voted yet', 'Vote for the ideas you need. You hear of every decision about them.'],
    decisions: [
      'No decisions about your posts',
      'If the team ever removes something you wrote, you read here why, and can post it again in other words.',
    ],
  } as Record<string, [string, string]>,
  mail: {
    title: 'By mail',
    kinds: {
      follows: 'What is new in what I follow',
      mentions: 'When somebody mentions me',
      statuses: 'The status of my ideas and of those I voted for',
      officials: 'Official answers',
    },
    cadences: { soon: 'At once', day: 'Daily', week: 'Weekly', none: 'Not by mail' },
    decisions: 'Decisions about your own posts are always sent to you.',
    hours: 'Daily mails leave at 07:00 UTC, weekly ones on Mondays.',
  },
  follows: {
    threads: 'Threads you follow',
    noThreads: 'None yet. Choose “Follow” below a thread, and you hear of every new reply.',
    own: 'Follow threads that I start or reply to',
    ownHint: 'For threads from now on. What you follow already stays as it is.',
    boards: 'Boards',
    boardsHint: 'In a board that you follow, you hear of every new thread.',
    start: 'Follow',
    stop: 'Stop following',
    of: (verb: string, what: string) => `${verb}: ${what}`,
  },
  toIdeas: 'See the ideas',
  opening: 'Started',
  reply: 'Replied in',
  removed: 'removed',
  more: 'Show more',
  decision: { opening: 'A decision about your thread', reply: 'A decision about your reply' },
  number: (count: number) => `No. ${count}`,
  what: 'What was decided',
  whatOpening: 'Your thread was removed',
  whatReply: 'Your reply was removed',
  from: ' from ',
  on: ' on ',
  whatElse: 'Nothing else changes: you can post, vote and reply as before.',
  lifted: (date: string) => `The team took this back on ${date}: your words are shown again.`,
  wrote: 'What you wrote',
  why: 'Why',
  rule: (number: number, name: string) => `Rule ${number}, ${name}`,
  who: 'Who decided',
  by: (name: string) => `${name}, of the team. No automatic check took part.`,
  team: 'Somebody',
  again: 'Rewrite and post again',
  profile: 'Name and picture',
  managed: (site: string) => `Your name and picture come from your account at ${site}.`,
  name: 'Name',
  nameEmpty: 'Type the name that others shall see.',
  save: 'Save',
  saved: 'Saved.',
  picture: 'Picture',
  choose: 'Choose a picture',
  drop: 'Remove it',
  pictureHint: 'PNG, JPEG, WebP or GIF, up to 5 MB.',
  pictureLarge: 'This picture is larger than 5 MB. Choose a smaller one; nothing was changed.',
  pictureWrong: 'This file is not a picture we can read. Choose a PNG, JPEG, WebP or GIF.',
  language: 'Language',
  languageHint: 'For this board on this device, and for what we write to you.',
  signOut: 'Sign out',
  signedInAs: (email: string) => `Signed in as ${email}.`,
  signedOut: 'You are signed out.',
  posts: (count: number) => plural(count, 'post', 'posts'),
  guest: {
    label: 'Guest',
    here: 'You are here as a guest on this device.',
    keep: 'Sign in to keep your votes everywhere',
    kept: 'You are signed in. Your votes and posts are yours everywhere now.',
    leaving:
      'If you sign out, this device forgets you. Your votes and posts stay, but you cannot change them any more.',
  },
}

export default me
export type MeWords = typeof me
