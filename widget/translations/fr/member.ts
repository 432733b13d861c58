import type { MemberWords } from '../en/member.ts'

const member: MemberWords = {
  since: (month) => `Membre depuis ${month}.`,
  posts: 'Contributions',
  votes: 'Votes',
  began: 'A lancé un sujet',
  replied: 'A répondu',
  removedThread: '(sujet retiré)',
  noPosts: 'Rien que vous puissiez lire ici pour l’instant.',
  noVotes: 'Aucun vote que vous puissiez voir pour l’instant.',
  more: 'Afficher plus',
  own: 'Voici ce que les autres voient de vous. Vos réglages disent ce qui est montré.',
  toSettings: 'Mes réglages',
  missing: 'Cette page n’existe pas',
  missingHint: 'Cette personne a quitté la communauté, ou participe en tant qu’invité.',
}

export default member
