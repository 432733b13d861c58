import type { Board, Site, Step, Word } from './queries.ts'

interface Index {
  boards: Map<string, Board>
  statuses: Map<string, Step>
  stages: Map<string, Step>
  tags: Map<string, Word>
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
    }
    indexes.set(site, index)
  }
  return index
}

export const boardById = (site: Site, id: string) => indexOf(site).boards.get(id)
export const statusById = (site: Site, id: string) => indexOf(site).statuses.get(id)
export const stageById = (site: Site, id: string) => indexOf(site).stages.get(id)
export const tagById = (site: Site, id: string) => indexOf(site).tags.get(id)

/** The boards that an audience may read, in the site's order. */
export function boardsFor(site: Site, visibilities: string[]): Board[] {
  return site.boards.filter((board) => visibilities.includes(board.visibility))
}
