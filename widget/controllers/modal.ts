import type { LitElement, ReactiveController } from 'lit'
import { focused } from './focused.ts'

/**
 * Opens the dialog of an element, and keeps it modal for as long as the element is in the page: a browser leaves one
 * that is moved, or taken out and put back, open and modal no more, with the focus nowhere (WCAG 2.4.3).
 */
export class Modal implements ReactiveController {
  readonly #host: LitElement
  #shown = false
  /** What had the focus before the dialog, which gives it back there. */
  #opener: HTMLElement | undefined
  /** What had the focus in it last. */
  #within: HTMLElement | undefined

  constructor(host: LitElement) {
    this.#host = host
    host.addController(this)
  }

  get dialog(): HTMLDialogElement {
    return this.#host.renderRoot.querySelector('dialog')!
  }

  hostConnected(): void {
    void this.#host.updateComplete.then(() => this.#show())
  }

  close(): void {
    this.dialog.close()
  }

  #show(): void {
    const host = this.#host
    const { dialog } = this
    const within = this.#within
    if (!host.isConnected || dialog.matches(':modal')) return
    if (this.#shown) {
      // One that was closed meanwhile is about to go.
      if (!dialog.open) return
      // To close it would say that somebody has closed it.
      dialog.removeAttribute('open')
      this.#opener?.focus({ preventScroll: true })
    } else {
      this.#shown = true
      this.#opener = focused(host)
      host.renderRoot.addEventListener('focusin', this.#focused)
    }
    dialog.showModal()
    within?.focus({ preventScroll: true })
  }

  readonly #focused = (): void => {
    this.#within = focused(this.#host)
  }
}
