import type { upkeep as en } from '../en/upkeep.ts'

export const upkeep: typeof en = {
  words:
    'Ce que Parvis fait de lui-même pour toutes les communautés de cette installation. Seuls les exploitants voient cette page.',
  done: (when) => `Fait pour la dernière fois ${when}`,
  never: 'Pas encore fait',
  now: 'Lancer maintenant',
  nowOne: (what) => `Lancer maintenant\u202f: ${what}`,
  begun: 'Cela commence dans la demi-minute.',
  works: {
    news: [
      'E-mails de nouveautés',
      'Envoie les e-mails arrivés à échéance, selon le choix de chaque membre. Chaque minute.',
    ],
    texts: [
      'Messages d’une version antérieure',
      'Met à jour l’affichage des messages qu’une nouvelle version de Parvis présente autrement. Toutes les cinq minutes, jusqu’au dernier.',
    ],
    statistics: [
      'Statistiques de la base de données',
      'Indique à une base embarquée ce que contiennent ses tables, pour qu’elle réponde vite. Toutes les cinq minutes, là où beaucoup a changé.',
    ],
    sweep: [
      'Nettoyage',
      'Supprime ce qui a fait son temps\u202f: codes, liens et sessions échus, images qu’aucun message n’affiche. Chaque heure.',
    ],
    counters: [
      'Compteurs',
      'Compare les nombres de votes, de réponses et de réactions à ce qu’ils comptent, et note les écarts dans le journal du serveur. Chaque nuit.',
    ],
    guests: [
      'Invités jamais revenus',
      'Supprime les invités qui n’ont rien fait et ne sont pas revenus depuis soixante jours. Chaque nuit.',
    ],
  },
}
