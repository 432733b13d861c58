import type { ReactiveController } from 'lit'

/** Keeps a widget's colours fitting while the page around it changes its own. */
export class ThemeWatch implements ReactiveController {
  readonly #fit: () => void
  readonly #dusk = matchMedia('(prefers-color-scheme: dark)')
  readonly #page: MutationObserver

  constructor(fit: () => void) {
    this.#fit = fit
    this.#page = new MutationObserver(fit)
  }

  /** A page may fade to its other theme: what counts is where the fade ends. */
  readonly #faded = (event: Event): void => {
    if (event.target === document.body || event.target === document.documentElement) this.#fit()
  }

  hostConnected(): void {
    this.#dusk.addEventListener('change', this.#fit)
    addEventListener('transitionend', this.#faded)
    for (const element of [document.documentElement, document.body])
      this.#page.observe(element, { attributes: true })
  }

  hostDisconnected(): void {
    this.#dusk.removeEventListener('change', this.#fit)
    removeEventListener('transitionend', this.#faded)
    this.#page.disconnect()
  }
}
