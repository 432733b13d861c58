import sharp from 'sharp'
import { Problem } from '../errors.ts'

/** A picture as it is kept: small, still, without metadata. */
export interface Picture {
  mediaType: string
  bytes: Buffer
}

export const mostPictureBytes = 5 * 1024 * 1024
const mostPixels = 16_000_000
const side = 160

// Decoders for anything else (SVG, HEIF, TIFF, PDF…) have been a way in elsewhere: they are off altogether.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
sharp.cache(false)

/**
 * A member's picture out of the bytes sent: PNG, JPEG, WebP or GIF by content, whatever they call themselves,
 * at most 16 megapixels, cut to a square of 160 and encoded anew as WebP, so that nothing but pixels stays.
 */
export async function makePicture(bytes: Uint8Array): Promise<Picture> {
  if (!isPicture(bytes))
    throw new Problem('unsupported_media_type', 'A picture is a PNG, JPEG, WebP or GIF file.')
  try {
    const made = await sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', animated: false })
      .rotate() // As the camera was held, before that note is dropped.
      .resize(side, side, { fit: 'cover' })
      .timeout({ seconds: 5 })
      .webp({ quality: 82 })
      .toBuffer()
    return { mediaType: 'image/webp', bytes: made }
  } catch {
    throw new Problem('invalid_input', 'This picture cannot be read, or has more than 16 megapixels.')
  }
}

const signatures: number[][] = [
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
]

/** Whether bytes begin as one of the kinds of image that are read do. */
export function isPicture(bytes: Uint8Array): boolean {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return true
  return signatures.some((signature) => signature.every((byte, index) => bytes[index] === byte))
}
