import { counting } from '../counting.ts'
import type { NewWords } from '../en/new.ts'
import compose from './compose.ts'

const { plural } = counting('fr')

const fresh: NewWords = {
  compose,
  kinds: {
    idea: {
      name: 'Idée',
      heading: 'Proposer une idée',
      purpose: 'Un seul souhait par idée, pour que d’autres puissent voter exactement pour celui-là.',
      title: 'Qu’est-ce qui vous aiderait\u202f?',
      body: 'Que se passe-t-il aujourd’hui, et qu’est-ce que cela vous coûte\u202f?',
      send: 'Publier l’idée',
      posted: 'Votre idée est publiée.',
    },
    question: {
      name: 'Question',
      heading: 'Poser une question',
      purpose:
        'L’équipe et les autres membres répondent. Dites ce que vous avez essayé, pour ne pas l’entendre deux fois.',
      title: 'Que souhaitez-vous savoir\u202f?',
      body: 'Qu’avez-vous essayé, et que s’est-il passé\u202f?',
      send: 'Publier la question',
      posted: 'Votre question est publiée.',
    },
    discussion: {
      name: 'Discussion',
      heading: 'Ouvrir une discussion',
      purpose: 'Pour ce qui n’est ni un souhait ni une question.',
      title: 'De quoi s’agit-il\u202f?',
      body: 'Que souhaitez-vous dire\u202f?',
      send: 'Publier la discussion',
      posted: 'Votre discussion est publiée.',
    },
  } as NewWords['kinds'],
  similarIdeas: 'Est-ce l’une de celles-ci\u202f? Un vote compte autant qu’une nouvelle idée.',
  similarOthers: 'Votre réponse est-elle déjà ici\u202f?',
  similarFound: (count) => `${plural(count, 'sujet proche trouvé', 'sujets proches trouvés')} sous le titre.`,
  replies: (count) => plural(count, 'réponse', 'réponses'),
  withOfficial: 'réponse officielle',
  board: 'Rubrique',
  kind: 'Type',
  tags: 'Étiquettes',
  tagsHint: '3 au plus',
  addTag: 'Ajouter une étiquette',
  add: 'Ajouter',
  remove: (tag) => `Retirer ${tag}`,
  rules: 'Nos règles d’échange',
  next: 'Et ensuite.',
  nextShown: 'La publication est immédiate, sous votre nom.',
  nextAnswer: (promise) => `Nous répondons d’ordinaire ${promise}.`,
  nextDecision: 'Chaque idée reçoit une décision motivée, et vous en êtes informé(e).',
  leave: 'Laisser en brouillon',
  kept: 'Votre brouillon est gardé sur cet appareil.',
  titleShort: 'Donnez un titre d’au moins 4 caractères.',
  titleLong: (over) => `Le titre est trop long de ${plural(over, 'caractère', 'caractères')}.`,
  bodyEmpty: 'Dites-en quelques mots.',
  boardGone: (board) =>
    `«\u202f${board}\u202f» n’existe plus ou ne vous est pas ouvert. Votre texte est conservé\u202f; choisissez une autre rubrique.`,
  kindGone: (kind, board) =>
    `«\u202f${board}\u202f» n’accepte plus rien du type «\u202f${kind}\u202f». Votre texte est conservé\u202f; voyez ce qu’il deviendrait.`,
  tagsGone: (names) =>
    `${names.length > 1 ? 'Ces étiquettes n’existent plus et ont été retirées' : 'Cette étiquette n’existe plus et a été retirée'}\u202f: ${names.join(', ')}.`,
  closed: 'On ne peut pas ouvrir de sujet dans cette rubrique.',
  path: 'Le parcours d’une idée',
  steps: {
    open: 'Elle réunit votes et arguments. Nous répondons.',
    review: 'Quelqu’un de l’équipe l’examine.',
    planned: 'Nous la ferons.',
    building: 'En cours de réalisation.',
    shipped: 'Elle est disponible, et vous l’apprenez.',
    closed: 'Close, avec l’explication.',
  },
}

export default fresh
