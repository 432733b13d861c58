import type { ReactiveController, ReactiveControllerHost } from 'lit'

/** How long a tag is out of the page at most while it is moved within it, in milliseconds. */
const move = 1000

/** Whether a widget is in the page, or is back there as soon as one that is only moved. */
export const stays = async (host: HTMLElement): Promise<boolean> => {
  if (!host.isConnected) await new Promise((done) => setTimeout(done, move))
  return host.isConnected
}

/** Tells those who left with the page that showed a widget from those whose widget was only moved to another place. */
export class WalkedAway<Host extends ReactiveControllerHost> implements ReactiveController {
  readonly #host: Host
  readonly #back: (host: Host) => void
  readonly #gone: (host: Host) => void
  #moving: ReturnType<typeof setTimeout> | undefined

  /** `back` is called whenever the widget is in the page again, `gone` once it was out of it for longer than a move. */
  constructor(host: Host, back: (host: Host) => void, gone: (host: Host) => void) {
    this.#host = host
    this.#back = back
    this.#gone = gone
  }

  hostConnected(): void {
    clearTimeout(this.#moving)
    this.#back(this.#host)
  }

  hostDisconnected(): void {
    this.#moving = setTimeout(() => this.#gone(this.#host), move)
  }
}
