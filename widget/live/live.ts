import type { LiveCountsJson, LiveEventJson } from '../../server/activity/json.ts'
import type { Community } from '../controllers/community.ts'
import { readEvents } from './events.ts'

/** Something that happened, by the name of its event. */
export interface Happening extends LiveEventJson {
  name: string
}

/** Pauses between tries, in milliseconds; how long a quiet stream is believed in; how long a hidden page keeps it. */
const firstPause = 1000
const longestPause = 60_000
const longestQuiet = 50_000
const hiddenFor = 60_000
const lasted = 10_000
/** What was on its way before this was here, in seconds. */
const slack = 2

/**
 * What happens in one site, for all widgets of the document that show it: one stream, open while somebody looks. It
 * fires `happened` with a `Happening`, `counts` with new counts, and `refresh` where something may have been missed.
 */
export class Live extends EventTarget {
  readonly #community: Community
  readonly #address: string
  readonly #hosts = new Set<object>()
  readonly #begun = performance.now()
  #run: AbortController | undefined
  #hidden: ReturnType<typeof setTimeout> | undefined
  #token: string | undefined
  /** The place from which the stream goes on. */
  #last = ''
  #opened = false

  constructor(community: Community, site: string) {
    super()
    this.#community = community
    this.#address = `${community.api.base}api/v1/sites/${encodeURIComponent(site)}/live`
  }

  join(host: object): void {
    this.#hosts.add(host)
    if (this.#hosts.size > 1) return
    document.addEventListener('visibilitychange', this.#look)
    addEventListener('pagehide', this.#stop)
    addEventListener('pageshow', this.#look)
    this.#community.session.addEventListener('change', this.#greet)
    this.#look()
  }

  leave(host: object): void {
    this.#hosts.delete(host)
    // A widget that is moved is gone and back in one turn.
    if (!this.#hosts.size) setTimeout(this.#left)
  }

  readonly #left = (): void => {
    if (this.#hosts.size) return
    document.removeEventListener('visibilitychange', this.#look)
    removeEventListener('pagehide', this.#stop)
    removeEventListener('pageshow', this.#look)
    this.#community.session.removeEventListener('change', this.#greet)
    this.#stop()
  }

  /** Begins when the page is looked at; a page that nobody looks at for a while needs no stream. */
  readonly #look = (): void => {
    clearTimeout(this.#hidden)
    if (document.visibilityState === 'hidden') this.#hidden = setTimeout(this.#stop, hiddenFor)
    else if (!this.#run && this.#hosts.size) void this.#follow()
  }

  readonly #stop = (): void => {
    clearTimeout(this.#hidden)
    this.#run?.abort()
    this.#run = undefined
  }

  /** Somebody else is there, who may read more or less. */
  readonly #greet = (): void => {
    if (!this.#run || this.#community.session.token === this.#token) return
    this.#stop()
    this.#look()
  }

  async #follow(): Promise<void> {
    const run = new AbortController()
    this.#run = run
    const { signal } = run
    for (let tries = 0; !signal.aborted; ) {
      const begun = performance.now()
      // Without a network there is nothing to try, and nothing for the console to tell of.
      const wait = navigator.onLine ? await this.#listen(signal).catch(() => 0) : 0
      if (wait === undefined || signal.aborted) break
      if (performance.now() - begun > lasted) tries = 0
      const pause = Math.min(longestPause, firstPause * 2 ** tries++) * (0.5 + Math.random() / 2)
      await rest(Math.max(pause, wait * 1000), signal)
    }
    if (this.#run === run) this.#run = undefined
  }

  /** Listens until the stream ends. Resolves to the seconds to wait at least; to undefined where coming again is no use. */
  async #listen(signal: AbortSignal): Promise<number | undefined> {
    const { session } = this.#community
    this.#token = session.token
    const token = this.#token
    const headers: Record<string, string> = { accept: 'text/event-stream' }
    if (token) headers.authorization = `Bearer ${token}`
    if (this.#last) headers['last-event-id'] = this.#last
    const ago = Math.min(3600, Math.ceil((performance.now() - this.#begun) / 1000) + slack)
    const query = this.#last ? '' : `?ago=${ago}`
    const quiet = new AbortController()
    const answer = await fetch(this.#address + query, {
      headers,
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, quiet.signal]),
    })
    if (answer.ok && answer.body) {
      if (this.#opened) this.dispatchEvent(new Event('refresh'))
      this.#opened = true
      for await (const { name, id, data } of readEvents(answer.body, quiet, longestQuiet)) {
        if (id) this.#last = id
        if (name) this.#tell(name, data)
      }
      return 0
    }
    if (answer.status === 401 && token) return session.renew(token).then(() => 0)
    const again = answer.status === 429 || answer.status >= 500
    return again ? Number(answer.headers.get('retry-after')) || 0 : undefined
  }

  #tell(name: string, data: string): void {
    if (name === 'open') return
    if (name === 'reset') {
      // Everybody is told at once, and had better not ask at once.
      setTimeout(() => navigator.onLine && this.dispatchEvent(new Event('refresh')), Math.random() * 1000)
      return
    }
    const json = JSON.parse(data) as LiveEventJson | LiveCountsJson
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

/** Whether somebody wants less motion, and so no figures that change by themselves. */
export const still = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Resolves after a while, at once when the network is back, and when it is no longer wanted. */
const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((done) => {
    const over = () => {
      clearTimeout(timer)
      removeEventListener('online', over)
      signal.removeEventListener('abort', over)
      done()
    }
    const timer = setTimeout(() => navigator.onLine && over(), milliseconds)
    addEventListener('online', over)
    signal.addEventListener('abort', over)
  })
