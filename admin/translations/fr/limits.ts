import type { limits as en } from '../en/limits.ts'

export const limits: typeof en = {
  words:
    'Ce qu’une personne ou un réseau peut faire en un temps donné. C’est une protection contre les abus\u202f; on ne s’en aperçoit presque jamais.',
  groups: { part: 'Participer', all: 'Tout ensemble', keys: 'Clés d’API', entry: 'Se connecter' },
  kinds: {
    votes: 'Votes',
    threads: 'Nouveaux sujets',
    replies: 'Réponses',
    reports: 'Signalements',
    pictures: 'Photos de profil',
    images: 'Images dans les messages',
    reads: 'Pages lues',
    exports: 'Fichiers de ses propres données',
    searches: 'Recherches',
    changes: 'Modifications de toute nature',
    keyReads: 'Lectures par clé d’API',
    keyChanges: 'Modifications par clé d’API',
    keyPosts: 'Sujets et réponses publiés par clé d’API',
    signOns: 'Connexions par votre propre site',
    signInTries: 'Codes, liens et mots de passe erronés',
    codesPerAddress: 'Codes par e-mail à une même adresse',
    codesPerNetwork: 'Codes par e-mail pour un même réseau',
    codesPerSite: 'Codes par e-mail au total',
    guestsPerNetwork: 'Nouveaux invités depuis un même réseau',
    guestsPerSite: 'Nouveaux invités au total',
  },
  of: {
    member: 'par membre',
    viewer: 'par membre, et par réseau de visiteurs',
    key: 'par clé',
    network: 'par réseau',
    address: 'par adresse',
    site: 'pour tout le site',
  },
  spans: { 60: 'en une minute', 600: 'en 10 minutes', 3600: 'en une heure' },
  usual: (count) => `d’ordinaire\u00a0${count}`,
  bounds: (least, most) => `Un nombre entier de ${least} à ${most}`,
  network:
    'Un réseau est ce que reçoit un foyer, un bureau ou une machine\u202f: une adresse IPv4, ou la première moitié d’une adresse IPv6.',
  reset: 'Remettre les nombres habituels',
}
