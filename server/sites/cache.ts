import type { Db } from '../../db/connect.ts'
import { type Site, siteWithWords } from './queries.ts'

const slugForm = /^[a-z0-9](-?[a-z0-9])*$/

/** Sites as this process last read them. A change of a site's structure makes it be read again. */
export class SiteCache {
  private readonly bySlug = new Map<string, Promise<Site | undefined>>()
  private readonly read = new Map<string, Site>()
  private readonly db: Db
  private readonly trusted: () => boolean

  /** `trusted`: whether changes made by other processes are surely heard; while not, nothing is kept. */
  constructor(db: Db, trusted: () => boolean) {
    this.db = db
    this.trusted = trusted
  }

  async find(slug: string): Promise<Site | undefined> {
    if (slug.length > 40 || !slugForm.test(slug)) return undefined
    const known = this.bySlug.get(slug)
    if (known && this.trusted()) return known
    const reading = siteWithWords(this.db, slug)
    this.bySlug.set(slug, reading)
    const site = await reading.catch((error) => {
      if (this.bySlug.get(slug) === reading) this.bySlug.delete(slug)
      throw error
    })
    if (this.bySlug.get(slug) === reading) {
      if (site) this.read.set(slug, site)
      else this.bySlug.delete(slug)
    }
    return site
  }

  /** The site if it is known at this moment, without asking the database. */
  known(slug: string): Site | undefined {
    return this.trusted() ? this.read.get(slug) : undefined
  }

  /** What is still being read may be this site as it was, and so nobody who asks from now on is given that. */
  forget(siteId: string): void {
    for (const slug of this.bySlug.keys()) {
      const site = this.read.get(slug)
      if (site && site.id !== siteId) continue
      this.read.delete(slug)
      this.bySlug.delete(slug)
    }
  }

  clear(): void {
    this.read.clear()
    this.bySlug.clear()
  }
}
