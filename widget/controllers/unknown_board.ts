import type { ReactiveController } from 'lit'
import type { Host } from '../context.ts'
import { placeOf } from './navigation.ts'
import { overlay } from './person.ts'

type Led = Host & { readonly journey: { readonly path: string } }

/** Says so where an address, or the tag itself, leads to a board that is not there, or that is not open to who reads. */
export class UnknownBoard implements ReactiveController {
  readonly #host: Led
  /** The board of which it was said. */
  #told: string | undefined
  /** Since which opening what waits was asked for: whoever signs in brings another. */
  #asked: unknown

  constructor(host: Led) {
    this.#host = host
  }

  hostUpdated(): void {
    const { ctx, journey } = this.#host
    const words = ctx?.say?.unknownBoard
    if (!ctx || !words) return
    const place = placeOf(journey.path)
    const board = place.view === 'list' ? (place.board ?? ctx.start) : undefined
    const unknown = ctx.opening.boards.some(({ slug }) => slug === board) ? undefined : board
    if (unknown && this.#asked !== ctx.opening) {
      this.#asked = ctx.opening
      // It is asked for with a list, and there is none.
      void overlay(this.#host, [])
    }
    if (unknown === this.#told) return
    this.#told = unknown
    // What was said of something else stays; so does what one closed.
    if (unknown) this.#host.notice = words
    else if (this.#host.notice === words) this.#host.notice = ''
  }
}
