import { makeZip } from 'client-zip'
import type { Viewer, World } from '../context.ts'
import type { Site } from '../sites/queries.ts'
import { exportOf, pagesBy } from './export.ts'
import { type ExportRow, exportImage, exportPage, exportPicture, pageRows } from './export_queries.ts'

/** As many images as an archive takes, whose directory counts to 65,535; what is beyond is in the list of them alone. */
const mostImages = 60_000

/**
 * All that a community holds of a member, to take along (GDPR, art. 20): a ZIP archive of the images they gave it, one
 * after the other, and of `data.json`, which names each of them. Made as it is read, so that it takes the memory of one
 * image.
 */
export async function archiveOf(world: World, site: Site, viewer: Viewer, memberId: string) {
  const files = new Map<string, string>()
  const document = await exportOf(world, site, viewer, memberId, files)
  const lastModified = world.clock.now()
  async function* all() {
    const picture = await exportPicture(world.db, site.id, memberId)
    if (picture) yield { name: 'picture.webp', input: picture, lastModified }
    for await (const { id, bytes } of imagesOf(world, viewer, memberId)) {
      const name = `images/${id}.webp`
      files.set(id, name)
      yield { name, input: bytes, lastModified }
    }
    yield { name: 'data.json', input: document, lastModified }
  }
  return makeZip(all())
}

async function* imagesOf(world: World, viewer: Viewer, memberId: string) {
  let left = mostImages
  const pages = pagesBy<ExportRow>((after) =>
    exportPage(world.db, viewer, memberId, 'images', after, pageRows),
  )
  for await (const page of pages)
    for (const { row } of page) {
      const { id } = row as { id: string }
      const bytes = left > 0 && (await exportImage(world.db, viewer.siteId, id))
      if (!bytes) continue
      left--
      yield { id, bytes }
    }
}
