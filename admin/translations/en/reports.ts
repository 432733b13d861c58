import { counter } from '../counting.ts'

const n = counter('en')

export const reports = {
  title: 'Reports',
  waiting: (count: number) => n(count, 'post waits', 'posts wait'),
  list: 'Reported posts',
  reasons: {
    spam: 'Spam or advertising',
    rude: 'About the person',
    private: 'Someone’s private data',
    off_topic: 'Off topic',
    illegal: 'Against the law',
    other: 'Something else',
  },
  times: (count: number) => `reported ×${count}`,
  count: (count: number) => n(count, 'report', 'reports'),
  replyIn: 'Reply in',
  openingOf: 'Opening of',
  edited: (revision: number) => `about revision ${revision}, edited since`,
  hide: 'Hide with a reason…',
  fine: 'Nothing wrong',
  fineDone: (count: number) => `Nothing wrong: ${n(count, 'report', 'reports')} closed`,
  openThread: 'Open the thread',
  alreadyHidden: 'This post is hidden already.',
  someone: 'Someone who left',
  emptyHeading: 'Nothing is reported',
  emptyWords:
    'When a member reports a post, it waits here beside their reasons. You then hide it under a rule, or find nothing wrong.',
  emptyStep: 'Read the rules',
  moderatorsOnly: 'Moderators judge reports',
  moderatorsOnlyWords: 'Your role does not judge posts. A moderator, an admin or the owner does.',
  keys: {
    move: 'move',
    hide: 'hide',
    fine: 'nothing wrong',
    open: 'open the thread',
    close: 'close the thread',
  },
}
