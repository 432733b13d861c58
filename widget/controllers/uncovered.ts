import type { ReactiveController } from 'lit'
import type { Host } from '../context.ts'
import { focused } from './focused.ts'

/** A focus that moves within one view is not heard of outside of it, and a browser scrolls to it only afterwards. */
const moves = ['focusin', 'keyup'] as const

/** Keeps what has the focus from being covered by the line at the foot of the window (WCAG 2.4.11). */
export class Uncovered implements ReactiveController {
  readonly #host: Host
  #shown = ''

  constructor(host: Host) {
    this.#host = host
  }

  hostConnected(): void {
    for (const moved of moves) this.#host.addEventListener(moved, this.#look)
  }

  hostDisconnected(): void {
    for (const moved of moves) this.#host.removeEventListener(moved, this.#look)
  }

  hostUpdated(): void {
    const { notice } = this.#host
    if (notice !== this.#shown) this.#look()
    this.#shown = notice
  }

  readonly #look = (): void => {
    const line = this.#host.shadowRoot?.querySelector('.notice')
    const there = line && focused(this.#host)
    if (!there || line.contains(there)) return
    const [over, under] = [line.getBoundingClientRect(), there.getBoundingClientRect()]
    // One that is taller than what is free would only be moved about.
    if (under.bottom <= over.top || under.top >= over.bottom || under.height > over.top) return
    there.style.scrollMarginBlockEnd = `${innerHeight - over.top + 8}px`
    there.scrollIntoView({ block: 'nearest', behavior: 'instant' })
    there.style.scrollMarginBlockEnd = ''
  }
}
