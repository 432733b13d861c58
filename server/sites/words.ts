import { type Reader, visibleTo } from '../context.ts'
import type { Locale, Names } from '../words.ts'
import type { Board, Segment, Site, Step, Word } from './queries.ts'

interface Index {
  boards: Map<string, Board>
  statuses: Map<string, Step>
  stages: Map<string, Step>
  tags: Map<string, Word>
  guards: Segment[]
}

const indexes = new WeakMap<Site, Index>()

// Made once for each reading of a site, since every row of a list asks it.
function indexOf(site: Site): Index {
  let index = indexes.get(site)
  if (!index) {
    const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((one) => [one.id, one]))
    index = {
      boards: byId(site.boards),
      statuses: byId(site.statuses),
      stages: byId(site.stages),
      tags: byId(site.tags),
      guards: site.segments.filter((segment) => boardsOf(site, segment).length),
    }
    indexes.set(site, index)
  }
  return index
}

export const boardById = (site: Site, id: string) => indexOf(site).boards.get(id)
export const statusById = (site: Site, id: string) => indexOf(site).statuses.get(id)
export const stageById = (site: Site, id: string) => indexOf(site).stages.get(id)
export const tagById = (site: Site, id: string) => indexOf(site).tags.get(id)

/** The segments that some board is kept for, so that it matters who is in them. */
export const guardsOf = (site: Site) => indexOf(site).guards

/** The ids of all of those, which are what the team holds. */
export const guardIdsOf = (site: Site) => guardsOf(site).map(({ id }) => id)

/** The boards that only a segment, and staff, may read. */
export const boardsOf = (site: Site, segment: Segment) =>
  site.boards.filter((board) => board.segment_id === segment.id)

/** The boards that somebody may read, in the site's order. */
export function boardsFor(site: Site, reader: Pick<Reader, 'audience' | 'segments'>): Board[] {
  const held = visibleTo(reader)
  return site.boards.filter((board) => held.includes(board.readers))
}

/** Segments as far as someone may know that they are there. */
export const segmentsFor = (site: Site, reader: Reader) => (reader.audience === 'staff' ? site.segments : [])

/**
 * The page of the host on which the widget stands, where the site says so: the one for readers of a language where it
 * has one, else the one for all. It must be of one of the site's own origins: one that is no longer among them is not
 * led to.
 */
export function hostPageOf(site: Site, locale?: Locale): string | null {
  const { hostPage, hostPages } = site.settings
  const own = locale && hostPages?.[locale]
  if (own && mayEmbed(site, own)) return own
  return hostPage && mayEmbed(site, hostPage) ? hostPage : null
}

/** The pages of the host that it has for one language each, as far as they are led to. */
export function hostPagesOf(site: Site): Names {
  const pages = Object.entries(site.settings.hostPages ?? {})
  return Object.fromEntries(pages.filter(([, page]) => mayEmbed(site, page)))
}

/** All of them, each once. */
export function allHostPages(site: Site): string[] {
  return [...new Set([hostPageOf(site) ?? [], Object.values(hostPagesOf(site))].flat())]
}

const mayEmbed = (site: Site, page: string) =>
  URL.canParse(page) && site.origins.includes(new URL(page).origin)
