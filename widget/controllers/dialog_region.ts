import type { ReactiveController } from 'lit'
import type { Host } from '../context.ts'

const regions = new WeakMap<Host, HTMLElement>()

/** Where a screen reader is told something while a modal dialog is open; undefined where none is. */
export const regionInDialog = (host: Host): HTMLElement | undefined => {
  const region = regions.get(host)
  return region?.closest('dialog')?.matches(':modal') && region.isConnected ? region : undefined
}

/**
 * Gives each modal dialog a status region of its own, before anything is said in it: all else of the page, the widget's
 * region too, is inert behind it, and what is inert is not read out.
 */
export class DialogRegion implements ReactiveController {
  readonly #host: Host

  constructor(host: Host) {
    this.#host = host
  }

  hostUpdated(): void {
    if (this.#host.dialog && !regionInDialog(this.#host)) void this.#add()
  }

  async #add(): Promise<void> {
    const host = this.#host
    // A dialog is the last thing that is drawn in the widget; a tip may stand after it.
    const drawn = [...(host.root?.children ?? [])].filter((one) => !one.hasAttribute('popover'))
    const view = drawn.at(-1) as (Element & { updateComplete?: Promise<unknown> }) | undefined
    await view?.updateComplete
    const dialog = view?.shadowRoot?.querySelector('dialog')
    if (!dialog) return
    // One that made way for the sign-in, and is back, has it.
    const region = dialog.querySelector<HTMLElement>(':scope > [role=status]') ?? made()
    // What is drawn in the dialog comes and goes below it.
    dialog.prepend(region)
    regions.set(host, region)
  }
}

const made = (): HTMLElement => {
  const region = document.createElement('p')
  region.className = 'vh'
  region.role = 'status'
  return region
}
