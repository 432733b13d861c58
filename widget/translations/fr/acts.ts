import { counting } from '../counting.ts'
import type { Acts } from '../en/acts.ts'
import { ofWhom } from '../of_whom.ts'
import { waiting } from '../waiting.ts'
import refusals from './refusals.ts'

const { number, plural } = counting('fr')
const wait = waiting('fr')

const acts: Acts = {
  account: 'Mon compte',
  notifications: (count) =>
    count ? `Notifications, ${plural(count, 'non lue', 'non lues')}` : 'Notifications',
  voted: (count) => `Vote pris en compte, ${plural(count, 'vote', 'votes')}.`,
  unvoted: (count) => `Vote retiré, ${plural(count, 'vote', 'votes')}.`,
  newSince: 'Nouvelles réponses',
  followBoard: 'Suivre cette rubrique',
  leaveBoard: 'Ne plus suivre cette rubrique',
  followed: { thread: 'Vous suivez ce sujet.', board: 'Vous suivez cette rubrique.' },
  unfollowed: { thread: 'Vous ne suivez plus ce sujet.', board: 'Vous ne suivez plus cette rubrique.' },
  added: (count) => `${number(count)} de plus dans la liste.`,
  listed: (threads, more, near) =>
    near
      ? `Aucun résultat. Ce qui s’en approche : ${threads}.`
      : `${more ? 'Plus de ' : ''}${threads} dans la liste.`,
  fresh: {
    idea: (count) => plural(count, 'nouvelle idée', 'nouvelles idées'),
    question: (count) => plural(count, 'nouvelle question', 'nouvelles questions'),
    discussion: (count) => plural(count, 'nouvelle discussion', 'nouvelles discussions'),
    announcement: (count) => plural(count, 'nouvelle annonce', 'nouvelles annonces'),
  },
  moreThan: (words) => `Plus de ${words}`,
  newReplies: (count) => plural(count, 'nouvelle réponse', 'nouvelles réponses'),
  changes: (count) => plural(count, 'changement', 'changements'),
  answerAccepted: 'Une réponse a été acceptée',
  live: {
    pause: 'Suspendre les mises à jour en direct',
    resume: 'Reprendre les mises à jour en direct',
    paused: 'En pause. Plus rien ne change tout seul.',
    resumed: 'Les mises à jour en direct ont repris.',
  },
  otherWriter: (name) => `La session est maintenant celle ${ofWhom(name)} : rien n’a été envoyé.`,
  upToDate: 'Tout est à jour.',
  empty: {
    idea: [
      'Aucune idée pour l’instant',
      'C’est ici que l’on dit ce qui aiderait. La première idée peut être la vôtre, et d’autres pourront voter pour elle.',
    ],
    question: [
      'Aucune question pour l’instant',
      'Demandez ce que vous ne trouvez pas. L’équipe et les autres membres vous répondent ici.',
    ],
    discussion: [
      'Aucune discussion pour l’instant',
      'C’est ici que l’on échange avec l’équipe et les autres membres. Le premier mot peut être le vôtre.',
    ],
    announcement: ['Aucune annonce pour l’instant', 'L’équipe vous dira ici ce qui change.'],
  },
  nothing: ['Aucun résultat', 'Essayez avec moins de mots, ou effacez les filtres.'],
  clear: 'Effacer les filtres',
  inReply: (author: string | null) =>
    author ? `Dans une réponse ${ofWhom(author)}\u202f:` : 'Dans une réponse\u202f:',
  near: (words) => `Rien pour « ${words} ». Voici ce qui s’en approche :`,
  unknownBoard: 'Cette rubrique n’existe pas ou ne vous est pas ouverte. Choisissez-en une autre ci-dessus.',
  elsewhere: 'Trouvé dans d’autres rubriques\u202f:',
  nothingFor: (words) => `Rien pour « ${words} »`,
  otherWords:
    'Essayez avec moins de mots, ou avec d’autres. Si personne n’en a encore parlé, lancez le sujet.',
  searchAll: 'Chercher sans les filtres',
  clearSearch: 'Effacer la recherche',
  close: 'Fermer',
  loading: 'Chargement…',
  limited: (seconds) =>
    `Cela fait beaucoup en peu de temps. Rien n’est perdu\u202f; réessayez dans ${wait(seconds)}.`,
  problems: {
    ...refusals,
    offline: 'Le serveur est injoignable. Rien n’est perdu\u202f; vérifiez votre connexion et réessayez.',
    framed:
      'Cette page se trouve dans un cadre isolé, sans adresse propre, où rien ne peut être chargé. Ouvrez-la dans sa propre fenêtre\u202f; son auteur peut ajouter «\u202fallow-same-origin\u202f» au cadre.',
    internal: 'Une erreur s’est produite de notre côté. Rien n’est perdu\u202f; réessayez dans un instant.',
    rate_limited:
      'Cela fait beaucoup en peu de temps. Rien n’est perdu\u202f; réessayez dans quelques minutes.',
    unauthenticated: 'Vous n’êtes plus connecté(e). Rien n’est perdu\u202f; connectez-vous et réessayez.',
    other_writer: 'Une autre personne est maintenant connectée\u202f: rien n’a été envoyé.',
    suspended:
      'Votre participation est suspendue pour le moment\u202f: vous pouvez lire, mais pas publier, répondre ni voter. Vous trouverez la raison et la durée sur votre page. Rien de ce que vous avez écrit n’est perdu.',
    forbidden: 'Cette action ne vous est pas ouverte ici. Rien n’a changé.',
    others_took_part:
      'D’autres le souhaitent aussi, ou l’équipe a déjà pris une décision\u202f: cette contribution ne dépend plus seulement de vous. Vous pouvez toujours la modifier.',
    not_found: 'Cette page n’existe pas ou ne vous est pas ouverte. Cherchez-la dans la liste.',
  },
}

export default acts
