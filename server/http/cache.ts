import { hash } from 'node:crypto'

/** The bytes of one public answer. */
export interface Cached {
  body: string
  etag: string
  /** The body as bytes, once it was asked for over HTTP again. */
  bytes?: Buffer
  /** And smaller, where that is accepted; null while it is being made. */
  encoded?: { br?: Buffer | null; gzip?: Buffer | null }
}

/**
 * Public answers as bytes, by site, by whose eyes they are for, and by address. Everything of a site is dropped when the site
 * changes: an answer begun before a change is stored under the generation it began in, and never served.
 */
export class Cache {
  private readonly sites = new Map<string, { generation: number; entries: Map<string, Cached> }>()
  private size = 0
  /** Answers given from here at the front door, for the metrics. */
  given = 0
  private readonly limit: number

  /** `limit`: characters kept in all, of addresses, answers and their bytes; 0 keeps nothing. */
  constructor(limit: number) {
    this.limit = limit
  }

  find(siteId: string, key: string): Cached | undefined {
    return this.sites.get(siteId)?.entries.get(key)
  }

  generation(siteId: string): number {
    return this.sites.get(siteId)?.generation ?? 0
  }

  store(siteId: string, key: string, body: string, generation: number): Cached {
    const cached: Cached = { body, etag: etagOf(body) }
    const weight = weightOf(key, cached)
    if (weight > this.limit) return cached
    if (this.size + weight > this.limit) this.clear()
    let site = this.sites.get(siteId)
    if (!site) {
      site = { generation, entries: new Map() }
      this.sites.set(siteId, site)
    }
    if (site.generation === generation && !site.entries.has(key)) {
      site.entries.set(key, cached)
      this.size += weight
    }
    return cached
  }

  forget(siteId: string): void {
    const site = this.sites.get(siteId)
    const generation = (site?.generation ?? 0) + 1
    if (site) for (const [key, cached] of site.entries) this.size -= weightOf(key, cached)
    this.sites.set(siteId, { generation, entries: new Map() })
  }

  /** Everything, as when notifications may have been missed. Generations go on, so that nothing begun is kept. */
  clear(): void {
    for (const siteId of this.sites.keys()) this.forget(siteId)
  }
}

// The address counts too: strangers choose it, and may make it far longer than the answer.
function weightOf(key: string, { body }: Cached): number {
  return key.length + 2 * body.length
}

/** A strong entity tag from the content, so that two processes give the same one. */
export function etagOf(body: string): string {
  return `"${hash('sha1', body, 'base64url')}"`
}
