import { html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { modalClosed, modalOpened, sends } from '../../shortcuts.ts'
import { icon, iconX } from '../icons.ts'
import { dialogStyles } from './admin-dialog.styles.ts'

/**
 * A modal dialog around the native one: open for as long as it is in the page, a sheet from below on phones.
 * The browser keeps focus inside, puts the page behind out of reach and brings focus back at the end.
 *
 * Properties: `heading`; `size` `small`, `plain` or `wide`; `alert` for what asks before something serious (APG: alert
 * dialog), with `warning`, what is read of it at once where it has a form and all of that would be too long;
 * `submit`, called on ⌘↵ and Ctrl+↵. Slots: default, `chips` after the heading, `footer`.
 * Events: `closed`, after Escape, the cross or `close()`; the owner then takes the element away.
 */
export class AdminDialog extends AdminElement {
  static override properties = {
    heading: {},
    size: {},
    alert: { type: Boolean },
    warning: {},
    submit: { attribute: false },
  }
  static override styles = sheets(dialogStyles)

  declare heading: string
  declare size: 'small' | 'plain' | 'wide'
  declare alert: boolean
  declare warning: string
  declare submit: (() => void) | undefined

  #opener: Element | null = null
  #counted = false

  constructor() {
    super()
    this.heading = ''
    this.size = 'plain'
    this.alert = false
    this.warning = ''
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

  /** Where one begins: the first field, which does no harm yet, or in a question without any the button that does none. */
  #firstField(): HTMLElement | null {
    const chosen = this.querySelector<HTMLElement>('input[type=radio]:checked')
    const first = this.querySelector<HTMLElement>('input:not([readonly]), textarea, select, sign-in-form')
    if (chosen && first?.matches('[type=radio]')) return chosen
    return first ?? (this.alert ? this.querySelector('button[slot=footer]:not(.primary):not(.danger)') : null)
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
      aria-describedby=${this.alert ? (this.warning ? 'warning' : 'body') : nothing}
      @close=${this.#onClose}
      @keydown=${this.#onKey}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <slot name="chips"></slot>
        <span class="space"></span>
        <button class="button ghost icon" aria-label=${this.words.common.close} @click=${this.close}>${icon(iconX)}</button>
      </header>
      ${this.warning ? html`<p id="warning" hidden>${this.warning}</p>` : nothing}
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
