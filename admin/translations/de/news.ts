import type { news as enNews } from '../en/news.ts'

export const news: typeof enNews = {
  title: 'Mitteilungen',
  told: {
    status: ['', ' hat jetzt den Status „', '“.'],
    roadmap: ['', ' steht auf der Roadmap, unter „', '“.'],
    reply: ['', ' hat in ', ' geantwortet.'],
    mention: ['', ' hat Sie in ', ' erwähnt.'],
    thread: ['', ' hat ein Thema eröffnet: ', '.'],
    official: ['', ' hat in ', ' die offizielle Antwort gegeben.'],
    accepted: ['', ' hat Ihre Antwort in ', ' akzeptiert.'],
    answered: ['', ' hat eine Antwort auf ', ' akzeptiert.'],
    assigned: ['', ' hat Ihnen ', ' zugewiesen.'],
    merged: [
      '',
      ' vereint jetzt auch ein Thema, das Sie verfasst oder abonniert oder für das Sie gestimmt haben.',
      '',
    ],
    ruling: ['Ihr Beitrag in ', ' wurde entfernt.', ''],
    lifted: ['Ihr Beitrag in ', ' ist wieder zu lesen.', ''],
  },
  waiting: (count) => (count > 99 ? '99+ ungelesen' : `${count} ungelesen`),
  markAll: 'Alle als gelesen markieren',
  allRead: 'Alle Mitteilungen sind gelesen.',
  byMail: 'Auswählen, was Sie per E-Mail erhalten',
  unread: 'ungelesen',
  somebody: 'Jemand',
  removedThread: '(entferntes Thema)',
  suspended: (until) => `Das Team hat Sie hier ${until ? `bis zum ${until}` : 'bis auf Weiteres'} gesperrt.`,
  unsuspended: 'Ihre Sperre ist aufgehoben.',
  emptyHeading: 'Noch keine Mitteilungen',
  emptyWords:
    'Hier erfahren Sie, wenn jemand Sie erwähnt, Ihnen ein Thema zuweist oder in Ihren Abonnements schreibt.',
  fresh: (count) => `${count} neu`,
  changes: (count) => (count === 1 ? '1 Änderung' : `${count} Änderungen`),
  newReplies: (count) => (count === 1 ? '1 neue Antwort' : `${count} neue Antworten`),
  upToDate: 'Alles ist aktuell.',
}
