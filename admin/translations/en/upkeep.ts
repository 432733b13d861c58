import type { UpkeepJson } from '../../../server/jobs/json.ts'

export const upkeep = {
  words: 'What Parvis does by itself for all communities of this installation. Only operators see this page.',
  done: (when: string) => `Last done on ${when}`,
  never: 'Not done within the last week',
  now: 'Do it now',
  nowOne: (what: string) => `Do it now: ${what}`,
  begun: 'It begins within half a minute.',
  underWay: 'Being done at this moment',
  busy: 'This is being done at this moment already.',
  ended: (what: string) => `Done: ${what}`,
  failed: (what: string) => `Could not be done: ${what}`,
  refreshed: 'The list is up to date.',
  works: {
    news: ['Mails of news', 'Sends the mails that are due, as members chose to have them. Every minute.'],
    texts: [
      'Posts of an older version',
      'Renders older posts again after an upgrade that renders them differently. Every five minutes, until none is left.',
    ],
    statistics: [
      'Statistics of the database',
      'Tells an embedded database how much is in its tables, so that it answers quickly. Every five minutes, where much has changed; a PostgreSQL server does so itself.',
    ],
    sweep: [
      'Clearing away',
      'Deletes what has served its time: codes, links and sessions that are over, images that no post shows. Every hour.',
    ],
    counters: [
      'Counters',
      'Compares the counts of votes, replies and reactions with what they count, and writes differences to the log. Every night.',
    ],
    guests: [
      'Guests who stayed away',
      'Deletes guests who did nothing and have not come back for sixty days. Every night.',
    ],
  } as Record<UpkeepJson['items'][number]['work'], [string, string]>,
}
