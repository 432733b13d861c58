const longestSide = 1600
const light = 1_000_000

/**
 * A photograph no larger than the server keeps it, so that a slow line carries less. What cannot be drawn here, moves
 * or is small already goes as it is: the server has the last word either way.
 */
export const shrink = async (file: File): Promise<Blob> => {
  if (file.type === 'image/gif') return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
    if (scale === 1 && file.size < light) return file
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(picture.width * scale)),
      Math.max(1, Math.round(picture.height * scale)),
    )
    canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
    picture.close()
    const smaller = await canvas.convertToBlob({ type: file.type, quality: 0.9 })
    return smaller.size < file.size ? smaller : file
  } catch {
    return file
  }
}
