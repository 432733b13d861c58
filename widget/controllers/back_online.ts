import type { ReactiveController } from 'lit'

/** Tries again by itself what could not be loaded, as soon as the browser has a network again. */
export class BackOnline implements ReactiveController {
  readonly #host: HTMLElement

  constructor(host: HTMLElement) {
    this.#host = host
  }

  hostConnected(): void {
    addEventListener('online', this.#again)
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#again)
  }

  readonly #again = (): void => {
    for (const button of failures(this.#host)) button.click()
  }
}

/** The buttons of what is said to have failed (`failed.ts`), in the widget and in the views within. */
const failures = ({ shadowRoot }: Element): HTMLElement[] => {
  const inside = [...(shadowRoot?.querySelectorAll('*') ?? [])]
  const own = shadowRoot?.querySelectorAll<HTMLElement>('.empty[role=alert] > button') ?? []
  return [...own, ...inside.flatMap((element) => (element.shadowRoot ? failures(element) : []))]
}
