import { css, html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { shortcutKeys } from '../../preferences.ts'
import { keyCaps, type Shortcut, shortcutsAtHand } from '../../shortcuts.ts'
import '../admin-dialog/admin-dialog.ts'

/** All shortcuts at hand, the page's own first. Event `closed`. */
export class AdminShortcuts extends AdminElement {
  static override styles = sheets(css`
    h3 {
      font-size: var(--t-xs);
      font-weight: var(--w-medium);
      color: var(--text-3);
      margin: 16px 0 4px;
    }
    h3:first-of-type {
      margin-top: 0;
    }
    li {
      display: flex;
      align-items: center;
      gap: 6px;
      min-height: 30px;
      border-bottom: 1px solid var(--line-soft);
    }
    li > span:first-child {
      flex: 1;
    }
    li > span:first-child::first-letter {
      text-transform: uppercase;
    }
    .off {
      margin-bottom: 12px;
      color: var(--soon-ink);
    }
  `)

  // Taken once: while this dialog is open, it is itself what is at hand. What the foot promises stands here too, also
  // where there is nothing to do it to just now.
  #at = shortcutsAtHand().filter((shortcut) => shortcut.foot || (shortcut.when?.() ?? true))

  #list(heading: string, shortcuts: Shortcut[]) {
    if (shortcuts.length === 0) return nothing
    const names = this.words.shortcuts.keys
    return html`<h3>${heading}</h3>
      <ul>
        ${shortcuts.map((one) => {
          const caps = [one.key, ...(one.also ?? [])].flatMap((key) => keyCaps(key, names))
          return html`<li><span>${one.label}</span>${caps.map((cap) => html`<kbd>${cap}</kbd>`)}</li>`
        })}
      </ul>`
  }

  override render() {
    const { shortcuts, common } = this.words
    const closed = () => this.dispatchEvent(new CustomEvent('closed'))
    return html`<admin-dialog heading=${shortcuts.title} size="small" @closed=${closed}>
      ${shortcutKeys.value === 'off' ? html`<p class="off small">${shortcuts.off}</p>` : nothing}
      ${this.#list(
        shortcuts.here,
        this.#at.filter((one) => !one.everywhere),
      )}
      ${this.#list(
        shortcuts.everywhere,
        this.#at.filter((one) => one.everywhere),
      )}
      <span slot="footer" class="space"></span>
      <button slot="footer" class="button large" @click=${this.#close}>${common.close}</button>
    </admin-dialog>`
  }

  #close(): void {
    this.renderRoot.querySelector('admin-dialog')?.close()
  }
}

define('admin-shortcuts', AdminShortcuts)
