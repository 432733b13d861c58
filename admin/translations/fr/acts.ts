import { counter } from '../counting.ts'
import type { acts as en } from '../en/acts.ts'

const n = counter('fr')

export const acts: typeof en = {
  undone: 'Annulé. Personne n’a été prévenu.',
  undoOvertaken:
    'Ce n’est plus annulable\u202f: quelqu’un l’a de nouveau modifié depuis. Tout reste tel que c’est maintenant.',
  undoHint: 'Vous pouvez annuler pendant 12 secondes, avant que quiconque soit prévenu.',
  status: 'Statut',
  tag: 'Étiquettes',
  merge: 'Fusionner',
  promote: 'Ajouter à la feuille de route',
  promoteShort: 'Créer un projet',
  assign: 'Confier',
  threads: (count) => n(count, 'sujet', 'sujets'),

  statusTitle: (count, title) =>
    count === 1 ? `Statut de «\u202f${title}\u202f»` : `Statut de ${n(count, 'sujet', 'sujets')}`,
  statusWhich: 'Où en est-on\u202f?',
  statusNow: 'actuel',
  statusNote: 'Pourquoi, dans des mots que chacun lira',
  statusNoteHint: 'Affiché dans le sujet et envoyé à celles et ceux qui ont voté ou le suivent.',
  statusRead: 'Ce que liront les personnes prévenues',
  statusLine: (title, status) => `«\u202f${title}\u202f»\u202f: ${status}`,
  statusLines: (status) =>
    `Les idées que vous avez proposées ou soutenues, ou que vous suivez\u202f: ${status}`,
  statusTold: (people, ideas) => {
    const who =
      ideas === 1
        ? 'ont proposé ou soutenu l’idée, ou qui la suivent'
        : 'ont proposé ou soutenu les idées, ou qui les suivent'
    if (people === undefined)
      return `Les personnes qui ${who}, sont prévenues une fois, au bout de 12 secondes.`
    if (people === 0)
      return `Personne n’est prévenu\u202f: personne d’autre n’a proposé, soutenu ni suivi ${ideas === 1 ? 'l’idée' : 'les idées'}.`
    return `${n(people, 'personne est prévenue', 'personnes sont prévenues')} une fois, au bout de 12 secondes\u202f: celles qui ${who}.`
  },
  statusOnlyIdeas: 'Seules les idées ont un statut. Les autres sujets sélectionnés restent tels quels.',
  statusDetaches: (following, all) =>
    all === 1
      ? 'Elle suit un projet de la feuille de route\u202f; un statut donné à la main l’en détache.'
      : `${n(following, 'idée suit un projet', 'idées suivent un projet')} de la feuille de route\u202f; un statut donné à la main ${following === 1 ? 'l’en détache' : 'les en détache'}.`,
  statusAct: 'Changer le statut',
  statusDone: (count, status, told) =>
    count === 1
      ? `Nouveau statut\u202f: ${status}${told > 0 ? `. ${n(told, 'personne le saura', 'personnes le sauront')} dans 12 s` : ''}`
      : `Nouveau statut pour ${n(count, 'idée', 'idées')}\u202f: ${status}`,
  statusMeanwhile: (by, status) =>
    `Entre-temps, ${by ?? 'quelqu’un'} a choisi le statut «\u202f${status}\u202f». Rien n’a changé. Choisissez de nouveau s’il doit être autre.`,
  statusSkipped: (count) =>
    `${n(count, 'sujet n’a pas pu être changé', 'sujets n’ont pas pu être changés')}.`,

  tagTitle: (count) => `Étiquettes de ${n(count, 'sujet', 'sujets')}`,
  tagFind: 'Chercher une étiquette',
  tagSome: 'sur certains',
  tagNone: 'Il n’y a pas encore d’étiquette.',
  tagNoneStep: 'En créer dans les réglages',
  tagNoMatch: 'Aucune étiquette ne porte ce nom.',
  tagFirst: (name, on) =>
    `«\u202f${name}\u202f»\u202f: ${on === 'all' ? 'posée. Entrée la retire' : `${on === 'some' ? 'posée sur certains sujets' : 'non posée'}. Entrée la pose`}.`,
  tagAct: 'Enregistrer',
  tagDone: (count) => `Étiquettes changées sur ${n(count, 'sujet', 'sujets')}`,

  mergeTitle: (count) => `Fusionner ${n(count, 'sujet', 'sujets')}`,
  mergeTitleInto: (title) => `Fusionner «\u202f${title}\u202f» avec un autre`,
  mergeInto: 'Lequel reste\u202f?',
  mergeFind: 'Chercher un autre sujet',
  mergeFindHint: 'Numéro ou mots du titre',
  mergeNothing: 'Aucun sujet trouvé. Essayez d’autres mots.',
  mergeVotes: 'Les votes sont réunis, chaque personne comptée une fois.',
  mergeReplies: 'Les réponses se rejoignent en un seul fil et disent d’où elles viennent.',
  mergeAddress: 'Les anciennes adresses mènent au sujet qui reste.',
  mergeLeaves: (item) =>
    `«\u202f${item}\u202f», sur la feuille de route, perd ce qui est fusionné\u202f: le sujet qui reste appartient à un autre projet.`,
  mergeTold:
    'Les personnes qui ont proposé ou soutenu ce qui est fusionné, ou qui le suivent, sont prévenues une fois.',
  mergeFinal: 'Une fusion est définitive.',
  mergeRefused:
    'Seuls des sujets du même type se fusionnent, et aucun qui soit masqué ou déjà fusionné. Rien n’a changé.',
  mergeAct: 'Fusionner',
  mergeDone: (count, title) =>
    `${n(count, 'sujet fusionné', 'sujets fusionnés')} avec «\u202f${title}\u202f»`,

  promoteTitle: (count) =>
    count === 1 ? 'Ajouter à la feuille de route' : `Réunir ${count} idées en un projet`,
  promoteName: 'Nom sur la feuille de route',
  promoteStage: 'Étape',
  promoteOwner: 'Responsable',
  promotePrivate: (people, ideas) =>
    people === 0
      ? 'Privé jusqu’à sa publication. Les auteurs l’apprendront alors, et les idées y renverront.'
      : `Privé jusqu’à sa publication. ${n(people, 'votant', 'votants')} et ${ideas === 1 ? 'l’auteur' : 'les auteurs'} l’apprendront alors, une fois chacun, et ${ideas === 1 ? 'l’idée y renverra' : 'les idées y renverront'}.`,
  promoteExisting: 'Un projet existant…',
  promoteNew: 'Un nouveau projet…',
  promoteItem: 'Projet de la feuille de route',
  promoteItemPublished: (people) =>
    `Ce projet est publié\u202f: ${people === 0 ? 'les auteurs' : `${n(people, 'votant', 'votants')} et les auteurs`} l’apprendront, et les idées suivront son étape.`,
  promoteItemPrivate: 'Ce projet est privé\u202f: personne n’en saura rien avant sa publication.',
  promoteNoItems: 'La feuille de route n’a pas encore de projet.',
  promoteTaken: (ideas) =>
    ideas
      ? `${ideas}\u202f: déjà dans un projet. Rien n’a changé\u202f; retirez-la d’abord là-bas, ou laissez-la de côté ici.`
      : 'L’une des idées est déjà dans un projet. Rien n’a changé.',
  promoteAddAct: 'Ajouter au projet',
  promoteDone: (title) => `«\u202f${title}\u202f» est sur la feuille de route, en privé`,
  promoteAdded: (count, title) => `${n(count, 'idée ajoutée', 'idées ajoutées')} à «\u202f${title}\u202f»`,
  promoteOnlyIdeas: 'Seules les idées vont sur la feuille de route. Retirez les autres de la sélection.',

  assignTitle: (count) => `Confier ${n(count, 'sujet', 'sujets')}`,
  assignTo: 'Qui s’en occupe\u202f?',
  assignDone: (count, name) => `${n(count, 'sujet confié', 'sujets confiés')} à ${name}`,
  assignedNobody: (count) => `${n(count, 'sujet n’est confié', 'sujets ne sont confiés')} à personne`,
  assignMe: 'moi',
}
