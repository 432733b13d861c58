import { createHmac, timingSafeEqual } from 'node:crypto'
import type { World } from '../context.ts'
import type { Site } from '../sites/queries.ts'
import { boardById } from '../sites/words.ts'

// An image of a public board has one address for ever, and whether it may be seen is asked at each request. One of any
// other board has a pass at the end of its address, which is over within twelve hours: an <img> carries no token.
// A `read` pass opens what stands in a post; an `own` pass also what waits for one or was hidden, for its author and
// for moderators.
export type Pass = 'read' | 'own'

const periodSeconds = 6 * 3600

/** Where an image is, as posts name it in their Markdown and in the HTML that is kept. */
export const imageName = /image:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/g

/** The period that passes are made in: what was answered in one holds no pass that is over. */
export function passPeriod(now: Date): number {
  return Math.floor(now.getTime() / 1000 / periodSeconds)
}

/** A `read` pass is for `readers`, who read the image's board: once that is for others, it opens nothing. */
export function imageAddress(
  { config, clock }: World,
  site: Site,
  id: string,
  pass?: Pass,
  readers: string | null = null,
): string {
  const open = `images/${site.id}/${id}`
  if (!pass) return new URL(open, config.publicUrl).href
  const until = (passPeriod(clock.now()) + 2) * periodSeconds
  const mac = macOf(site.image_key, id, { pass, until, readers })
  return new URL(`${open}/${pass}-${until}-${mac}`, config.publicUrl).href
}

/** What a pass opens; nothing where it is forged, over, or for others than who reads the image's board by now. */
export function passOf(
  { key, id, readers }: { key: string; id: string; readers: string | null },
  text: string,
  now: Date,
): Pass | undefined {
  const [, pass, until = '', mac = ''] = /^(read|own)-(\d{1,12})-([\w-]{22})$/.exec(text) ?? []
  if (!pass || Number(until) * 1000 <= now.getTime()) return undefined
  const expected = macOf(key, id, { pass: pass as Pass, until: Number(until), readers })
  return timingSafeEqual(Buffer.from(mac), Buffer.from(expected)) ? (pass as Pass) : undefined
}

function macOf(
  key: string,
  id: string,
  { pass, until, readers }: { pass: Pass; until: number; readers: string | null },
): string {
  // An author and a moderator see an image wherever it stands.
  const whose = pass === 'read' ? `read ${readers}` : pass
  return createHmac('sha256', key).update(`${id} ${whose} ${until}`).digest('base64url').slice(0, 22)
}

/** Gives the images in a post's HTML the addresses that its reader may see them at. */
export type ShowImages = (html: string) => string

/** For readers of a board, whoever they are. */
export function imagesOf(world: World, site: Site, boardId: string): ShowImages {
  const readers = boardById(site, boardId)?.readers ?? null
  return shownWith(world, site, readers === 'public' ? undefined : 'read', readers)
}

/** For authors and moderators, who also see what waits or was hidden. */
export const ownImages = (world: World, site: Site): ShowImages => shownWith(world, site, 'own')

// A name is in quotes only where the renderer put it: in texts and in other attributes it would be no tag of ours.
function shownWith(
  world: World,
  site: Site,
  pass: Pass | undefined,
  readers: string | null = null,
): ShowImages {
  return (html) =>
    html.includes('"image:')
      ? html.replace(
          /(<img src=|<a href=)"image:([0-9a-f-]{36})"/g,
          (_, tag: string, id: string) => `${tag}"${imageAddress(world, site, id, pass, readers)}"`,
        )
      : html
}
