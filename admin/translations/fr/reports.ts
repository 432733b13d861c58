import { counter } from '../counting.ts'
import type { reports as en } from '../en/reports.ts'

const n = counter('fr')

export const reports: typeof en = {
  title: 'Signalements',
  waiting: (count) => n(count, 'contribution en attente', 'contributions en attente'),
  list: 'Contributions signalées',
  reasons: {
    spam: 'Publicité ou spam',
    rude: 'Vise la personne',
    private: 'Données privées d’autrui',
    off_topic: 'Hors sujet',
    illegal: 'Contraire à la loi',
    other: 'Autre chose',
  },
  times: (count) => `signalé ×${count}`,
  count: (count) => n(count, 'signalement', 'signalements'),
  replyIn: 'Réponse dans',
  openingOf: 'Premier message de',
  edited: (revision) => `sur la version ${revision}, modifiée depuis`,
  hide: 'Masquer en le motivant…',
  fine: 'Rien à redire',
  fineDone: (count) => `Rien à redire\u202f: ${n(count, 'signalement clos', 'signalements clos')}`,
  openThread: 'Ouvrir le sujet',
  alreadyHidden: 'Cette contribution est déjà masquée.',
  someone: 'Ancien membre',
  emptyHeading: 'Aucun signalement',
  emptyWords:
    'Quand un membre signale une contribution, elle attend ici à côté de ses raisons. Vous la masquez alors au titre d’une règle, ou n’y trouvez rien à redire.',
  emptyStep: 'Lire les règles',
  moderatorsOnly: 'La modération juge les signalements',
  moderatorsOnlyWords:
    'Votre rôle ne juge pas les contributions. La modération, l’administration ou la personne propriétaire le font.',
  keys: {
    move: 'se déplacer',
    hide: 'masquer',
    fine: 'rien à redire',
    open: 'ouvrir le sujet',
    close: 'fermer le sujet',
  },
}
