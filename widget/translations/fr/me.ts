import { counting } from '../counting.ts'
import type { MeWords } from '../en/me.ts'
import { noStop, oneStop } from '../one_stop.ts'

const { plural } = counting('fr')

const me: MeWords = {
  label: 'Mon compte',
  parts: {
    '': 'Notifications',
    posts: 'Mes contributions',
    votes: 'Mes votes',
    follows: 'Abonnements',
    decisions: 'Décisions',
    settings: 'Réglages',
  },
  since: (month) => `Membre depuis ${month}.`,
  signInFirst: 'Connectez-vous pour voir cette page',
  signInHint:
    'Vos notifications, contributions et votes apparaissent ici une fois que vous êtes connecté(e).',
  markAll: 'Tout marquer comme lu',
  allRead: 'Toutes les notifications sont lues.',
  unread: 'non lue\u202f:',
  somebody: 'Quelqu’un',
  removedThread: '(sujet retiré)',
  told: {
    status: ['', ' passe au statut «\u202f', '\u202f».'],
    roadmap: ['', ' est sur la feuille de route, à l’étape «\u202f', '\u202f».'],
    reply: ['', ' a répondu dans ', '.'],
    mention: ['', ' vous a mentionné(e) dans ', '.'],
    thread: ['', ' a lancé ', '.'],
    official: ['', ' a donné la réponse officielle dans ', '.'],
    accepted: ['', ' a accepté votre réponse dans ', '.'],
    answered: ['', ' a accepté une réponse à ', '.'],
    merged: ['', ' réunit désormais aussi un sujet que vous aviez proposé, soutenu ou suivi.', ''],
    ruling: ['Votre contribution dans ', ' a été retirée. La raison figure parmi les décisions.', ''],
    lifted: ['Votre contribution dans ', ' est rétablie. La décision la concernant a été annulée.', ''],
  },
  suspended: (until) =>
    until
      ? `Votre participation est suspendue jusqu’au ${until}\u202f: vous pouvez lire, mais pas publier, répondre ni voter.`
      : 'Votre participation est suspendue jusqu’à nouvel ordre\u202f: vous pouvez lire, mais pas publier, répondre ni voter.',
  suspendedWhy: (rule) => `L’équipe l’a décidé en application de la règle suivante\u202f: ${oneStop(rule)}`,
  toldSuspended: (until) =>
    `L’équipe a suspendu votre participation ${until ? `jusqu’au ${until}` : 'jusqu’à nouvel ordre'}.`,
  because: (rule) => `${noStop(rule)}\u202f:`,
  suspensionLifted:
    'La suspension de votre participation est levée. Vous pouvez à nouveau publier, répondre et voter.',
  quote: (text) => `«\u202f${text}\u202f»`,
  toDecisions: 'Lire la décision',
  none: {
    '': [
      'Rien à signaler pour l’instant',
      'Vous apprenez ici quand quelqu’un vous répond, quand il y a du nouveau dans ce que vous suivez et quand une idée pour laquelle vous avez voté est tranchée.',
    ],
    posts: ['Vous n’avez encore rien publié', 'Dites ce qui vous aiderait, ou répondez à une question.'],
    votes: [
      'Vous n’avez pas encore voté',
      'Votez pour les idées dont vous avez besoin. Vous serez informé(e) de chaque décision.',
    ],
    decisions: [
      'Aucune décision sur vos contributions',
      'Si l’équipe retire un jour ce que vous avez écrit, vous lirez ici pourquoi et pourrez le republier autrement.',
    ],
  },
  mail: {
    title: 'Par e-mail',
    kinds: {
      follows: 'Les nouveautés dans ce que je suis',
      mentions: 'Quand quelqu’un me mentionne',
      statuses: 'Le statut de mes idées et de celles que je soutiens ou que je suis',
      officials: 'Les réponses officielles',
      assignments: 'Les sujets que l’équipe me confie',
    },
    cadences: { soon: 'Tout de suite', day: 'Chaque jour', week: 'Chaque semaine', none: 'Pas d’e-mail' },
    decisions: 'Les décisions sur vos propres contributions vous sont toujours envoyées.',
    hours: 'Les envois quotidiens partent à 7\u202fh UTC, les envois hebdomadaires le lundi.',
  },
  follows: {
    threads: 'Sujets que vous suivez',
    noThreads:
      'Aucun pour l’instant. Choisissez «\u202fSuivre\u202f» sous un sujet pour être prévenu(e) de chaque nouvelle réponse et des suites données.',
    own: 'Suivre les sujets que je lance ou auxquels je réponds',
    ownHint: 'À partir de maintenant. Ce que vous suivez déjà ne change pas.',
    boards: 'Rubriques',
    boardsHint: 'Dans une rubrique que vous suivez, vous êtes prévenu(e) de chaque nouveau sujet.',
    start: 'Suivre',
    stop: 'Ne plus suivre',
    of: (verb, what) => `${verb}\u202f: ${what}`,
  },
  toIdeas: 'Voir les idées',
  opening: 'Sujet ouvert',
  reply: 'Réponse',
  removed: 'retirée',
  more: 'Afficher la suite',
  decision: { opening: 'Une décision sur votre sujet', reply: 'Une décision sur votre réponse' },
  number: (count) => `N°\u00a0${count}`,
  what: 'Ce qui a été décidé',
  whatOpening: 'Votre sujet a été retiré',
  whatReply: 'Votre réponse a été retirée',
  from: ' de ',
  on: ' le ',
  whatElse: 'Rien d’autre ne change\u202f: vous pouvez publier, voter et répondre comme avant.',
  lifted: (date) =>
    `L’équipe est revenue sur cette décision le ${date}\u202f: vos mots sont de nouveau visibles.`,
  wrote: 'Ce que vous aviez écrit',
  why: 'Pourquoi',
  rule: (number, name) => `Règle ${number}, ${name}`,
  who: 'Qui a décidé',
  by: (name) => `${name}, de l’équipe. Aucun contrôle automatique n’est intervenu.`,
  team: 'Une personne',
  again: 'Reformuler et republier',
  profile: 'Nom et photo',
  managed: (site) => `Votre nom et votre photo viennent de votre compte ${site}.`,
  name: 'Nom',
  nameEmpty: 'Saisissez le nom que verront les autres.',
  save: 'Enregistrer',
  saved: 'Enregistré.',
  picture: 'Photo',
  choose: 'Choisir une photo',
  drop: 'La retirer',
  pictureHint: 'PNG, JPEG, WebP ou GIF, 5 Mo au plus.',
  pictureLarge: 'Cette image dépasse 5 Mo. Choisissez-en une plus légère\u202f; rien n’a changé.',
  pictureWrong:
    'Ce fichier n’est pas une image que nous sachions lire. Choisissez un PNG, JPEG, WebP ou GIF.',
  language: 'Langue',
  languageHint: 'Pour cet espace sur cet appareil, et pour nos messages.',
  languageGiven: 'Pour nos messages. La langue de cet espace est celle de la page.',
  signOut: 'Se déconnecter',
  signedInAs: (email) => `Connecté(e) avec ${email}.`,
  signedOut: 'Vous êtes déconnecté(e).',
  posts: (count) => plural(count, 'contribution', 'contributions'),
  data: {
    title: 'Mes données',
    page: 'Ma page publique',
    pageHint: 'Votre nom y mène. Elle montre ce que vous avez écrit à toute personne qui peut le lire.',
    votesShown: 'Montrer aussi mes votes',
    download: 'Télécharger mes données',
    downloadHint:
      'Un fichier ZIP avec votre profil, vos contributions, images, votes, abonnements, notifications et les décisions à votre sujet.',
    downloaded: 'Le fichier se trouve dans vos téléchargements.',
    downloadMany: 'Vous venez de le télécharger plusieurs fois. Réessayez dans une heure.',
    prove: 'Confirmez que c’est bien vous',
    proveBy: (email) =>
      `Votre connexion date de plus de dix minutes\u202f: nous avons envoyé six chiffres à ${email}. Saisissez-les, et votre fichier sera téléchargé.`,
    erase: 'Effacer mon compte…',
    eraseSuspended: 'Tant que votre participation est suspendue, demandez à l’équipe d’effacer votre compte.',
  },
  erase: {
    title: 'Effacer mon compte',
    goesTitle: 'Ce qui disparaît, tout de suite et pour de bon',
    goes: [
      'Votre nom, votre photo, votre adresse et tous les accès à ce compte',
      'Vos abonnements, vos notifications et e-mails, et les brouillons de cet appareil',
    ],
    staysTitle: 'Ce qui reste, sans votre nom',
    stays: [
      'Vos votes\u202f: ils comptent toujours pour les idées que vous souteniez',
      'Vos signalements, et les décisions de l’équipe sur vos contributions',
    ],
    posts: 'Et vos contributions\u202f?',
    keep: 'Elles restent, signées «\u202fAncien membre\u202f»',
    keepHint: 'Les réponses utiles à d’autres restent lisibles.',
    remove: 'Leur texte est retiré',
    removeHint:
      'Là où d’autres ont répondu, une place vide reste, et leurs réponses aussi. Ce qu’ils ont cité de vous reste dans leur texte.',
    again:
      'Qui se connecte plus tard avec la même adresse ou le même compte est nouveau ici. Les sauvegardes d’avant contiennent les anciennes données jusqu’à leur suppression.',
    cancel: 'Annuler',
    next: 'Continuer',
    sure: 'Effacer maintenant\u202f?',
    codeSent: (email) =>
      `Nous avons envoyé six chiffres à ${email}. Saisissez-les, et votre compte est effacé.`,
    code: 'Code',
    badCode: 'Saisissez les six chiffres de l’e-mail.',
    refused: 'Ce code est faux ou trop ancien. Demandez-en un autre et saisissez le plus récent.',
    resend: 'Envoyer un autre code',
    resent: 'Un autre code est en route.',
    understood: 'Je comprends qu’on ne peut pas revenir en arrière',
    notUnderstood: 'Cochez d’abord la case.',
    stale: (site) =>
      `Votre connexion date de plus de dix minutes. Déconnectez-vous de ${site}, reconnectez-vous et revenez ici\u202f: ainsi nous savons que c’est vous.`,
    team: 'Vous faites partie de l’équipe. Un propriétaire vous en retire d’abord\u202f; vous pourrez ensuite effacer votre compte ici.',
    verb: 'Effacer mon compte',
    done: 'Votre compte est effacé.',
    doneHint: 'Merci pour ce que vous avez apporté. Vos votes comptent toujours.',
    close: 'Fermer',
  },
  guest: {
    label: 'Invité',
    here: 'Vous êtes ici en tant qu’invité, sur cet appareil.',
    keep: 'Connectez-vous pour retrouver vos votes partout',
    kept: 'Vous êtes connecté(e). Vos votes et vos contributions vous suivent désormais partout.',
    leaving:
      'Si vous vous déconnectez, cet appareil vous oublie. Vos votes et vos contributions restent, mais vous ne pourrez plus les modifier.',
  },
}

export default me
