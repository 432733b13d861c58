import { html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { modalClosed, modalOpened, sends } from '../../shortcuts.ts'
import { icon, iconX } from '../icons.ts'
import { dialogStyles } from './admin-dialog.styles.ts'

/**
 * A modal dialog around the native one: open for as long as it is in the page, a sheet from below on phones.
 * The browser keeps focus inside, puts the page behind out of reach and brings focus back at the end.
 *
 * Properties: `heading`; `size` `small`, `plain` or `wide`; `alert` for what asks before something serious;
 * `submit`, called on ⌘↵ and Ctrl+↵. Slots: default, `chips` after the heading, `footer`.
 * Events: `closed`, after Escape, the cross or `close()`; the owner then takes the element away.
 */
export class AdminDialog extends AdminElement {
  static override properties = {
    heading: {},
    size: {},
    alert: { type: Boolean },
    submit: { attribute: false },
  }
  static override styles = sheets(dialogStyles)

  declare heading: string
  declare size: 'small' | 'plain' | 'wide'
  declare alert: boolean
  declare submit: (() => void) | undefined

  #opener: Element | null = null
  #counted = false

  constructor() {
    super()
    this.heading = ''
    this.size = 'plain'
    this.alert = false
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }

  close(): void {
    this.#dialog.close()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#opener = deepFocus()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#uncount()
  }

  protected override firstUpdated(): void {
    this.#counted = true
    modalOpened()
    this.#dialog.showModal()
    this.#firstField()?.focus()
  }

  /** Where one begins: the first field, or in a question the button that does no harm. */
  #firstField(): HTMLElement | null {
    if (this.alert) return this.querySelector('button[slot=footer]:not(.primary):not(.danger)')
    const chosen = this.querySelector<HTMLElement>('input[type=radio]:checked')
    const first = this.querySelector<HTMLElement>('input:not([readonly]), textarea, select, sign-in-form')
    return chosen && first?.matches('[type=radio]') ? chosen : first
  }

  #uncount(): void {
    if (!this.#counted) return
    this.#counted = false
    modalClosed()
  }

  #onClose(event: Event): void {
    if (event.target !== this.#dialog) return
    this.#uncount()
    if (this.#opener?.isConnected) (this.#opener as HTMLElement).focus()
    this.dispatchEvent(new CustomEvent('closed'))
  }

  #onKey(event: KeyboardEvent): void {
    if (!this.submit || !sends(event)) return
    event.preventDefault()
    this.submit()
  }

  override render() {
    return html`<dialog
      class=${this.size}
      role=${this.alert ? 'alertdialog' : nothing}
      aria-labelledby="heading"
      aria-describedby=${this.alert ? 'body' : nothing}
      @close=${this.#onClose}
      @keydown=${this.#onKey}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <slot name="chips"></slot>
        <span class="space"></span>
        <button class="button ghost icon" aria-label=${this.words.common.close} @click=${this.close}>${icon(iconX)}</button>
      </header>
      <div class="body" id="body"><slot></slot></div>
      <footer><slot name="footer"></slot></footer>
    </dialog>`
  }
}

/** What has the focus, through all shadow roots. */
export function deepFocus(): Element | null {
  let active = document.activeElement
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement
  return active
}

define('admin-dialog', AdminDialog)

declare global {
  interface HTMLElementTagNameMap {
    'admin-dialog': AdminDialog
  }
}
