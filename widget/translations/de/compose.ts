import type { ComposeWords } from '../en/compose.ts'
import images from './images.ts'

const compose: ComposeWords = {
  tools: 'Formatierung',
  bold: 'Fett',
  italic: 'Kursiv',
  link: 'Link',
  list: 'Liste',
  tasks: 'Aufgabenliste',
  quote: 'Zitat',
  code: 'Code',
  table: 'Tabelle',
  withControl: (letter) => `Strg+${letter}`,
  images,
  preview: 'Vorschau',
  write: 'Schreiben',
  nothingToShow: 'Noch nichts zum Ansehen.',
  draftKept: (time) => `Entwurf auf diesem Gerät gespeichert, ${time}`,
  draftFleeting: 'Entwurf nicht gespeichert: Ihr Browser bewahrt für diese Seite nichts auf.',
  postedElsewhere: 'Was Sie hier geschrieben hatten, wurde gerade in einem anderen Tab veröffentlicht.',
  sessionEnds: (when: string) => `Ihre Sitzung endet am ${when}. Ihr Text bleibt erhalten.`,
  sessionEnded: 'Ihre Sitzung ist beendet. Ihr Text bleibt erhalten.',
  left: (count) => `Noch ${count} Zeichen`,
  tooLong: (count) => `${count} Zeichen zu viel. Bitte kürzen Sie den Text, um ihn zu senden.`,
  unrenderable:
    'Dieser Text ist zu tief verschachtelt, um angezeigt zu werden. Nehmen Sie einige Ebenen von Zitaten oder Listen heraus; nichts ist verloren.',
  suspended:
    'Sie sind hier zurzeit gesperrt: Was Sie schreiben, bleibt auf diesem Gerät und kann nicht veröffentlicht werden.',
  suspendedWhy: 'Warum und bis wann',
  cancel: 'Abbrechen',
  placeholders: {
    bold: 'fetter Text',
    italic: 'betonter Text',
    link: 'Linktext',
    code: 'Code',
    table: 'Spalte',
  },
}

export default compose
