import { counter } from '../counting.ts'
import type { roadmap as en } from '../en/roadmap.ts'

const n = counter('fr')

export const roadmap: typeof en = {
  title: 'Feuille de route',
  published: (count) => n(count, 'publié', 'publiés'),
  private: (count) => n(count, 'privé', 'privés'),
  isPublished: 'Publié',
  isPrivate: 'Privé',
  stages: 'Étapes',
  newItem: 'Projet',
  addTo: (stage) => `Ajouter un projet à l’étape ${stage}`,
  emptyLane: 'Rien ici pour l’instant',
  emptyHeading: 'La feuille de route est vide',
  emptyWords:
    'Un projet réunit les idées qui demandent la même chose. Il reste privé jusqu’à sa publication\u202f; ses votants apprennent ensuite chaque étape.',
  emptyStep: 'Créer le premier projet',
  readOnly: 'Seules l’équipe produit et l’administration modifient la feuille de route.',
  itemMenu: (title) => `Autres actions sur «\u202f${title}\u202f»`,
  moveTo: 'Déplacer vers…',
  moveUp: 'Monter',
  moveDown: 'Descendre',
  publish: 'Publier…',
  unpublish: 'Rendre privé',
  archive: 'Archiver…',

  held: (title, stage, place, of) =>
    `«\u202f${title}\u202f» en main\u202f: ${stage}, place ${place} sur ${of}`,
  at: (title, stage, place, of) => `«\u202f${title}\u202f»\u202f: ${stage}, place ${place} sur ${of}`,
  putBack: (title) => `«\u202f${title}\u202f» remis à sa place`,
  moved: (title, stage) => `«\u202f${title}\u202f» déplacé vers ${stage}`,
  movedTold: (title, stage, people) =>
    `«\u202f${title}\u202f» déplacé vers ${stage}. ${n(people, 'personne le saura', 'personnes le sauront')} dans 12 s`,
  reordered: (title, place) => `«\u202f${title}\u202f» est à la place ${place}`,

  moveHead: (title) => `Déplacer «\u202f${title}\u202f» vers`,
  here: 'ici',
  moveTold: (title, stage, people, ideas) => {
    const read = `Les clients liront\u202f: «\u202f${title}\u202f»\u202f: ${stage}.`
    if (ideas === 0) return `${read} Ce projet n’a pas encore d’idée, personne n’est donc prévenu.`
    if (people === 0)
      return `${read} Personne n’est prévenu\u202f: personne d’autre n’a proposé, soutenu ni suivi ses idées.`
    const told =
      people === undefined
        ? 'Les personnes qui ont proposé ou soutenu ses idées, ou qui les suivent, sont prévenues'
        : n(people, 'personne est prévenue', 'personnes sont prévenues')
    return `${read} ${told} une fois\u202f; vous pouvez annuler pendant 12 s.`
  },
  movePrivate: 'Il est privé\u202f: personne n’est prévenu.',

  publishTitle: (title) => `Publier «\u202f${title}\u202f»`,
  publishRead: 'Ce que liront les clients',
  publishLine: (title) => `«\u202f${title}\u202f» est sur la feuille de route`,
  publishNobody: 'Ce projet n’a pas encore d’idée, personne n’est donc prévenu.',
  publishIdeas: (count) =>
    count === 0
      ? 'Il ne réunit encore aucune idée.'
      : `${n(count, 'idée y renvoie et suit', 'idées y renvoient et suivent')} désormais son étape.`,
  publishAct: 'Publier',
  publishedDone: (title) => `«\u202f${title}\u202f» est publié`,
  unpublishedDone: (title) => `«\u202f${title}\u202f» est de nouveau privé. Ses idées ne le montrent plus.`,

  archiveTitle: (title) => `Archiver «\u202f${title}\u202f»`,
  archiveWords:
    'Il quitte la feuille de route, pour l’équipe comme pour les clients. Ses idées restent, avec leur statut.',
  archiveAct: 'Archiver',
  archived: (title) => `«\u202f${title}\u202f» est archivé`,

  newTitle: 'Nouveau projet',
  itemTitle: (number) => `Projet ${number}`,
  name: 'Nom',
  nameHint: 'Ce que liront les clients, en quelques mots',
  summary: 'Résumé',
  summaryHint: 'Une ou deux phrases\u202f: le problème, et ce que vous prévoyez. Visible une fois publié.',
  expected: 'Mois prévu',
  expectedHint: 'Laissez vide tant que vous ne savez pas.',
  expectedWrong: 'Écrivez le mois ainsi\u202f: 2027-03.',
  owner: 'Responsable',
  stage: 'Étape',
  ideas: 'Idées',
  ideasCount: (count, people) => `${n(count, 'idée', 'idées')}, ${n(people, 'personne', 'personnes')}`,
  noIdeas:
    'Aucune idée pour l’instant. Ajoutez celles qui le demandent, pour que leurs votants l’apprennent.',
  removeIdea: (title) => `Retirer «\u202f${title}\u202f»`,
  addIdea: 'Ajouter une idée',
  addIdeaHint: 'Numéro ou mots du titre',
  addIdeaNothing: 'Aucune idée trouvée. Essayez d’autres mots.',
  create: 'Créer le projet',
  created: (title) => `«\u202f${title}\u202f» est sur la feuille de route, en privé`,
  savedItem: (title) => `«\u202f${title}\u202f» enregistré`,
  notFound: 'Ce projet n’est pas ou plus sur la feuille de route.',
  stale:
    'Quelqu’un a modifié ce projet entre-temps. Votre texte est gardé ci-dessous\u202f; enregistrez de nouveau pour remplacer le sien.',
  keys: {
    stage: 'étape',
    item: 'projet',
    hold: 'prendre, poser',
    move: 'déplacer…',
    publish: 'publier',
    back: 'remettre',
    make: 'nouveau projet',
  },
}
