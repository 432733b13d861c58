import type { NotificationJson } from '../../../server/notifications/json.ts'

export const news = {
  title: 'Notifications',
  told: {
    status: ['', ' is now “', '”.'],
    roadmap: ['', ' is on the roadmap, under “', '”.'],
    reply: ['', ' replied in ', '.'],
    mention: ['', ' mentioned you in ', '.'],
    thread: ['', ' started ', '.'],
    official: ['', ' gave the official answer in ', '.'],
    accepted: ['', ' accepted your reply in ', ' as the answer.'],
    answered: ['', ' accepted an answer to ', '.'],
    assigned: ['', ' assigned ', ' to you.'],
    merged: ['', ' now also gathers a thread that you wrote, voted for or follow.', ''],
    ruling: ['Your post in ', ' was removed.', ''],
    lifted: ['Your post in ', ' stands again.', ''],
  } as Record<
    Exclude<NotificationJson['kind'], 'suspension'> | 'lifted',
    [before: string, between: string, after: string]
  >,
  waiting: (count: number) => (count > 99 ? '99+ unread' : `${count} unread`),
  markAll: 'Mark all as read',
  allRead: 'All notifications are read.',
  byMail: 'Choose what you get by mail',
  unread: 'unread',
  somebody: 'Somebody',
  removedThread: 'a thread that was removed',
  suspended: (until: string | null) =>
    `The team suspended you here ${until ? `until ${until}` : 'until further notice'}.`,
  unsuspended: 'Your suspension was lifted.',
  emptyHeading: 'Nothing to tell you yet',
  emptyWords:
    'You hear here when somebody mentions you, assigns a thread to you, or writes in what you follow.',
  fresh: (count: number) => `${count} new`,
  changes: (count: number) => (count === 1 ? '1 change' : `${count} changes`),
  newReplies: (count: number) => (count === 1 ? '1 new reply' : `${count} new replies`),
  upToDate: 'Up to date.',
}
