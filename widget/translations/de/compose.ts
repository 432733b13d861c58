import type { ComposeWords } from '../en/compose.ts'
import images from './images.ts'

const compose: ComposeWords = {
  tools: 'Formatierung',
  bold: 'Fett',
  italic: 'Kursiv',
  link: 'Link',
  list: 'Liste',
  quote: 'Zitat',
  code: 'Code',
  images,
  preview: 'Vorschau',
  write: 'Schreiben',
  nothingToShow: 'Noch nichts zum Ansehen.',
  draftKept: (time) => `Entwurf auf diesem Gerät gespeichert, ${time}`,
  draftHere: 'Ihr Entwurf ist auf diesem Gerät gespeichert.',
  left: (count) => `Noch ${count} Zeichen`,
  tooLong: (count) => `${count} Zeichen zu viel. Bitte kürzen Sie den Text, um ihn zu senden.`,
  unrenderable:
    'Dieser Text ist zu tief verschachtelt, um angezeigt zu werden. Nehmen Sie einige Ebenen von Zitaten oder Listen heraus; nichts ist verloren.',
  cancel: 'Abbrechen',
  placeholders: { bold: 'fetter Text', italic: 'betonter Text', link: 'Linktext', code: 'Code' },
}

export default compose
