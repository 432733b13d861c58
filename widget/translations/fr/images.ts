import type { Images } from '../en/images.ts'

const images: Images = {
  add: 'Image',
  waits: 'Une image est encore en route. Attendez-la, ou annulez l’envoi.',
  list: 'Images de ce texte',
  choose: 'Choisir des images',
  describe: 'Ce que montre l’image',
  hint: 'Quelques mots aident les personnes qui ne la voient pas.',
  onItsWay: (name) => `${name} est en route`,
  added: 'L’image est dans le texte. Dites ci-dessous ce qu’elle montre.',
  cancel: 'Annuler',
  again: 'Réessayer',
  remove: 'Retirer l’image',
  wrongType: (name) => `${name} n’est pas une image PNG, JPEG, WebP ou GIF.`,
  tooLarge: (name) => `${name} dépasse 10\u202fMo.`,
  tooMany: (most) => `Un message montre au plus ${most} images.`,
  full: 'Cette communauté n’a plus de place pour des images. Dites-le à l’équipe\u202f; votre texte est gardé.',
  unreadable: 'Cette image est illisible, ou dépasse 25 mégapixels.',
  waiting: 'Trop de vos images attendent un message. Envoyez-en un d’abord, ou réessayez demain.',
}

export default images
