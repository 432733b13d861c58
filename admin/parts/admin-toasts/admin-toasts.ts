import { css, html, nothing } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { AdminElement, define, sheets } from '../../element.ts'
import { follow } from '../../live_value.ts'
import { dismiss, type Toast, toasts } from '../../toasts.ts'
import { icon, iconWarn, iconX } from '../icons.ts'

/**
 * What was just done, with the way back while there is one: floats above the foot and pushes nothing.
 * A ring empties with the time that is left. Pointing at a toast or focusing it holds the ones without undo.
 */
export class AdminToasts extends AdminElement {
  static override styles = sheets(css`
    :host {
      position: absolute;
      inset-inline: 16px 8px;
      bottom: 12px;
      z-index: 8;
      display: grid;
      justify-items: start;
      gap: 8px;
      pointer-events: none;
    }
    .toast {
      pointer-events: auto;
      display: flex;
      align-items: center;
      gap: 10px;
      min-height: 40px;
      max-width: min(640px, 100%);
      padding: 4px 6px 4px 12px;
      border-radius: var(--r-card);
      background: var(--inverse);
      color: var(--on-inverse);
      box-shadow: var(--pop);
      animation: arrive 0.16s ease-out;
    }
    .toast > p {
      flex: 1;
      padding: 4px 0;
      text-wrap: pretty;
    }
    .toast button {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      height: 28px;
      min-width: 28px;
      justify-content: center;
      padding: 0 8px;
      border-radius: var(--r-control);
      font-weight: var(--w-medium);
    }
    .toast button:focus-visible {
      box-shadow: 0 0 0 2px var(--inverse), 0 0 0 4px var(--inverse-accent);
    }
    .undo {
      color: var(--inverse-accent);
      border: 1px solid var(--inverse-line);
    }
    .toast kbd {
      background: none;
      border-color: var(--inverse-line);
      color: inherit;
    }
    .left {
      opacity: 0.8;
      padding-inline-end: 8px;
      min-width: 34px;
      text-align: end;
    }
    .ring {
      width: 18px;
      height: 18px;
      flex: none;
      transform: rotate(-90deg);
      fill: none;
      stroke-width: 2;
    }
    .ring .all {
      stroke: var(--inverse-line);
    }
    .ring .now {
      stroke: var(--inverse-accent);
      stroke-dasharray: 100;
      transition: stroke-dashoffset 1s linear;
    }
    @keyframes arrive {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }
    @media (max-width: 700px) {
      :host {
        inset-inline: 8px;
      }
      .toast {
        width: 100%;
      }
      .toast kbd {
        display: none;
      }
    }
  `)

  #clock: ReturnType<typeof setInterval> | undefined
  #held = new Map<number, number>()

  constructor() {
    super()
    follow(this, toasts)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#clock = setInterval(() => this.#tick(), 1000)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#clock)
  }

  #tick(): void {
    const now = Date.now()
    for (const toast of toasts.value) {
      if (toast.until !== null && toast.until <= now && !this.#held.has(toast.id)) dismiss(toast.id)
    }
    if (toasts.value.length > 0) this.requestUpdate()
  }

  #hold(toast: Toast): void {
    if (toast.until !== null && !toast.undo) this.#held.set(toast.id, 1)
  }

  #release(toast: Toast): void {
    this.#held.delete(toast.id)
    if (toast.until !== null) toast.until = Math.max(toast.until, Date.now() + (toast.undo ? 0 : 2000))
  }

  #countdown(toast: Toast) {
    const left = Math.max(0, Math.ceil(((toast.until ?? 0) - Date.now()) / 1000))
    const gone = 100 - Math.min(100, (left / 12) * 100)
    return html`<svg class="ring" viewBox="0 0 18 18" aria-hidden="true">
        <circle class="all" cx="9" cy="9" r="7.5" /><circle class="now" cx="9" cy="9" r="7.5" pathLength="100" stroke-dashoffset=${gone} />
      </svg>
      <p>${toast.words}</p>
      <button class="undo" @click=${() => this.#undo(toast)}>${this.words.common.undo}<kbd aria-hidden="true">Z</kbd></button>
      <span class="left" aria-hidden="true">${this.words.common.seconds(left)}</span>`
  }

  #undo(toast: Toast): void {
    dismiss(toast.id)
    void toast.undo?.()
  }

  #plain(toast: Toast) {
    return html`${toast.wrong ? icon(iconWarn) : nothing}<p>${toast.words}</p>
      <button aria-label=${this.words.common.close} @click=${() => dismiss(toast.id)}>${icon(iconX, 'm')}</button>`
  }

  override render() {
    return repeat(
      toasts.value,
      (toast) => toast.id,
      (toast) => html`<div
        class="toast"
        role=${toast.wrong ? 'alert' : nothing}
        @pointerenter=${() => this.#hold(toast)}
        @pointerleave=${() => this.#release(toast)}
        @focusin=${() => this.#hold(toast)}
        @focusout=${() => this.#release(toast)}
      >${toast.undo ? this.#countdown(toast) : this.#plain(toast)}</div>`,
    )
  }
}

define('admin-toasts', AdminToasts)
