import type { ReactiveControllerHost } from 'lit'
import { Problem } from './api.ts'

export type LoadState = 'waiting' | 'ready' | 'failed'

/**
 * Loads one thing for an element and tells it when to draw: the latest `run` wins, a run still under way is
 * called off, and what was shown stays until the next answer is there, so that nothing jumps.
 */
export class Loading<T> {
  state: LoadState = 'waiting'
  value: T | undefined
  problem: Problem | undefined
  busy = false
  #host: ReactiveControllerHost
  #current: AbortController | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController({ hostDisconnected: () => this.#current?.abort() })
  }

  async run(load: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    this.#current?.abort()
    const current = new AbortController()
    this.#current = current
    this.busy = true
    this.#host.requestUpdate()
    try {
      const value = await load(current.signal)
      if (current.signal.aborted) return undefined
      this.value = value
      this.state = 'ready'
      this.problem = undefined
      return value
    } catch (error) {
      if (current.signal.aborted) return undefined
      this.problem = error instanceof Problem ? error : new Problem(0, 'internal', String(error))
      this.state = 'failed'
      return undefined
    } finally {
      if (this.#current === current) {
        this.busy = false
        this.#host.requestUpdate()
      }
    }
  }

  /** Forgets what was shown, where the next thing is another one and skeletons are honest. */
  clear(): void {
    this.#current?.abort()
    this.state = 'waiting'
    this.value = undefined
    this.problem = undefined
  }

  /** Puts in place what an act answered, without asking again. */
  set(value: T): void {
    this.value = value
    this.state = 'ready'
    this.#host.requestUpdate()
  }
}
