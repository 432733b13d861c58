import type { Images } from '../en/images.ts'
import { fileSize } from '../file_size.ts'

const images: Images = {
  add: 'Bild',
  waits: 'Ein Bild wird noch hochgeladen. Warten Sie einen Moment, oder brechen Sie ab.',
  list: 'Bilder in diesem Text',
  choose: 'Bilder auswählen',
  describe: 'Was das Bild zeigt',
  hint: 'Ein paar Worte helfen allen, die es nicht sehen können.',
  onItsWay: (name) => `${name} wird hochgeladen`,
  typeAndSize: (type, bytes) => `${type}, ${fileSize('de', bytes)}`,
  added: 'Das Bild steht im Text. Beschreiben Sie darunter, was es zeigt.',
  cancel: 'Abbrechen',
  again: 'Erneut versuchen',
  remove: 'Bild entfernen',
  gone: (alt, place) =>
    `${alt ? `Das Bild „${alt}“` : `Bild ${place}`} ist nicht mehr da: Es hat zu lange auf einen Beitrag gewartet. Entfernen Sie es, oder fügen Sie es noch einmal hinzu.`,
  goneOne:
    'Ein Bild in diesem Text hat zu lange gewartet oder steht inzwischen in einem anderen Beitrag. Nehmen Sie es heraus, oder fügen Sie es erneut hinzu.',
  wrongType: (name) => `${name} ist kein Bild in PNG, JPEG, WebP oder GIF.`,
  tooLarge: (name) => `${name} ist größer als 10 MB.`,
  tooMany: (most) => `Ein Beitrag zeigt höchstens ${most} Bilder.`,
  full: 'Diese Community hat keinen Platz für weitere Bilder. Sagen Sie es dem Team; Ihr Text bleibt erhalten.',
  unreadable: 'Dieses Bild ist nicht lesbar oder hat mehr als 25 Megapixel.',
  waiting:
    'Zu viele Ihrer Bilder warten auf einen Beitrag. Senden Sie erst einen, oder versuchen Sie es morgen erneut.',
}

export default images
