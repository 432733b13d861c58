import { css, html, LitElement } from 'lit'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import { icon } from '../../ui/icons.ts'
import { iconDots } from '../../ui/view_icons.ts'

/** One thing that the menu offers. */
export interface Choice {
  label: string
  icon: string
  act: () => void
}

/**
 * Three dots that disclose a few buttons (APG: disclosure). Escape, a choice, a click
 * elsewhere or moving on closes it. Part of `<parvis-board>`.
 *
 * @element parvis-menu
 * @prop label - What the dots are about.
 * @prop choices - What they offer.
 */
export class ParvisMenu extends LitElement {
  static override styles = [
    base,
    viewStyles,
    css`
      :host { display: block !important; position: relative; }
      .list { position: absolute; inset-inline-end: 0; inset-block-start: 32px; z-index: 4; min-width: 160px; padding: var(--s1); background: var(--surface); border: 1px solid var(--line-2); border-radius: var(--r-card); box-shadow: 0 8px 24px rgb(0 0 0 / 14%); }
      .list button { display: flex; align-items: center; gap: var(--s2); width: 100%; min-height: 32px; padding: 0 var(--s2); border-radius: var(--r-control); color: var(--text); white-space: nowrap; }
      .list button:hover { background: var(--wash-2); }
      .list .i { color: var(--text-2); }
      @media print { :host { display: none !important; } }
    `,
  ]
  static override properties = { label: {}, choices: { attribute: false }, open: { state: true } }
  declare label: string
  declare choices: Choice[]
  declare open: boolean

  constructor() {
    super()
    this.label = ''
    this.choices = []
    this.open = false
    this.addEventListener('focusout', (event) => {
      const to = event.relatedTarget as Node | null
      if (to !== this && !this.renderRoot.contains(to)) this.open = false
    })
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || !this.open) return
      // Or a dialog of the page's that the widget stands in would close as well.
      event.preventDefault()
      event.stopPropagation()
      this.#close()
    })
  }

  #close(): void {
    this.open = false
    this.renderRoot.querySelector('button')?.focus()
  }

  protected override render() {
    const toggle = () => {
      this.open = !this.open
    }
    return html`
      <button class="ico s" type="button" aria-label=${this.label} aria-expanded=${this.open} @click=${toggle}>${icon(iconDots, 'dots')}</button>
      <div class="list" role="group" aria-label=${this.label} ?hidden=${!this.open}>
        ${this.choices.map(
          (choice) =>
            html`<button type="button" @click=${() => {
              this.#close()
              choice.act()
            }}>${icon(choice.icon)}${choice.label}</button>`,
        )}
      </div>
    `
  }
}

if (!customElements.get('parvis-menu')) customElements.define('parvis-menu', ParvisMenu)
