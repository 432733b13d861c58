import { ofWhom } from '../../../widget/translations/of_whom.ts'
import type { ruling as en } from '../en/ruling.ts'

export const ruling: typeof en = {
  title: (kind, author) =>
    kind === 'reply' ? `Masquer une réponse ${ofWhom(author)}` : `Masquer une contribution ${ofWhom(author)}`,
  revision: (revision) => `version ${revision}`,
  which: 'Quelle règle n’est pas respectée\u202f?',
  noRules: 'Il n’y a pas encore de règle. On ne masque qu’au titre d’une règle que chacun peut lire.',
  noRulesStep: 'Écrire les règles',
  why: (author) => `Pourquoi, dans des mots que ${author} lira`,
  whyHint: 'Dites quels mots enfreignent la règle, et ce qui peut être publié à la place.',
  whyMissing: 'Dites pourquoi. La personne le lira.',
  ruleMissing: 'Choisissez la règle.',
  willRead: (author) => `Ce que ${author} lira`,
  hiddenReply: (thread) => `Nous avons masqué votre réponse dans «\u202f${thread}\u202f»`,
  hiddenOpening: (thread) => `Nous avons masqué votre contribution «\u202f${thread}\u202f»`,
  breaks: (rule, name) => `Elle ne respecte pas la règle ${rule}, «\u202f${name}\u202f»\u202f:`,
  byPerson: (name) => `Décidé par ${name}, non par un logiciel.`,
  reasonHere: 'Votre motif figurera ici.',
  othersSee: 'Ce que les autres verront à la place',
  place: (rule, name, day) =>
    `Retiré au titre de la règle ${rule}, «\u202f${name}\u202f», par l’équipe le ${day}. L’auteur en connaît la raison.`,
  placeOpen: 'La ligne cite la règle que vous choisissez, et dit que l’auteur en connaît la raison.',
  afterwards: 'Ensuite',
  undo: 'Vous pouvez annuler pendant 12 secondes, avant que quiconque soit prévenu.',
  closes: (count) => (count < 2 ? 'Le signalement est clos.' : `Les ${count} signalements sont clos.`),
  logged: 'Le journal garde qui a décidé, quand et pourquoi.',
  still: (revision) =>
    `Toujours la version ${revision}\u202f: rien n’a changé depuis que vous l’avez ouverte`,
  changed: (revision) =>
    `Le texte a été modifié pendant votre lecture\u202f: c’est maintenant la version ${revision}. Rien n’a été masqué. Lisez-la, puis décidez de nouveau.`,
  newer: 'Le texte tel qu’il est maintenant',
  gone: 'Cette contribution a été supprimée ou masquée par quelqu’un d’autre. Il n’y a plus rien à faire.',
  act: 'Masquer',
  done: (author) => `La contribution ${ofWhom(author)} est masquée`,
}
