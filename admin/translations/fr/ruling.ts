import { ofWhom } from '../../../widget/translations/of_whom.ts'
import { noStop } from '../../../widget/translations/one_stop.ts'
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
  read: {
    removed: (title) => `Votre contribution dans «\u202f${title}\u202f» a été retirée.`,
    rule: (number, name) =>
      `Décision prise au titre de la règle ${number}, «\u202f${noStop(name)}\u202f»\u202f:`,
    quote: (text) => `«\u202f${text}\u202f»`,
    decided: (name) => `Décidé par ${name}, de l’équipe. Aucun contrôle automatique n’est intervenu.`,
    instead:
      'À sa place, les autres lisent qu’elle a été retirée, et au titre de quelle règle. La décision entière, avec votre texte, se trouve dans la communauté.',
  },
  judged: 'Le texte que vous jugez',
  reasonHere: 'Votre motif figurera ici.',
  othersSee: 'Ce que les autres verront à la place',
  place: (rule, name, day) =>
    `Retiré au titre de la règle ${rule}, «\u202f${name}\u202f», par l’équipe le ${day}. L’auteur en connaît la raison.`,
  placeOpen: 'La ligne cite la règle que vous choisissez, et dit que l’auteur en connaît la raison.',
  afterwards: 'Ensuite',
  undo: 'Vous pouvez annuler pendant 12 secondes, avant que quiconque soit prévenu.',
  closes: (count) => (count < 2 ? 'Le signalement est clos.' : `Les ${count} signalements sont clos.`),
  logged: 'Le journal garde qui a décidé, quand et pourquoi.',
  still: (revision) => `C’est la version ${revision}, la contribution telle qu’elle est maintenant`,
  hidden: (by, rule, name) =>
    `${by ?? 'Quelqu’un'} a déjà masqué cette contribution au titre de la règle ${rule}, «\u202f${noStop(name)}\u202f». Il n’y a plus rien à faire.`,
  changed: (revision) =>
    `Le texte a été modifié pendant votre lecture\u202f: c’est maintenant la version ${revision}. Rien n’a été masqué. Lisez-la, puis décidez de nouveau.`,
  newer: 'Le texte tel qu’il est maintenant',
  gone: 'Cette contribution a été supprimée. Il n’y a plus rien à faire.',
  act: 'Masquer',
  done: (author) => `La contribution ${ofWhom(author)} est masquée`,
}
