import { html, nothing, type PropertyValues } from 'lit'
import type { ThreadRowJson } from '../../../server/threads/json.ts'
import { adminOf } from '../../address.ts'
import { get } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { go } from '../../router.ts'
import { who } from '../../session.ts'
import { modalClosed, modalOpened } from '../../shortcuts.ts'
import { views } from '../../views.ts'
import { icon, iconFeedback, iconSearch, iconSwitch } from '../icons.ts'
import { paletteStyles } from './admin-palette.styles.ts'

interface Choice {
  id: string
  label: string
  glyph: string
  hint?: string
  run: () => void
}

/**
 * ⌘K: every page, every other site and every thread, by a few letters. A combobox with a list: the arrows move,
 * Enter goes, Escape closes. Event `closed`.
 */
export class AdminPalette extends AdminElement {
  static override properties = { typed: { state: true }, active: { state: true } }
  static override styles = sheets(paletteStyles)

  declare typed: string
  declare active: number

  #threads = new Loading<ThreadRowJson[]>(this)
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.typed = ''
    this.active = 0
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog') as HTMLDialogElement
  }

  protected override firstUpdated(): void {
    modalOpened()
    this.#dialog.showModal()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('active')) {
      this.renderRoot.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
    }
  }

  #onType(event: InputEvent): void {
    this.typed = (event.target as HTMLInputElement).value
    this.active = 0
    clearTimeout(this.#timer)
    const q = this.typed.trim()
    if (q.length < 2) {
      this.#threads.clear()
      return
    }
    this.#timer = setTimeout(() => {
      const search = async (signal: AbortSignal) =>
        (await get<{ items: ThreadRowJson[] }>('threads', { q, limit: 8 }, signal)).items
      void this.#threads.run(search)
    }, 150)
  }

  #pages(): Choice[] {
    const { palette } = this.words
    const places = views().map((view) => ({
      id: view.path,
      label: view.label,
      glyph: view.glyph,
      run: () => go(view.path),
    }))
    const sites = who()
      .sites.filter((site) => site.slug !== who().site.slug)
      .map((site) => ({
        id: `site-${site.slug}`,
        label: palette.site(site.name),
        glyph: iconSwitch,
        run: () => location.assign(adminOf(site.slug)),
      }))
    const wanted = this.typed.trim().toLocaleLowerCase()
    return [...places, ...sites].filter((choice) => choice.label.toLocaleLowerCase().includes(wanted))
  }

  #found(): Choice[] {
    return (this.#threads.value ?? []).map((thread) => ({
      id: `thread-${thread.number}`,
      label: thread.title,
      glyph: iconFeedback,
      hint: `#${thread.number}`,
      run: () => go(`feedback/${thread.number}`),
    }))
  }

  #onKey(event: KeyboardEvent, choices: Choice[]): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && choices.length > 0) {
      event.preventDefault()
      this.active = (this.active + step + choices.length) % choices.length
    }
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault()
      this.#choose(choices[this.active])
    }
  }

  #choose(choice: Choice | undefined): void {
    if (!choice) return
    this.#dialog.close()
    choice.run()
  }

  #onClose(): void {
    modalClosed()
    this.dispatchEvent(new CustomEvent('closed'))
  }

  #onBackdrop(event: MouseEvent): void {
    if (event.target === this.#dialog) this.#dialog.close()
  }

  #group(heading: string, choices: Choice[], offset: number) {
    if (choices.length === 0) return nothing
    return html`<div role="group" aria-label=${heading}>
      <p class="head" aria-hidden="true">${heading}</p>
      ${choices.map(
        (choice, index) => html`<div
          role="option"
          id=${`option-${offset + index}`}
          aria-selected=${offset + index === this.active}
          @click=${() => this.#choose(choice)}
          @pointermove=${() => {
            this.active = offset + index
          }}
        >
          ${icon(choice.glyph)}<span class="clip">${choice.label}</span><span class="quiet">${choice.hint ?? ''}</span>
        </div>`,
      )}
    </div>`
  }

  override render() {
    const { palette } = this.words
    const pages = this.#pages()
    const threads = this.#found()
    const choices = [...pages, ...threads]
    const waiting = this.#threads.busy
    return html`<dialog aria-label=${palette.title} @close=${this.#onClose} @click=${this.#onBackdrop}>
      <div class="find">
        ${icon(iconSearch)}
        <input
          role="combobox"
          aria-expanded="true"
          aria-controls="choices"
          aria-autocomplete="list"
          aria-activedescendant=${choices.length > 0 ? `option-${this.active}` : nothing}
          aria-label=${palette.title}
          placeholder=${palette.placeholder}
          autocomplete="off"
          spellcheck="false"
          .value=${this.typed}
          @input=${this.#onType}
          @keydown=${(event: KeyboardEvent) => this.#onKey(event, choices)}
        />
        <kbd aria-hidden="true">Esc</kbd>
      </div>
      <div class="choices" id="choices" role="listbox" aria-label=${palette.title} aria-busy=${waiting}>
        ${this.#group(palette.pages, pages, 0)} ${this.#group(palette.threads, threads, pages.length)}
      </div>
      <p class="count ${choices.length > 0 || waiting ? 'unseen' : ''}" role="status">
        ${choices.length > 0 ? palette.found(choices.length) : waiting ? '' : palette.nothing}
      </p>
    </dialog>`
  }
}

define('admin-palette', AdminPalette)
