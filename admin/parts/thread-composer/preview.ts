import { html, type ReactiveControllerHost } from 'lit'
import { postBody } from '../../../widget/ui/post_body.ts'
import { post } from '../../api.ts'
import { Loading } from '../../loading.ts'
import { problemWords } from '../../problem_words.ts'
import type { Catalog } from '../../translations/en/index.ts'
import { icon, iconEye, iconPen } from '../icons.ts'

/** A text as the server will show it, in the place of the field. */
export class Preview {
  open = false
  readonly #host: ReactiveControllerHost
  readonly #made: Loading<string>

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    this.#made = new Loading(host)
  }

  close(): void {
    this.open = false
    this.#host.requestUpdate()
  }

  /** `thread` is the one that it is written for; a note, which mentions nobody, names none. */
  toggle(text: { markdown: string; thread?: number }): void {
    this.open = !this.open
    this.#host.requestUpdate()
    if (!this.open || !text.markdown.trim()) {
      this.#made.clear()
      return
    }
    void this.#made.run(async () => (await post<{ html: string }>('previews', text)).html)
  }

  button({ thread }: Catalog, toggle: () => void) {
    const words = this.open ? thread.write : thread.preview
    return html`<button type="button" class="button ghost" aria-label=${words} @click=${toggle}>
      ${icon(this.open ? iconPen : iconEye, 'm')}<span class="word">${words}</span>
    </button>`
  }

  draw({ thread }: Catalog) {
    const { value, problem, busy } = this.#made
    const words = problem ? problemWords(problem) : busy ? thread.previewWaiting : thread.previewEmpty
    return html`<div class="preview" aria-live="polite">${value ? postBody(value) : html`<p class="quiet">${words}</p>`}</div>`
  }
}
