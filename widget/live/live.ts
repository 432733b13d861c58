import type { LiveCountsJson, LiveEventJson } from '../../server/activity/json.ts'
import type { Community } from '../controllers/community.ts'
import { Stream } from './stream.ts'

/** Something that happened, by the name of its event. */
export interface Happening extends LiveEventJson {
  name: string
}

/**
 * What happens in one site, for all widgets of the document that show it: one stream, open while somebody looks. It
 * fires `happened` with a `Happening`, `counts` with new counts, and `refresh` where something may have been missed:
 * its detail is true where none of that is told again.
 */
export class Live extends EventTarget {
  readonly #community: Community
  readonly #hosts = new Set<object>()
  readonly #stream: Stream
  #token: string | undefined

  constructor(community: Community, site: string) {
    super()
    const { api, session } = community
    this.#community = community
    this.#stream = new Stream({
      address: `${api.base}api/v1/sites/${encodeURIComponent(site)}/live`,
      begun: askedAt(`${api.root}opening`),
      credentials: 'omit',
      headers: () => {
        this.#token = session.token
        const headers: Record<string, string> = {}
        if (this.#token) headers.authorization = `Bearer ${this.#token}`
        return headers
      },
      refused: async () => {
        const token = this.#token
        if (token) await session.renew(token)
        return !!token
      },
      told: (name, json) => this.#tell(name, json),
      missed: (untold) => this.dispatchEvent(new CustomEvent('refresh', { detail: untold })),
    })
  }

  join(host: object): void {
    this.#hosts.add(host)
    if (this.#hosts.size > 1) return
    this.#community.session.addEventListener('change', this.#greet)
    this.#stream.begin()
  }

  leave(host: object): void {
    this.#hosts.delete(host)
    // A widget that is moved is gone and back in one turn.
    if (!this.#hosts.size) setTimeout(this.#left)
  }

  readonly #left = (): void => {
    if (this.#hosts.size) return
    this.#community.session.removeEventListener('change', this.#greet)
    this.#stream.end()
  }

  /** Somebody else is there, who may read more or less. */
  readonly #greet = (): void => {
    if (this.#stream.running && this.#community.session.token !== this.#token) this.#stream.again()
  }

  #tell(name: string, json: LiveEventJson | LiveCountsJson): void {
    if ('threads' in json) this.#count(json.threads)
    else {
      this.#count([{ number: json.thread, votes: json.votes, replies: json.replies }])
      this.dispatchEvent(new CustomEvent<Happening>('happened', { detail: { ...json, name } }))
    }
  }

  /**
   * Counts change in place, and nothing else does by itself. Whoever wants less motion wants no figures that run
   * either: they see them when they read on.
   */
  #count(threads: LiveCountsJson['threads']): void {
    if (still()) return
    const { votes } = this.#community
    for (const { number, votes: count } of threads)
      if (!votes.wanted.has(number)) votes.counts.set(number, count)
    votes.dispatchEvent(new Event('change'))
    this.dispatchEvent(new CustomEvent('counts', { detail: threads }))
  }
}

/** When this was first asked for; what happened since may be missing in an answer, however late that came. */
const askedAt = (address: string): number =>
  performance.getEntriesByType('resource').find(({ name }) => name.startsWith(address))?.startTime ??
  performance.now()

/** Whether somebody wants less motion, and so no figures that change by themselves. */
export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches
