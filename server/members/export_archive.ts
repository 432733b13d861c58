import type { Viewer, World } from '../context.ts'
import { type ZipFile, zipOf } from '../lib/zip.ts'
import type { Site } from '../sites/queries.ts'
import { exportOf, pagesBy } from './export.ts'
import { type ExportRow, exportImage, exportPage, exportPicture, pageRows } from './export_queries.ts'

/** As much as an archive takes of images, in bytes and in number; what is beyond is in the list of them alone. */
const most = { bytes: 3_000_000_000, files: 60_000 }

/**
 * All that a community holds of a member, to take along (GDPR, art. 20): a ZIP archive of the images they gave it, one
 * after the other, and of `data.json`, which names each of them.
 */
export async function archiveOf(world: World, site: Site, viewer: Viewer, memberId: string) {
  const files = new Map<string, string>()
  const document = await exportOf(world, site, viewer, memberId, files)
  async function* all(): AsyncGenerator<ZipFile> {
    const picture = await exportPicture(world.db, site.id, memberId)
    if (picture) yield { name: 'picture.webp', data: picture }
    for await (const { id, bytes } of imagesOf(world, viewer, memberId)) {
      const name = `images/${id}.webp`
      files.set(id, name)
      yield { name, data: bytes }
    }
    yield { name: 'data.json', data: document }
  }
  return zipOf(all(), world.clock.now())
}

async function* imagesOf(world: World, viewer: Viewer, memberId: string) {
  const left = { ...most }
  const pages = pagesBy<ExportRow>((after) =>
    exportPage(world.db, viewer, memberId, 'images', after, pageRows),
  )
  for await (const page of pages)
    for (const { row } of page) {
      const { id, size } = row as { id: string; size: number }
      if (size > left.bytes || left.files === 0) continue
      const bytes = await exportImage(world.db, viewer.siteId, id)
      if (!bytes) continue
      left.bytes -= size
      left.files--
      yield { id, bytes }
    }
}
