import { css, html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'

/**
 * A button that shows a few more buttons: a disclosure on the native popover, a sheet from below on phones.
 * Arrows move between what it holds, Escape closes and goes back to the button.
 *
 * Properties `label`: the button's name, where its content is not a word; `apart` takes it out of the Tab order. Slots: `button` (what the button shows),
 * default (buttons and links of class `item`; a click on one closes the menu unless it has `data-stay`).
 */
export class AdminMenu extends AdminElement {
  static override properties = { label: {}, look: {}, apart: { type: Boolean }, shown: { state: true } }
  static override styles = sheets(css`
    :host {
      display: inline-block;
    }
    button {
      width: 100%;
    }
    .popover {
      position: fixed;
      inset: auto;
      margin: 0;
      padding: 4px;
      border: 0;
      min-width: 200px;
      max-width: min(320px, calc(100vw - 16px));
      max-height: calc(100dvh - 16px);
      overflow: auto;
      background: light-dark(var(--surface), color-mix(in oklab, var(--text) 9%, var(--surface)));
      color: inherit;
      border-radius: var(--r-card);
      box-shadow: var(--pop);
    }
    @media (max-width: 700px) {
      .button.icon:not(.ghost) {
        width: 36px;
        height: 36px;
      }
      .popover {
        inset: auto 0 0 0 !important;
        max-width: none;
        width: 100vw;
        border-radius: 16px 16px 0 0;
        padding: 8px 8px calc(16px + env(safe-area-inset-bottom));
      }
      .popover::backdrop {
        background: var(--scrim);
      }
    }
  `)

  declare label: string
  declare look: string
  declare apart: boolean
  declare shown: boolean

  constructor() {
    super()
    this.label = ''
    this.look = 'button ghost icon'
    this.apart = false
    this.shown = false
  }

  get #popover(): HTMLElement {
    return this.renderRoot.querySelector('.popover') as HTMLElement
  }

  get #button(): HTMLButtonElement {
    return this.renderRoot.querySelector('button') as HTMLButtonElement
  }

  get #items(): HTMLElement[] {
    const slot = this.renderRoot.querySelector<HTMLSlotElement>('slot:not([name])')
    const given = slot?.assignedElements({ flatten: true }) ?? []
    const inside = given.flatMap((element) => [element, ...element.querySelectorAll('*')])
    return inside.filter((element): element is HTMLElement =>
      element.matches('button, a[href], select, input'),
    )
  }

  #onBeforeToggle(event: ToggleEvent): void {
    this.shown = event.newState === 'open'
    // Before the next picture is painted, but after the popover has a size.
    if (this.shown) requestAnimationFrame(() => this.#settle())
  }

  #settle(): void {
    if (!this.#popover.matches(':popover-open')) return
    this.#place()
    this.#items[0]?.focus()
  }

  close(): void {
    this.#popover.hidePopover()
    this.#button.focus()
  }

  /** Below the button, or above where there is no room; never outside the window. */
  #place(): void {
    const from = this.#button.getBoundingClientRect()
    const own = this.#popover.getBoundingClientRect()
    const below = from.bottom + 4 + own.height <= innerHeight
    const top = below ? from.bottom + 4 : Math.max(8, from.top - 4 - own.height)
    const start = from.left + own.width <= innerWidth - 8 ? from.left : from.right - own.width
    this.#popover.style.top = `${top}px`
    this.#popover.style.left = `${Math.max(8, start)}px`
  }

  #onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0] as HTMLElement
    if (event.key === 'Escape') {
      event.stopPropagation()
      event.preventDefault()
      this.close()
      return
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || target instanceof HTMLSelectElement || target instanceof HTMLInputElement) return
    event.preventDefault()
    const items = this.#items
    items[(items.indexOf(target) + step + items.length) % items.length]?.focus()
  }

  #onClick(event: Event): void {
    const item = event
      .composedPath()
      .find((node) => node instanceof HTMLElement && node.matches?.('button, a[href]')) as
      | HTMLElement
      | undefined
    if (!item || 'stay' in item.dataset) return
    // An item that led into a field or a dialog is not called back from there.
    if (isField(deepFocus())) this.#popover.hidePopover()
    else this.close()
  }

  override render() {
    return html`<button
        class=${this.look}
        aria-label=${this.label || null}
        data-tip=${this.label || nothing}
        aria-haspopup="true"
        aria-expanded=${this.shown}
        popovertarget="popover"
        tabindex=${this.apart ? -1 : 0}
      >
        <slot name="button"></slot>
      </button>
      <div
        class="popover"
        id="popover"
        popover
        @beforetoggle=${this.#onBeforeToggle}
        @keydown=${this.#onKey}
        @click=${this.#onClick}
      >
        <slot></slot>
      </div>`
  }
}

function deepFocus(): Element | null {
  let one = document.activeElement
  while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement
  return one
}

const isField = (one: Element | null): boolean => !!one?.closest('input, textarea, select, dialog')

/** What stands in a menu; for the root that fills it. */
export const menuStyles = css`
  .item {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 30px;
    padding: 4px 8px;
    border-radius: 5px;
    text-align: start;
  }
  .item:hover {
    background: color-mix(in oklab, var(--text) 8%, transparent);
  }
  .item .i {
    color: var(--text-3);
  }
  .item[aria-disabled='true'] {
    color: var(--text-3);
  }
  .menu-head {
    padding: 6px 8px 4px;
    font-size: var(--t-xs);
    line-height: 18px;
    color: var(--text-3);
  }
  .menu-rule {
    height: 1px;
    margin: 4px 8px;
    background: var(--line);
  }
  @media (max-width: 700px) {
    .item {
      min-height: 44px;
      padding: 4px 12px;
      font-size: var(--t-md);
    }
  }
`

define('admin-menu', AdminMenu)
