import sharp from 'sharp'
import { type Image, makeImage } from '../../../server/images/image.ts'
import type { Trx } from '../../../server/lib/in_transaction.ts'
import type { Sizes } from '../../../server/lib/markdown.ts'
import type { SeedDrawing } from '../bakfleet/drawings.ts'
import { type Ground, threadOf } from './ground.ts'

export const sizesOf = (drawings: SeedDrawing[]): Sizes =>
  Object.fromEntries(drawings.map(({ id, width, height }) => [id, { width, height }]))

let painting: Promise<unknown> = Promise.resolve()

/** Every drawing as the image that an upload of it would have become. One after the other: what is on is on for all. */
export function paint(drawings: SeedDrawing[]): Promise<Map<string, Image>> {
  const painted = painting.then(() => paintAll(drawings))
  painting = painted.catch(() => {})
  return painted
}

async function paintAll(drawings: SeedDrawing[]): Promise<Map<string, Image>> {
  const painted = new Map<string, Image>()
  // Reading SVG is off in this program, and is again before anybody is served: these are our own.
  sharp.unblock({ operation: ['VipsForeignLoadSvgBuffer'] })
  try {
    for (const { id, svg } of drawings)
      painted.set(id, await makeImage(await sharp(Buffer.from(svg)).png().toBuffer()))
  } finally {
    sharp.block({ operation: ['VipsForeignLoadSvgBuffer'] })
  }
  return painted
}

/** The images' rows, each with the opening text that shows it. */
export async function plantDrawings(
  trx: Trx,
  ground: Ground,
  drawings: SeedDrawing[],
  painted: Map<string, Image>,
): Promise<void> {
  const rows = drawings.map(({ id, thread }) => {
    const { openingId, author, at } = threadOf(ground, thread)
    const { mediaType, bytes, width, height } = painted.get(id)!
    const image = { id, media_type: mediaType, width, height, size: bytes.length, bytes }
    return { site_id: ground.siteId, ...image, member_id: author.id, post_id: openingId, created_at: at }
  })
  await trx.insertInto('images').values(rows).execute()
  await trx
    .insertInto('image_stores')
    .values({ site_id: ground.siteId, bytes: rows.reduce((sum, row) => sum + row.size, 0) })
    .execute()
}
