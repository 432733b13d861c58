import sharp from 'sharp'

/** A small picture, as a request carries it. */
export async function picture(): Promise<{ raw: Uint8Array<ArrayBuffer>; headers: Record<string, string> }> {
  const green = sharp({ create: { width: 8, height: 8, channels: 3, background: '#0a6' } })
  return { raw: new Uint8Array(await green.png().toBuffer()), headers: { 'content-type': 'image/png' } }
}
