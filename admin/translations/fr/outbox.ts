import type { outbox as en } from '../en/outbox.ts'

export const outbox: typeof en = {
  words:
    'Les e-mails qui annoncent aux membres ce qu’il y a de nouveau\u202f: tout de suite, chaque jour ou chaque semaine, selon leur choix. Leur contenu est établi au moment de l’envoi.',
  adminsOnly: 'Seuls les administrateurs et les propriétaires voient les e-mails.',
  headings: { failed: 'Non envoyés', waiting: 'En attente' },
  empty: {
    failed: [
      'Aucun e-mail en échec',
      'Les e-mails que le serveur de messagerie refuse figurent ici, avec sa réponse.',
    ],
    waiting: [
      'Aucun e-mail en attente',
      'Dès qu’il y a quelque chose à annoncer, l’e-mail attend ici son heure.',
    ],
  },
  cadences: { soon: 'Tout de suite', day: 'Chaque jour', week: 'Chaque semaine' },
  noAddress: 'sans adresse',
  tried: (times) => (times === 1 ? '1 tentative' : `${times} tentatives`),
  due: (when, times) =>
    times === 0
      ? `envoi prévu ${when}`
      : `${times === 1 ? '1 tentative' : `${times} tentatives`}, nouvel essai ${when}`,
  reason: (said) => `Le serveur de messagerie\u202f: ${said}`,
  silent: (code) => `Le serveur de messagerie ne répond pas (${code}).`,
  closed: (said) =>
    `Le serveur de messagerie n’accepte aucun de nos e-mails, quel que soit le destinataire\u202f: ${said}`,
  tooLate: 'Trop tard pour être encore utile.',
  fault: (kind) => `Erreur de ce serveur\u202f: ${kind}`,
  refresh: 'Actualiser',
  retry: 'Réessayer',
  retryAll: 'Tout réessayer',
  retriedAll:
    'Un nouvel essai est en cours pour tout\u202f; les e-mails partent dans les minutes qui viennent.',
  retryOne: (name) => `Réessayer d’envoyer l’e-mail à ${name}`,
  retried: (name) => `L’e-mail à ${name} part dans la minute.`,
  work: 'Autres tâches en échec',
  workHint:
    'Codes, invitations, annonces aux abonnés et effacements de membres. Une tâche est retentée d’elle-même pendant une demi-heure environ.',
  noWork: ['Aucun échec', 'Si un code ou une invitation n’arrivait pas, vous en liriez ici la raison.'],
  abouts: {
    code: 'Code de connexion',
    invitation: 'Invitation dans l’équipe',
    provider: 'Nouveau moyen de connexion',
    followers: 'Annonce aux abonnés',
    erasure: 'Effacement d’un membre',
  },
  again: (tried, when) => `${tried}, la dernière ${when}\u202f; un nouvel essai est prévu`,
  givenUp: (tried, when) => `${tried}, la dernière ${when}\u202f; abandonnée`,
  retryWork: (what, to) => `Réessayer\u202f: ${what}${to ? ` pour ${to}` : ''}`,
  retriedWork: 'Un nouvel essai est en cours.',
}
