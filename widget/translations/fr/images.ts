import type { Images } from '../en/images.ts'
import { fileSize } from '../file_size.ts'

const images: Images = {
  add: 'Image',
  waits: 'Une image est encore en cours d’envoi. Attendez un instant, ou annulez l’envoi.',
  list: 'Images de ce texte',
  choose: 'Choisir des images',
  describe: 'Ce que montre l’image',
  hint: 'Quelques mots aident les personnes qui ne la voient pas.',
  onItsWay: (name) => `Envoi de ${name} en cours`,
  typeAndSize: (type, bytes) => `${type}, ${fileSize('fr', bytes)}`,
  added: 'L’image est dans le texte. Décrivez ci-dessous ce qu’elle montre.',
  cancel: 'Annuler',
  again: 'Réessayer',
  remove: 'Retirer l’image',
  gone: (alt, place) =>
    `L’image ${alt ? `«\u202f${alt}\u202f»` : place} n’est plus là\u202f: elle a attendu trop longtemps d’être publiée. Retirez-la, ou ajoutez-la de nouveau.`,
  goneOne:
    'Une image de ce texte a attendu trop longtemps ou se trouve désormais dans une autre contribution. Retirez-la ou ajoutez-la de nouveau.',
  wrongType: (name) => `${name} n’est pas une image PNG, JPEG, WebP ou GIF.`,
  tooLarge: (name) => `${name} dépasse 10\u202fMo.`,
  tooMany: (most) => `Un message montre au plus ${most} images.`,
  full: 'Cette communauté n’a plus de place pour des images. Dites-le à l’équipe\u202f; votre texte est gardé.',
  unreadable: 'Cette image est illisible, ou dépasse 25 mégapixels.',
  waiting: 'Trop de vos images attendent d’être publiées. Publiez d’abord un message, ou réessayez demain.',
}

export default images
