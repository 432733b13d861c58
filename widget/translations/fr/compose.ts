import type { ComposeWords } from '../en/compose.ts'
import images from './images.ts'

const compose: ComposeWords = {
  tools: 'Mise en forme',
  bold: 'Gras',
  italic: 'Italique',
  link: 'Lien',
  list: 'Liste',
  tasks: 'Liste de tâches',
  quote: 'Citation',
  code: 'Code',
  table: 'Tableau',
  withControl: (letter) => `Ctrl+${letter}`,
  images,
  preview: 'Aperçu',
  write: 'Rédiger',
  nothingToShow: 'Rien à prévisualiser pour l’instant.',
  draftKept: (time) => `Brouillon gardé sur cet appareil, ${time}`,
  draftFleeting: 'Brouillon non gardé\u202f: votre navigateur ne conserve rien pour cette page.',
  postedElsewhere: 'Ce que vous aviez écrit ici vient d’être publié depuis un autre onglet.',
  sessionEnds: (when: string) => `Votre session prend fin le ${when}. Votre texte est conservé.`,
  sessionEnded: 'Votre session a pris fin. Votre texte est conservé.',
  left: (count, left) => `Encore ${count} ${left < 2 ? 'caractère' : 'caractères'}`,
  tooLong: (count, over) =>
    `${count} ${over < 2 ? 'caractère' : 'caractères'} de trop. Raccourcissez le texte pour l’envoyer.`,
  unrenderable:
    'Ce texte est trop imbriqué pour être affiché. Retirez quelques niveaux de citations ou de listes\u202f; rien n’est perdu.',
  suspended:
    'Votre participation est suspendue pour le moment\u202f: ce que vous écrivez reste sur cet appareil et ne peut pas être publié.',
  suspendedWhy: 'Pourquoi, et jusqu’à quand',
  cancel: 'Annuler',
  placeholders: {
    bold: 'texte en gras',
    italic: 'texte en italique',
    link: 'texte du lien',
    code: 'code',
    table: 'Colonne',
  },
}

export default compose
