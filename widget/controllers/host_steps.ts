import type { ReactiveController } from 'lit'
import type { Journey } from './journey.ts'

type Host = HTMLElement & {
  readonly view: string | null | undefined
  readonly journey: Journey
}

/**
 * Follows a link of the page that its own router takes: such a step is no `popstate`, and only the Navigation API tells
 * of it. A step to another path of the host's is the host's affair, and so is an address that is only rewritten.
 */
export class HostSteps implements ReactiveController {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  hostConnected(): void {
    window.navigation?.addEventListener('currententrychange', this.#stepped)
  }

  hostDisconnected(): void {
    window.navigation?.removeEventListener('currententrychange', this.#stepped)
  }

  readonly #stepped = async ({ navigationType, from }: NavigationCurrentEntryChangeEvent): Promise<void> => {
    if (navigationType !== 'push' || !from.url || new URL(from.url).pathname !== location.pathname) return
    // A step of our own has been made by then, and one that leaves us behind may be done.
    await null
    const { journey, view, isConnected } = this.#host
    if (view != null || !isConnected) return
    const { path } = journey
    // Reads the address anew.
    journey.hostConnected()
    const asked = journey.path
    journey.path = path
    if (asked === path) return
    journey.travel?.forget(asked)
    journey.follow(asked)
  }
}
