import { css, html, nothing, type PropertyValues } from 'lit'
import type { EditJson, EditPageJson } from '../../../server/revisions/json.ts'
import { differenceStyles, differenceText } from '../../../widget/ui/difference.ts'
import { get } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { moment } from '../../translations/format.ts'
import '../admin-dialog/admin-dialog.ts'
import { failure, stateStyles } from '../states.ts'

interface Shown {
  edits: EditJson[]
  next: string | null
}

/** How a post was edited, the latest edit first: who, when, and what changed. Property `post`. Event `ended`. */
export class HistoryDialog extends AdminElement {
  static override properties = { post: {} }
  static override styles = sheets(
    stateStyles,
    differenceStyles,
    css`
      .vh {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
      ol {
        display: grid;
        gap: 20px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .diff {
        margin-top: 6px;
      }
      .diff.title {
        font-weight: var(--w-strong);
      }
      .older {
        margin-top: 20px;
      }
    `,
  )

  declare post: string
  readonly #loading = new Loading<Shown>(this)

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('post')) void this.#read()
  }

  async #read(): Promise<void> {
    const { edits, next } = this.#loading.value ?? { edits: [], next: null }
    await this.#loading.run(async (signal) => {
      const page = await get<EditPageJson>(`posts/${this.post}/revisions`, { cursor: next }, signal)
      return { edits: [...edits, ...page.items], next: page.next }
    })
  }

  #close(): void {
    this.renderRoot.querySelector('admin-dialog')?.close()
  }

  #edit({ editor, at, title, body }: EditJson) {
    const { thread, common } = this.words
    return html`<li>
      <p><b dir="auto">${editor?.name ?? common.erased}</b> <span class="quiet">${moment(at)}</span></p>
      ${title ? html`<p class="diff title" dir="auto">${differenceText(title, thread.history)}</p>` : nothing}
      ${body ? html`<p class="diff" dir="auto">${differenceText(body, thread.history)}</p>` : nothing}
      ${title || body ? nothing : html`<p class="quiet">${thread.history.same}</p>`}
    </li>`
  }

  override render() {
    const { thread, common } = this.words
    const { history } = thread
    const { value, state, problem, busy } = this.#loading
    return html`<admin-dialog heading=${history.title} @closed=${() => this.dispatchEvent(new CustomEvent('ended'))}>
      <div aria-busy=${busy}>
        ${value ? html`<ol>${value.edits.map((edit) => this.#edit(edit))}</ol>` : nothing}
        ${state === 'failed' ? failure(problem, () => void this.#read()) : nothing}
        ${value?.next ? html`<button class="button older" ?disabled=${busy} @click=${() => this.#read()}>${history.older}</button>` : nothing}
      </div>
      <span slot="footer" class="space"></span><button slot="footer" class="button large" @click=${this.#close}>${common.close}</button>
    </admin-dialog>`
  }
}

define('history-dialog', HistoryDialog)
