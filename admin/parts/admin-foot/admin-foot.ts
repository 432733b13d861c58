import { css, html, nothing } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { shortcutKeys } from '../../preferences.ts'
import { keyCaps, type Shortcut, shortcutLayers, shortcutsAtHand } from '../../shortcuts.ts'
import { announcement } from '../../toasts.ts'

/** The line at the foot: the page's keys, and the live region that says what was done. */
export class AdminFoot extends AdminElement {
  static override styles = sheets(css`
    :host {
      display: flex;
      align-items: center;
      gap: 12px;
      height: 28px;
      flex: none;
      padding: 0 16px 0 24px;
      border-top: 1px solid var(--line);
      background: var(--wash);
      font-size: var(--t-xs);
      color: var(--text-3);
      white-space: nowrap;
      overflow: hidden;
    }
    .one {
      display: inline-flex;
      align-items: center;
      gap: 5px;
    }
    kbd {
      height: 16px;
      min-width: 16px;
    }
    .said {
      flex: 1;
      min-width: 120px;
      text-align: end;
      overflow: hidden;
      text-overflow: ellipsis;
      color: var(--text-2);
      min-width: 0;
    }
    /* A key that has no room goes to a line that is not seen, whole. */
    .keys {
      display: flex;
      flex-wrap: wrap;
      gap: 12px;
      flex: none;
      height: 20px;
      max-width: 68%;
      overflow: hidden;
    }
    .keys > * {
      height: 20px;
    }
    @media (max-width: 700px) {
      :host {
        position: absolute;
        width: 1px;
        height: 1px;
        clip-path: inset(50%);
        padding: 0;
        border: 0;
      }
      .keys {
        display: none;
      }
    }
  `)

  constructor() {
    super()
    follow(this, shortcutLayers, announcement, shortcutKeys)
  }

  #one(shortcut: Shortcut) {
    const names = this.words.shortcuts.keys
    const caps = [shortcut.key, ...(shortcut.also ?? [])].flatMap((key) => keyCaps(key, names))
    return html`<span class="one">${caps.map((cap) => html`<kbd>${cap}</kbd>`)}${shortcut.label}</span>`
  }

  override render() {
    const shown = shortcutKeys.value === 'on' ? shortcutsAtHand().filter((s) => s.foot) : []
    return html`<span class="keys" aria-hidden="true">${shown.map((s) => this.#one(s))}</span>
      <span class="said" role="status">${announcement.value}</span>
      ${announcement.value ? nothing : html`<span class="keys" aria-hidden="true"><span class="one"><kbd>?</kbd>${this.words.shortcuts.all}</span></span>`}`
  }
}

define('admin-foot', AdminFoot)
