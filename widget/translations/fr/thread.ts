import { counting } from '../counting.ts'
import type { ThreadWords } from '../en/thread.ts'
import { ofWhom as ofName } from '../of_whom.ts'
import compose from './compose.ts'
import report from './report.ts'
import unsent from './unsent.ts'

const { number, plural } = counting('fr')

const somebody = 'Ancien membre'
/** Which of somebody’s posts it is, where that is not the first: « 2e ». */
const nthOf = (nth = 1) => (nth === 1 ? '' : `${nth}e\u00a0`)
/** As within a sentence. */
const within = (name: string) => (name === somebody ? 'un ancien membre' : name)
const ofWhom = (name: string) => ofName(within(name))

const thread: ThreadWords = {
  compose,
  report,
  unsent,
  edited: 'modifié',
  history: {
    title: 'Modifications de cette contribution',
    show: (on) => `Modifié le ${on}. Voir ce qui a changé`,
    none: 'Elle n’a jamais été modifiée.',
    older: 'Voir les modifications précédentes',
    same: 'Le texte est resté le même.',
    added: 'ajouté\u202f:',
    removed: 'supprimé\u202f:',
  },
  reactions: {
    names: {
      like: 'Pouce levé',
      love: 'Cœur',
      celebrate: 'Bravo',
      laugh: 'Rire',
      think: 'Perplexe',
      eyes: 'À suivre',
    },
    add: (name: string, nth?: number) => `Réagir à la ${nthOf(nth)}contribution ${ofWhom(name)}`,
    given: (what: string, times: number) => `${what}, ${times}`,
    on: (name: string, nth?: number) => `${nthOf(nth)}contribution ${ofWhom(name)}`,
    gave: (what: string) => `Réaction ajoutée\u202f: ${what}.`,
    tookBack: (what: string) => `Réaction retirée\u202f: ${what}.`,
  },
  asker: 'à l’origine de la demande',
  starter: 'à l’origine du sujet',
  votes: (count) => plural(count, 'vote', 'votes'),
  votedMine: 'Vous avez voté pour cette idée.',
  story: (replies) =>
    replies ? `${plural(replies, 'réponse', 'réponses')} et ce qui s’est passé` : 'Ce qui s’est passé',
  storyOnly: (replies) => plural(replies, 'réponse', 'réponses'),
  noReplies: 'Aucune réponse pour l’instant',
  takesNone: 'Ce sujet n’accepte pas de réponses.',
  noRepliesHint:
    'Ce que vous en savez est utile\u202f: un cas vécu, un chiffre, une solution de contournement.',
  older: 'Afficher la suite',
  reply: 'Répondre',
  replyTo: (name, nth = 1) =>
    nth === 1 ? `Répondre à ${within(name)}` : `Répondre à la ${nthOf(nth)}contribution ${ofWhom(name)}`,
  replyingTo: (name) => `Votre réponse à ${within(name)}`,
  goOn: (name) => `Continuer votre réponse à ${within(name)}`,
  yourReply: 'Votre réponse',
  quote: 'Citer',
  quoteOf: (name, nth) => `Citer la ${nthOf(nth)}contribution ${ofWhom(name)}`,
  wrote: (name) => `${name === somebody ? 'Un ancien membre' : name} a écrit\u202f:`,
  save: 'Enregistrer',
  edit: 'Modifier',
  editTitle: 'Titre',
  editBody: 'Texte',
  fresh: 'nouveau',
  toFresh: (count) => plural(count, 'nouvelle réponse', 'nouvelles réponses'),
  toFreshOnes: 'Nouvelles réponses',
  follow: 'Suivre',
  unfollow: 'Ne plus suivre',
  copy: 'Copier le lien',
  copied: 'Lien copié',
  reportIt: 'Signaler',
  remove: 'Supprimer',
  removal: {
    title: 'Supprimer cette réponse\u202f?',
    text: 'Plus personne ne pourra la lire, et vous ne pourrez pas la rétablir.',
    answered:
      'Votre nom et votre texte disparaîtront, sans retour possible. Comme d’autres y ont répondu, sa place restera visible.',
    verb: 'Supprimer',
    cancel: 'Annuler',
  },
  removed: 'Votre réponse est supprimée.',
  threadRemoval: {
    title: 'Supprimer cette contribution\u202f?',
    text: 'Plus personne ne pourra la lire, et vous ne pourrez pas la rétablir.',
    answered:
      'Le titre, votre texte et votre nom disparaîtront, sans retour possible. Les réponses des autres resteront.',
    verb: 'Supprimer',
    cancel: 'Annuler',
  },
  threadRemoved: 'Votre contribution est supprimée.',
  gone: 'Cette réponse a été supprimée par la personne qui l’avait écrite.',
  more: (name, nth) => `Autres actions sur la ${nthOf(nth)}contribution ${ofWhom(name)}`,
  takenAway: 'Ce texte a été retiré par la personne qui l’avait écrit.',
  somebody,
  team: 'L’équipe',
  posted: 'Votre réponse est publiée.',
  saved: 'Vos modifications sont enregistrées.',
  locked: 'Ce sujet est clos\u202f: il n’accepte plus de réponses.',
  officialAbove: 'a donné la réponse officielle, affichée plus haut.',
  accepted: 'Réponse acceptée',
  accept: 'Accepter comme réponse',
  acceptOf: (name, nth = 1) =>
    `Accepter comme réponse ${nth === 1 ? 'celle' : `la ${nthOf(nth)}contribution`} ${ofWhom(name)}`,
  unaccept: 'Ne plus accepter cette réponse',
  acceptedNow: 'C’est désormais la réponse acceptée.',
  acceptedNoMore: 'Plus aucune réponse n’est acceptée.',
  acceptGone: 'Cette réponse n’est plus disponible.',
  guest: 'invité',
  forSite: (site) => `pour ${site}`,
  origin: 'issue d’un sujet fusionné',
  changed: 'a changé le statut',
  setTo: 'a défini le statut',
  quoted: (title) => `«\u202f${title}\u202f»`,
  merged: ['a fusionné ', ' avec ce sujet.'],
  mergedAnother: 'a fusionné un autre sujet avec celui-ci.',
  mergedVotes: (added, total, shared) =>
    `${number(added)} de ses ${plural(total, 'vote', 'votes')} ${added < 2 ? 'a été ajouté' : 'ont été ajoutés'}${shared ? `\u202f; ${plural(shared, 'personne avait voté', 'personnes avaient voté')} pour les deux` : ''}.`,
  roadmapped: ['Fait désormais partie du projet ', ''],
  withIdeas: (count) => `, avec ${plural(count, 'autre idée', 'autres idées')}`,
  tombstone: (rule, name) => `Retiré au titre de la règle ${rule}, «\u202f${name}\u202f», par l’équipe le `,
  tombstoneEnd: '. L’auteur en connaît la raison.',
  about: 'À propos de ce sujet',
  onRoadmap: 'Sur la feuille de route',
  expected: (month) => `prévu pour ${month}`,
  similar: 'Sujets proches',
  movedHere: 'Le sujet que vous cherchiez a été fusionné avec celui-ci.',
  empty: 'Écrivez d’abord quelque chose.',
  titleShort: 'Donnez un titre d’au moins 4 caractères.',
  changedMeanwhile:
    'Cette contribution a été modifiée ailleurs depuis que vous l’avez ouverte. Votre texte est conservé ici\u202f; comparez, puis enregistrez de nouveau.',
  mergedMeanwhile:
    'Pendant que vous écriviez, le sujet a été fusionné avec celui-ci. Votre texte est conservé ici\u202f; voyez ce qui a déjà été dit, puis envoyez-le de nouveau.',
  parentGone:
    'La réponse à laquelle vous répondiez n’est plus là. Votre texte est conservé\u202f; envoyez-le de nouveau, et il paraîtra sous la réponse qui la précédait.',
  missing: 'Il n’y a rien ici',
  missingHint:
    'Ce sujet a été retiré ou ne vous est pas ouvert. Vous trouverez peut-être ce que vous cherchez dans la liste.',
}

export default thread
