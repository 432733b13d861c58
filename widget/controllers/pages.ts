import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Api, codeOf } from '../api.ts'

/** A list that is read page by page, as the API hands it out: `{ items, next }`. */
export class Pages<Item> implements ReactiveController {
  items: Item[] | undefined
  next: string | null = null
  /** The code of what kept the first page from coming. */
  failure = ''
  readonly #host: ReactiveControllerHost
  #run = 0

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostConnected(): void {}

  /** Reads the first page of `path`. */
  async read(api: Api, path: string): Promise<void> {
    const run = ++this.#run
    this.items = undefined
    this.failure = ''
    this.#host.requestUpdate()
    try {
      const page = await api.ask<{ items: Item[]; next?: string | null }>(path)
      if (run !== this.#run) return
      this.items = page.items
      this.next = page.next ?? null
    } catch (error) {
      if (run === this.#run) this.failure = codeOf(error)
    }
    this.#host.requestUpdate()
  }

  /** Adds the next page; resolves to how many items were there before. */
  async more(api: Api, path: string): Promise<number> {
    const before = this.items!.length
    const run = this.#run
    const page = await api.ask<{ items: Item[]; next: string | null }>(
      `${path}?cursor=${encodeURIComponent(this.next!)}`,
    )
    if (run === this.#run) {
      this.items = [...this.items!, ...page.items]
      this.next = page.next
      this.#host.requestUpdate()
    }
    return before
  }
}
