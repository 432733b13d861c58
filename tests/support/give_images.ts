import type { Page } from 'playwright-core'
import sharp from 'sharp'

/** Chooses two files for the text that is being written: an image, and a drawing that is not taken. */
export async function giveImages(page: Page): Promise<void> {
  const green = sharp({ create: { width: 60, height: 40, channels: 3, background: '#2f6f5e' } })
  const image = { name: 'depot.png', mimeType: 'image/png', buffer: await green.png().toBuffer() }
  const drawing = { name: 'plan.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') }
  await page.locator('parvis-images input[type=file]').last().setInputFiles([image, drawing])
}
