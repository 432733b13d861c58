import type { UpkeepJson } from '../../../server/jobs/json.ts'

export const upkeep = {
  words: 'What Parvis does by itself for all communities of this installation. Only operators see this page.',
  done: (when: string) => `Last done on ${when}`,
  never: 'Not done yet',
  now: 'Do it now',
  nowOne: (what: string) => `Do it now: ${what}`,
  begun: 'It begins within half a minute.',
  works: {
    news: ['Mails of news', 'Sends the mails that are due, as members chose to have them. Every minute.'],
    texts: [
      'Posts of an older version',
      'Draws posts anew where a new version of Parvis draws them otherwise. Every five minutes, until none is left.',
    ],
    statistics: [
      'Statistics of the database',
      'Tells an embedded database how much is in its tables, so that it answers quickly. Every five minutes, where much has changed.',
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
