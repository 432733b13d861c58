import type { Viewer } from '../context.ts'

const keptFor = 5_000
const most = 20_000

/**
 * Who is behind a session, as this process last looked it up: at most five seconds old, and dropped with
 * everything of its site when a role, a session or a person there changes, here or in another process.
 */
export class SessionCache {
  private readonly sites = new Map<string, Map<string, { viewer: Viewer; until: number }>>()
  private readonly generations = new Map<string, number>()
  private readonly trusted: () => boolean
  private size = 0

  constructor(trusted: () => boolean) {
    this.trusted = trusted
  }

  find(siteId: string, tokenHash: string): Viewer | undefined {
    const entry = this.sites.get(siteId)?.get(tokenHash)
    return entry && entry.until > performance.now() && this.trusted() ? entry.viewer : undefined
  }

  generation(siteId: string): number {
    return this.generations.get(siteId) ?? 0
  }

  /** `generation`: what `generation()` said before the look-up, so that nothing from before a change is kept. */
  store(siteId: string, tokenHash: string, viewer: Viewer, generation: number): void {
    if (generation !== this.generation(siteId)) return
    if (this.size >= most) this.clear()
    let site = this.sites.get(siteId)
    if (!site) {
      site = new Map()
      this.sites.set(siteId, site)
    }
    if (!site.has(tokenHash)) this.size++
    site.set(tokenHash, { viewer, until: performance.now() + keptFor })
  }

  forget(siteId: string): void {
    this.size -= this.sites.get(siteId)?.size ?? 0
    this.sites.delete(siteId)
    this.generations.set(siteId, this.generation(siteId) + 1)
  }

  clear(): void {
    for (const siteId of [...this.sites.keys()]) this.forget(siteId)
  }
}
