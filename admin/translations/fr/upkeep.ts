import type { upkeep as en } from '../en/upkeep.ts'

export const upkeep: typeof en = {
  words:
    'Ce que Parvis fait de lui-même pour toutes les communautés de cette installation. Seuls les exploitants voient cette page.',
  done: (when) => `Dernière exécution\u202f: ${when}`,
  never: 'Pas fait ces sept derniers jours',
  now: 'Lancer maintenant',
  nowOne: (what) => `Lancer maintenant\u202f: ${what}`,
  begun: 'Démarrage d’ici trente secondes.',
  underWay: 'En cours en ce moment',
  busy: 'C’est déjà en cours en ce moment.',
  ended: (what) => `Terminé\u202f: ${what}`,
  failed: (what) => `Échec\u202f: ${what}`,
  refreshed: 'La liste est à jour.',
  works: {
    news: [
      'E-mails de nouveautés',
      'Envoie les e-mails arrivés à échéance, selon le choix de chaque membre. Chaque minute.',
    ],
    texts: [
      'Contributions d’une version antérieure',
      'Après une mise à jour de Parvis, refait la mise en forme des contributions antérieures si elle a changé. Toutes les cinq minutes, jusqu’à la dernière.',
    ],
    statistics: [
      'Statistiques de la base de données',
      'Indique à une base embarquée ce que contiennent ses tables, pour qu’elle réponde vite. Toutes les cinq minutes, là où beaucoup a changé\u202f; un serveur PostgreSQL s’en charge lui-même.',
    ],
    sweep: [
      'Nettoyage',
      'Supprime ce qui a fait son temps\u202f: codes, liens et sessions échus, images qu’aucune contribution n’affiche. Chaque heure.',
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
