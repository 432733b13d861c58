import { css, html, nothing, type ReactiveControllerHost } from 'lit'
import type { ThreadJson, ThreadPageJson, ThreadRowJson } from '../../server/threads/json.ts'
import type { Kind } from '../../server/words.ts'
import { get } from '../api.ts'
import { Loading } from '../loading.ts'
import { figure } from '../translations/format.ts'
import { catalog } from '../translations/index.ts'
import { icon, iconUp } from './icons.ts'

interface Options {
  label: string
  nothing: string
  hint?: string
  /** Only threads of this kind are looked for. */
  kind?: () => Kind | undefined
  leaveOut: () => number[]
  onPick: (thread: ThreadRowJson) => void
}

/** Finds a thread by its number or by words: a search field with the results as buttons below it. */
export class ThreadFinder {
  readonly #found: Loading<ThreadRowJson[]>
  readonly #host: ReactiveControllerHost
  readonly #options: Options
  #words = ''
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ReactiveControllerHost, options: Options) {
    this.#host = host
    this.#options = options
    this.#found = new Loading(host)
  }

  #onType(event: InputEvent): void {
    this.#words = (event.target as HTMLInputElement).value.trim()
    clearTimeout(this.#timer)
    if (!this.#words) {
      this.#found.clear()
      this.#host.requestUpdate()
      return
    }
    this.#timer = setTimeout(() => void this.#found.run((signal) => this.#search(this.#words, signal)), 200)
  }

  async #search(words: string, signal: AbortSignal): Promise<ThreadRowJson[]> {
    const number = /^#?(\d+)$/.exec(words)?.[1]
    const leaveOut = this.#options.leaveOut()
    const kind = this.#options.kind?.()
    const fits = (thread: ThreadRowJson) =>
      !leaveOut.includes(thread.number) && (kind === undefined || thread.kind === kind)
    if (number) {
      const exact = await get<ThreadJson>(`threads/${number}`, {}, signal).catch(() => null)
      return exact && fits(exact) ? [exact] : []
    }
    const { items } = await get<ThreadPageJson>('threads', { q: words, kind, limit: 10 }, signal)
    return items.filter(fits).slice(0, 6)
  }

  #pick(thread: ThreadRowJson): void {
    this.#words = ''
    this.#found.clear()
    this.#options.onPick(thread)
    this.#host.requestUpdate()
  }

  render() {
    const { common } = catalog.value.words
    const found = this.#found.value
    return html`<div class="finder">
      <label class="field"><span class="label">${this.#options.label}</span>
        <input class="input" type="search" autocomplete="off" .value=${this.#words} placeholder=${this.#options.hint ?? ''} @input=${(event: InputEvent) => this.#onType(event)} /></label>
      <div role="status">${found?.length === 0 ? html`<p class="hint">${this.#options.nothing}</p>` : nothing}</div>
      ${
        found?.length
          ? html`<ul class="found">
            ${found.map(
              (thread) => html`<li><button @click=${() => this.#pick(thread)}>
                <span class="quiet">#${thread.number}</span><span class="clip">${thread.title}</span><span class="space"></span>
                ${thread.kind === 'idea' ? html`<span class="quiet figures" title=${common.votes(thread.votes)}>${icon(iconUp, 's')}${figure(thread.votes)}</span>` : nothing}
              </button></li>`,
            )}
          </ul>`
          : nothing
      }
    </div>`
  }
}

export const finderStyles = css`
  .finder {
    display: grid;
    gap: 4px;
  }
  .found {
    border: 1px solid var(--line-2);
    border-radius: var(--r-card);
    overflow: hidden;
  }
  .found li + li {
    border-top: 1px solid var(--line);
  }
  .found button {
    display: flex;
    align-items: center;
    gap: 8px;
    width: 100%;
    min-height: 34px;
    padding: 4px 12px;
  }
  .found button:hover {
    background: var(--wash-2);
  }
  .found button:focus-visible {
    box-shadow: inset 0 0 0 2px var(--accent);
  }
  .figures {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
`
