import { ofWhom } from '../../../widget/translations/of_whom.ts'
import { counter } from '../counting.ts'
import type { thread as en } from '../en/thread.ts'

const n = counter('fr')

export const thread: typeof en = {
  label: 'Sujet',
  close: 'Fermer le sujet',
  toList: 'Retour à la liste',
  mergedInto: (from, into) => `Le sujet #${from} a été fusionné avec celui-ci, #${into}.`,
  edited: 'modifié',
  history: {
    title: 'Modifications de cette contribution',
    show: (on) => `Modifié le ${on}. Voir ce qui a changé`,
    older: 'Voir les modifications précédentes',
    same: 'Le texte est resté le même.',
    added: 'ajouté\u202f:',
    removed: 'supprimé\u202f:',
  },
  locked: 'Clos\u202f: n’accepte plus de réponses',
  lock: 'Fermer aux réponses',
  unlock: 'Rouvrir aux réponses',
  lockDone: 'Plus personne ne peut répondre.',
  unlockDone: 'Les réponses sont rouvertes.',
  copyLink: 'Copier le lien',
  linkCopied: 'Lien copié',
  copyFailed: 'Le navigateur ne permet pas la copie. Sélectionnez le texte et copiez-le à la main.',
  tags: 'Étiquettes',
  addTags: 'Ajouter des étiquettes',
  setStatus: 'Donner un statut',
  voters: 'Votants',
  votersWords: (people, companies) =>
    companies > 0
      ? `${n(people, 'personne', 'personnes')} de ${n(companies, 'entreprise', 'entreprises')}`
      : n(people, 'personne', 'personnes'),
  noVoters: 'Personne pour l’instant',
  assignee: 'Confié à',
  onRoadmap: 'Feuille de route',
  notOnRoadmap: 'N’y figure pas',
  detached: 'Son statut, donné à la main, ne suit plus le projet.',
  mergedFrom: 'Issu de',
  reports: 'Signalements',
  openReports: (count) => n(count, 'signalement ouvert', 'signalements ouverts'),
  decisions: 'Décisions',
  decisionFromTo: (from, to) => `${from} → ${to}`,
  takenBack: 'Annulée',
  takesBack: 'annule la précédente',
  automatic: 'par la feuille de route',
  official: 'Réponse officielle',
  accepted: 'Réponse acceptée',
  story: 'Réponses et événements',
  noReplies: 'Personne n’a encore répondu. La première réponse compte le plus.',
  moreStory: 'Afficher la suite',
  nested: (name) => `En réponse à ${name}`,
  origin: (number) => `issu du sujet #${number}`,
  statusEvent: 'a changé le statut',
  statusFirst: 'a défini le statut',
  mergedEvent: 'a fusionné',
  mergedAnother: 'a fusionné un autre sujet avec celui-ci\u202f:',
  mergedVotes: (added, shared) => {
    const sum = n(added, 'vote ajouté', 'votes ajoutés')
    return shared > 0
      ? `${sum}\u202f; ${n(shared, 'personne avait voté', 'personnes avaient voté')} pour les deux.`
      : `${sum}.`
  },
  roadmapEvent: 'a inscrit ce sujet dans le projet',
  roadmapOthers: (count) => `avec ${n(count, 'autre idée', 'autres idées')}`,
  tombstone: (rule, name, day) =>
    `Retiré au titre de la règle ${rule}, «\u202f${name}\u202f», par l’équipe le ${day}. L’auteur en connaît la raison.`,
  reactions: 'Réactions',
  reaction: {
    like: 'Pouce levé',
    love: 'Cœur',
    celebrate: 'Bravo',
    laugh: 'Rire',
    think: 'Perplexe',
    eyes: 'À suivre',
  },
  deletedOpening: 'Ce texte a été retiré par la personne qui l’avait écrit.',
  deleted: 'Cette réponse a été supprimée par la personne qui l’avait écrite.',
  showHidden: 'Ce qui a été masqué',
  hiddenReason: 'Le motif donné',
  putBack: 'Afficher de nouveau',
  putBackTitle: (author) =>
    author
      ? `Afficher de nouveau la contribution ${ofWhom(author)}\u202f?`
      : 'Afficher de nouveau cette contribution\u202f?',
  putBackWords:
    'Toutes les personnes qui ont accès à ce sujet pourront aussitôt la relire. La personne qui l’a écrite en est prévenue, sauf si elle n’avait pas encore appris que sa contribution était masquée.',
  putBackAlready: 'Quelqu’un d’autre l’a déjà affichée de nouveau. Il n’y a plus rien à faire.',
  putBackDone: 'La contribution est de nouveau visible.',
  notes: 'Notes de l’équipe',
  notesWords: 'Seule l’équipe les lit.',
  moreNotes: 'Afficher les notes suivantes',
  postMenu: (name) => `Autres actions sur la contribution ${ofWhom(name)}`,
  markOfficial: 'En faire la réponse officielle',
  unmarkOfficial: 'N’est plus la réponse officielle',
  markedOfficial: 'C’est maintenant la réponse officielle',
  unmarkedOfficial: 'Ce n’est plus la réponse officielle',
  accept: 'Accepter comme réponse',
  unaccept: 'Ne plus accepter cette réponse',
  acceptedNow: 'La réponse est acceptée',
  acceptedNoMore: 'La réponse n’est plus acceptée',
  hide: 'Masquer en le motivant…',
  quote: 'Citer',
  wrote: (name) => `${name} a écrit\u202f:`,
  editOwn: 'Modifier',
  editSave: 'Enregistrer le texte',
  editTitle: 'Titre',
  editText: 'Texte',
  editStale:
    'Il a été modifié entre-temps. Voici comment il se lit maintenant\u202f; votre texte est gardé ci-dessous. Enregistrez de nouveau pour le remplacer.',
  editBegun:
    'Vous avez commencé à modifier ce texte. Votre version est gardée sur cet appareil, pas encore enregistrée.',
  editGoOn: 'Reprendre',
  removal: {
    open: 'Supprimer…',
    reply: {
      title: 'Supprimer cette réponse\u202f?',
      text: 'Plus personne ne pourra la lire, et vous ne pourrez pas la rétablir.',
      answered: (seen) =>
        `D’autres y ont répondu\u202f: sa place restera visible, et tout le monde y lira ${seen} Votre texte et votre nom disparaîtront, sans retour possible.`,
      verb: 'Supprimer la réponse',
      done: 'Votre réponse est supprimée.',
    },
    opening: {
      title: 'Supprimer ce sujet\u202f?',
      text: 'Plus personne ne pourra le trouver ni le lire, et vous ne pourrez pas le rétablir.',
      answered: (seen) =>
        `D’autres y ont répondu\u202f: le sujet reste pour leurs réponses et n’en accepte plus. À la place de votre texte, tout le monde lira ${seen} Le titre, votre texte et votre nom disparaîtront, sans retour possible.`,
      verb: 'Supprimer le sujet',
      done: 'Votre sujet est supprimé.',
    },
    official: 'C’est la réponse officielle\u202f: le sujet n’en aura plus.',
    accepted: 'C’est la réponse acceptée\u202f: la question n’en aura plus.',
    othersTookPart:
      'Ce sujet n’est plus à vous seul\u202f: d’autres ont voté pour lui, il figure sur la feuille de route, un autre y a été fusionné ou il a reçu un statut. Vous pouvez encore en modifier le texte.',
  },
  modes: { reply: 'Réponse', official: 'Réponse officielle', note: 'Note interne' },
  modesShort: { reply: 'Réponse', official: 'Officielle', note: 'Note' },
  mode: 'Ce que vous écrivez',
  placeholders: {
    reply: 'Répondez en public, sous votre nom',
    official: 'La réponse de l’équipe, affichée en tête',
    note: 'Seule l’équipe lira ceci',
  },
  send: { reply: 'Répondre', official: 'Répondre officiellement', note: 'Enregistrer la note' },
  sent: { reply: 'Réponse publiée', official: 'Réponse officielle publiée', note: 'Note enregistrée' },
  preview: 'Aperçu',
  write: 'Rédiger',
  previewEmpty: 'Rien à prévisualiser pour l’instant.',
  previewWaiting: 'Préparation de l’aperçu…',
  officialInstead: 'Elle remplacera la réponse officielle actuelle, qui reste parmi les réponses.',
  lockedWords: 'Ce sujet est clos. Vous pouvez encore laisser une note à l’équipe.',
  keys: { reply: 'répondre', close: 'fermer' },
}
