import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type Tool, tools } from './markdown_tools.ts'

/** Knows what the tools have done already to the text in which the caret stands. */
export class DoneTools implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #area: () => HTMLTextAreaElement | null
  #done: string[] = []

  constructor(host: ReactiveControllerHost, area: () => HTMLTextAreaElement | null) {
    this.#host = host
    this.#area = area
    host.addController(this)
  }

  // Chromium tells the document of a field in a shadow root; others tell the field alone.
  hostConnected(): void {
    document.addEventListener('selectionchange', this.look)
  }

  hostDisconnected(): void {
    document.removeEventListener('selectionchange', this.look)
  }

  has({ name }: Tool): boolean {
    return this.#done.includes(name)
  }

  /** Once more after an update, which may have put another text into the field. */
  hostUpdated(): void {
    this.look()
  }

  /** Looks at the text again. */
  readonly look = (): void => {
    const area = this.#area()
    const done = area ? tools.filter((tool) => tool.done?.(area)).map(({ name }) => name) : []
    if (done.join() === this.#done.join()) return
    this.#done = done
    this.#host.requestUpdate()
  }
}
