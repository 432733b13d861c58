import type { news as enNews } from '../en/news.ts'

export const news: typeof enNews = {
  title: 'Notifications',
  told: {
    status: ['', ' passe au statut «\u202f', '\u202f».'],
    roadmap: ['', ' est sur la feuille de route, à l’étape «\u202f', '\u202f».'],
    reply: ['', ' a répondu dans ', '.'],
    mention: ['', ' vous a mentionné(e) dans ', '.'],
    thread: ['', ' a lancé ', '.'],
    official: ['', ' a donné la réponse officielle dans ', '.'],
    accepted: ['', ' a accepté votre réponse dans ', '.'],
    answered: ['', ' a accepté une réponse à ', '.'],
    assigned: ['', ' vous a confié ', '.'],
    merged: ['', ' réunit désormais aussi un sujet que vous aviez proposé, soutenu ou suivi.', ''],
    ruling: ['Votre contribution dans ', ' a été retirée.', ''],
    lifted: ['Votre contribution dans ', ' est rétablie.', ''],
  },
  waiting: (count) => (count > 99 ? '99+ non lues' : count < 2 ? `${count} non lue` : `${count} non lues`),
  markAll: 'Tout marquer comme lu',
  allRead: 'Toutes les notifications sont lues.',
  byMail: 'Choisir ce que vous recevez par e-mail',
  unread: 'non lue',
  somebody: 'Quelqu’un',
  removedThread: '(sujet retiré)',
  suspended: (until) =>
    `L’équipe a suspendu votre participation ${until ? `jusqu’au ${until}` : 'jusqu’à nouvel ordre'}.`,
  unsuspended: 'La suspension de votre participation est levée.',
  emptyHeading: 'Rien à signaler pour l’instant',
  emptyWords:
    'Vous apprenez ici quand quelqu’un vous mentionne, vous confie un sujet ou écrit dans ce que vous suivez.',
  fresh: (count) => (count < 2 ? `${count} nouveauté` : `${count} nouveautés`),
  changes: (count) => (count < 2 ? `${count} changement` : `${count} changements`),
  newReplies: (count) => (count < 2 ? `${count} nouvelle réponse` : `${count} nouvelles réponses`),
  upToDate: 'Tout est à jour.',
}
