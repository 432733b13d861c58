import { css, html } from 'lit'
import { AdminElement, define, sheets } from '../../element.ts'
import { announce } from '../../toasts.ts'
import { icon, iconCopy, iconTick } from '../icons.ts'

/**
 * Text to take away: a tag, a secret, a link, with a button that copies it.
 * Properties `label`, `text`, `hint`, `copied` (what is said after copying).
 */
export class OnceShown extends AdminElement {
  static override properties = {
    label: {},
    text: {},
    hint: {},
    copied: {},
    done: { state: true },
    failed: { state: true },
  }
  static override styles = sheets(css`
    .box {
      display: flex;
      align-items: start;
      gap: 8px;
      padding: 8px 8px 8px 12px;
      border: 1px solid var(--line-2);
      border-radius: var(--r-control);
      background: var(--wash);
    }
    pre {
      flex: 1;
      min-width: 0;
      margin: 0;
      padding: 4px 0;
      font: 12.5px / 20px ui-monospace, 'SF Mono', 'DejaVu Sans Mono', monospace;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
      user-select: all;
    }
  `)

  declare label: string
  declare text: string
  declare hint: string
  declare copied: string
  declare done: boolean
  declare failed: boolean

  constructor() {
    super()
    this.label = ''
    this.text = ''
    this.hint = ''
    this.copied = ''
    this.done = false
    this.failed = false
  }

  async #copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text)
      this.done = true
      announce(this.copied || this.words.common.copied)
    } catch {
      this.failed = true
    }
  }

  override render() {
    const { common, thread } = this.words
    return html`<div class="field">
      ${this.label ? html`<p class="label">${this.label}</p>` : ''}
      <div class="box">
        <pre>${this.text}</pre>
        <button class="button" type="button" @click=${this.#copy}>${icon(this.done ? iconTick : iconCopy, 'm')}${this.done ? common.copied : common.copy}<span class="unseen">, ${this.label}</span></button>
      </div>
      <p class="hint" role="status">${this.failed ? thread.copyFailed : this.hint}</p>
    </div>`
  }
}

define('once-shown', OnceShown)
