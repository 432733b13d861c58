import type { LiveCountsJson, LiveEventJson } from '../../server/activity/json.ts'
import { readEvents } from './events.ts'

/** Pauses between tries, in milliseconds; how long a quiet stream is believed in; how long a hidden page keeps it. */
const firstPause = 1000
const longestPause = 60_000
const longestQuiet = 50_000
const hiddenFor = 60_000
const lasted = 10_000
/** For what was on its way then, in seconds. */
const slack = 2

/** Whose stream it is, and what becomes of what it says. */
export interface Wire {
  address: string
  /** When what is shown was asked for, as `performance.now()` counts. */
  begun: number
  credentials: RequestCredentials
  /** Asked for each try. */
  headers(): Record<string, string>
  /** One is not signed in, or no longer. Resolves to whether to come again. */
  refused(): Promise<boolean>
  told(name: string, json: LiveEventJson | LiveCountsJson): void
  /** Something may have been missed, and what is shown is to be read anew; `untold` where none of it is told again. */
  missed(untold: boolean): void
}

/** A live stream that is open while the page is looked at, and comes back to where it was whenever it ends. */
export class Stream {
  readonly #wire: Wire
  #run: AbortController | undefined
  #hidden: ReturnType<typeof setTimeout> | undefined
  /** The place from which the stream goes on. */
  #last = ''
  #opened = false

  constructor(wire: Wire) {
    this.#wire = wire
  }

  get running(): boolean {
    return this.#run !== undefined
  }

  begin(): void {
    document.addEventListener('visibilitychange', this.#look)
    addEventListener('pagehide', this.#stop)
    addEventListener('pageshow', this.#look)
    this.#look()
  }

  end(): void {
    document.removeEventListener('visibilitychange', this.#look)
    removeEventListener('pagehide', this.#stop)
    removeEventListener('pageshow', this.#look)
    this.#stop()
  }

  /** Begins when the page is looked at; a page that nobody looks at for a while needs no stream. */
  readonly #look = (): void => {
    clearTimeout(this.#hidden)
    if (document.visibilityState === 'hidden') this.#hidden = setTimeout(this.#stop, hiddenFor)
    else if (!this.#run) void this.#follow()
  }

  readonly #stop = (): void => {
    clearTimeout(this.#hidden)
    this.#run?.abort()
    this.#run = undefined
  }

  /** Ends it and comes again, as somebody else. */
  again(): void {
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
    const wire = this.#wire
    const headers: Record<string, string> = { accept: 'text/event-stream', ...wire.headers() }
    if (this.#last) headers['last-event-id'] = this.#last
    const ago = Math.min(3600, Math.ceil((performance.now() - wire.begun) / 1000) + slack)
    const query = this.#last ? '' : `?ago=${ago}`
    const quiet = new AbortController()
    const answer = await fetch(wire.address + query, {
      headers,
      credentials: wire.credentials,
      cache: 'no-store',
      signal: AbortSignal.any([signal, quiet.signal]),
    })
    if (answer.ok && answer.body) {
      if (this.#opened) wire.missed(false)
      this.#opened = true
      for await (const { name, id, data } of readEvents(answer.body, quiet, longestQuiet)) {
        if (id) this.#last = id
        if (name) this.#tell(name, data)
      }
      return 0
    }
    if (answer.status === 401) return (await wire.refused()) ? 0 : undefined
    const again = answer.status === 429 || answer.status >= 500
    return again ? Number(answer.headers.get('retry-after')) || 0 : undefined
  }

  #tell(name: string, data: string): void {
    if (name === 'open') return
    // Everybody is told at once, and had better not ask at once.
    if (name === 'reset')
      setTimeout(() => this.#run && navigator.onLine && this.#wire.missed(true), Math.random() * 1000)
    else this.#wire.told(name, JSON.parse(data))
  }
}

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
