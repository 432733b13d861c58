import type { MemberWords } from '../en/member.ts'

const member: MemberWords = {
  since: (month) => `Dabei seit ${month}.`,
  posts: 'Beiträge',
  votes: 'Abgestimmt für',
  began: 'Thema eröffnet',
  replied: 'Antwort',
  removedThread: '(entferntes Thema)',
  noPosts: 'Noch nichts, was Sie hier lesen dürfen.',
  noVotes: 'Noch keine Stimme, die Sie sehen dürfen.',
  more: 'Mehr anzeigen',
  own: 'So sehen andere Sie. Was gezeigt wird, bestimmen Sie in Ihren Einstellungen.',
  toSettings: 'Meine Einstellungen',
  missing: 'Diese Seite gibt es nicht',
  missingHint: 'Diese Person hat die Community verlassen oder nimmt als Gast teil.',
}

export default member
