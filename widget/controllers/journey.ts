import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { Navigation } from './navigation.ts'
import type { Travel } from './travel.ts'

type Host = ReactiveControllerHost &
  HTMLElement & {
    name: string | null
    address: string | null
    view: string | null | undefined
    hrefOf: ((path: string) => string) | undefined
  }

/**
 * Moves one widget between its places: by links, by the back button, by the host's
 * `view` attribute. Adds a step to the history only upon an act inside the widget.
 */
export class Journey implements ReactiveController {
  path = '/'
  /** Remembers where one was; there a moment after the first view is painted. */
  travel: Travel | undefined
  readonly #host: Host
  #navigation = new Navigation(null, null)
  /** Where the last click went, or wants to go, which the host's router may bring about itself. */
  going: string | undefined

  constructor(host: Host) {
    this.#host = host
    host.addController(this)
  }

  /** Also called when the widget gets another name. */
  hostConnected(): void {
    this.#navigation = new Navigation(this.#host.name, this.#host.address)
    this.path = this.#host.view ?? this.#navigation.path
    addEventListener('popstate', this.#popped)
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#popped)
  }

  href(path: string): string {
    return this.#host.hrefOf?.(path) ?? this.#navigation.href(path)
  }

  /** Plain clicks on our links stay in the widget; every other click is the browser's. */
  readonly clicked = (event: MouseEvent): void => {
    if (
      event.defaultPrevented ||
      event.button ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return
    const link = event.composedPath().find((node) => (node as HTMLElement).dataset?.to) as
      | HTMLElement
      | undefined
    if (!link) return
    event.preventDefault()
    this.go(link.dataset.to!, false, 'back' in link.dataset)
  }

  /** `replace` leaves no step behind; `back` returns to where one was on that path. */
  go(path: string, replace = false, back = false): void {
    // A page that has taken the widget out has an address of its own.
    if (path === this.path || !this.#host.isConnected) return
    const detail = { path, href: this.href(path), replace }
    this.travel?.leave(replace ? '' : this.path, path, back)
    this.going = path
    const asked = new CustomEvent('parvis-navigate', {
      detail,
      bubbles: true,
      composed: true,
      cancelable: true,
    })
    if (!this.#host.dispatchEvent(asked)) return
    if (this.#host.view == null) this.#navigation.write(path, replace)
    this.#turn(path)
  }

  /** The host's router, or the back button, set the place. */
  follow(path = this.#host.view ?? this.#navigation.path): void {
    if (path === this.path) return
    if (path !== this.going) this.travel?.back(path)
    this.going = undefined
    this.#turn(path)
  }

  #turn(path: string): void {
    this.path = path
    this.#host.requestUpdate()
  }

  readonly #popped = (): void => {
    if (this.#host.view == null) this.follow()
  }
}
