import type { ImageWords } from '../../ui/parvis_images.ts'
import { fileSize } from '../file_size.ts'

// Images in a text that is being written, for members and the team.

const images = {
  add: 'Image',
  waits: 'An image is still on its way. Wait for it, or cancel it.',
  list: 'Images in this text',
  choose: 'Choose images',
  describe: 'What the image shows',
  hint: 'A few words help those who cannot see it.',
  onItsWay: (name: string) => `${name} is on its way`,
  typeAndSize: (type: string, bytes: number) => `${type}, ${fileSize('en', bytes)}`,
  added: 'The image is in the text. Say below what it shows.',
  cancel: 'Cancel',
  again: 'Try again',
  remove: 'Take the image out',
  gone: (alt: string, place: number) =>
    `${alt ? `The image “${alt}”` : `Image ${place}`} is gone: it waited too long to be posted. Take it out, or add it again.`,
  goneOne:
    'An image in this text waited too long to be posted, or is in another post by now. Take it out, or add it again.',
  wrongType: (name: string) => `${name} is not a PNG, JPEG, WebP or GIF image.`,
  tooLarge: (name: string) => `${name} is larger than 10 MB.`,
  tooMany: (most: number) => `A post shows at most ${most} images.`,
  full: 'This community has no room for more images. Tell the team; your text is kept.',
  unreadable: 'This image cannot be read, or has more than 25 megapixels.',
  waiting: 'Too many of your images wait for a post. Send one first, or try again tomorrow.',
} satisfies ImageWords & Record<string, unknown>

export default images
export type Images = typeof images
