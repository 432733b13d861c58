import sharp from 'sharp'
import { Problem } from '../errors.ts'
import { isPicture } from '../members/picture.ts'

/** An image as it is kept: nothing but pixels, in one format. */
export interface Image {
  mediaType: string
  width: number
  height: number
  bytes: Buffer
}

export const mostImageBytes = 10 * 1024 * 1024
const mostPixels = 25_000_000
const longestSide = 1600
const atOnce = 2
const mostWaiting = 20

let working = 0
const waiting: (() => void)[] = []

/**
 * An image for a post out of the bytes sent: PNG, JPEG, WebP or GIF by content, whatever they call themselves, at most
 * 25 megapixels, still, fitted into 1600 by 1600 and encoded anew as WebP, so that no metadata stays. Two at a time,
 * since each holds its pixels in memory.
 */
export async function makeImage(bytes: Uint8Array): Promise<Image> {
  if (!isPicture(bytes))
    throw new Problem('unsupported_media_type', 'An image is a PNG, JPEG, WebP or GIF file.')
  await turn()
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: mostPixels,
      failOn: 'error',
      animated: false,
    })
      .rotate() // As the camera was held, before that note is dropped.
      .resize(longestSide, longestSide, { fit: 'inside', withoutEnlargement: true })
      .timeout({ seconds: 10 })
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return { mediaType: 'image/webp', width: info.width, height: info.height, bytes: data }
  } catch {
    throw new Problem('invalid_input', 'This image cannot be read, or has more than 25 megapixels.')
  } finally {
    working--
    waiting.shift()?.()
  }
}

async function turn(): Promise<void> {
  if (working >= atOnce) {
    if (waiting.length >= mostWaiting) throw new Problem('unavailable')
    await new Promise<void>((resolve) => waiting.push(resolve))
  }
  working++
}
