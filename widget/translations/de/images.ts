import type { Images } from '../en/images.ts'

const images: Images = {
  add: 'Bild',
  waits: 'Ein Bild ist noch unterwegs. Warten Sie darauf, oder brechen Sie es ab.',
  list: 'Bilder in diesem Text',
  choose: 'Bilder auswählen',
  describe: 'Was das Bild zeigt',
  hint: 'Ein paar Worte helfen denen, die es nicht sehen.',
  onItsWay: (name) => `${name} ist unterwegs`,
  added: 'Das Bild steht im Text. Sagen Sie darunter, was es zeigt.',
  cancel: 'Abbrechen',
  again: 'Erneut versuchen',
  remove: 'Bild herausnehmen',
  wrongType: (name) => `${name} ist kein Bild in PNG, JPEG, WebP oder GIF.`,
  tooLarge: (name) => `${name} ist größer als 10 MB.`,
  tooMany: (most) => `Ein Beitrag zeigt höchstens ${most} Bilder.`,
  full: 'Diese Community hat keinen Platz für weitere Bilder. Sagen Sie es dem Team; Ihr Text bleibt erhalten.',
  unreadable: 'Dieses Bild ist nicht lesbar oder hat mehr als 25 Megapixel.',
  waiting:
    'Zu viele Ihrer Bilder warten auf einen Beitrag. Senden Sie erst einen, oder versuchen Sie es morgen erneut.',
}

export default images
