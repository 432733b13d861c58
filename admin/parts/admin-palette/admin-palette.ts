import { html, nothing, type PropertyValues } from 'lit'
import type { StaffSearchJson } from '../../../server/search/json.ts'
import { adminOf } from '../../address.ts'
import { get } from '../../api.ts'
import { AdminElement, define, sheets } from '../../element.ts'
import { Loading } from '../../loading.ts'
import { go } from '../../router.ts'
import { who } from '../../session.ts'
import { modalClosed, modalOpened } from '../../shortcuts.ts'
import { views } from '../../views.ts'
import { icon, iconSearch, iconSwitch } from '../icons.ts'
import { failure, stateStyles } from '../states.ts'
import { paletteStyles } from './admin-palette.styles.ts'
import { type Choice, type Group, groupsOf, marked } from './found.ts'

/**
 * ⌘K: every page, every other site, and threads, replies, notes and people, by a few letters. A combobox with a list: the arrows move,
 * Enter goes, Escape closes. Event `closed`.
 */
export class AdminPalette extends AdminElement {
  static override properties = { typed: { state: true }, active: { state: true } }
  static override styles = sheets(stateStyles, paletteStyles)

  declare typed: string
  declare active: number

  #search = new Loading<StaffSearchJson>(this)
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
    if (this.#asks) this.#timer = setTimeout(() => this.#find(), 150)
    else this.#search.clear()
  }

  /** Whether enough is typed to look for: of a thread's number, one digit is. */
  get #asks(): boolean {
    return /^\d|../u.test(this.typed.trim())
  }

  #find(): void {
    const q = this.typed.trim()
    void this.#search.run((signal) => get<StaffSearchJson>('search', { q }, signal))
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

  #group({ heading, choices }: Group, offset: number) {
    if (choices.length === 0) return nothing
    return html`<div role="group" aria-label=${heading}>
      <p class="head" aria-hidden="true">${heading}</p>
      ${choices.map((choice, index) => this.#option(choice, offset + index))}
    </div>`
  }

  #option(choice: Choice, at: number) {
    return html`<div
      role="option"
      id=${`option-${at}`}
      aria-selected=${at === this.active}
      @click=${() => this.#choose(choice)}
      @pointermove=${() => {
        this.active = at
      }}
    >
      ${icon(choice.glyph)}
      <span class="what">
        <span class="clip" dir="auto">${choice.text ? marked(choice.text) : choice.label}</span>
        ${choice.about ? html`<span class="clip small quiet" dir="auto">${choice.about}</span>` : nothing}
      </span>
      ${choice.mark ? html`<span class="chip">${choice.mark}</span>` : nothing}
      ${choice.hint ? html`<span class="quiet">${choice.hint}</span>` : nothing}
    </div>`
  }

  /** That nothing holds what was typed, where what was found is only near to it. */
  get #near(): string {
    return this.#search.value?.near ? this.words.palette.near : ''
  }

  #status(count: number) {
    const { palette } = this.words
    // What was typed last is looked for, or about to be.
    const waiting = this.#asks && (this.#search.busy || this.#search.state === 'waiting')
    if (this.#search.state === 'failed' && !this.#search.busy)
      return failure(this.#search.problem, () => this.#find())
    const found = this.#near ? `${this.#near} ${palette.found(count)}` : palette.found(count)
    const words = count > 0 ? found : waiting ? palette.waiting : palette.nothing
    return html`<p class="count ${count > 0 ? 'unseen' : ''}" role="status">${words}</p>`
  }

  override render() {
    const { palette } = this.words
    const groups = [
      { heading: palette.pages, choices: this.#pages() },
      ...(this.#search.value ? groupsOf(this.#search.value) : []),
    ]
    const choices = groups.flatMap((group) => group.choices)
    let offset = 0
    const drawn = groups.map((group) => {
      const part = this.#group(group, offset)
      offset += group.choices.length
      return part
    })
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
      ${this.#near ? html`<p class="count" aria-hidden="true">${this.#near}</p>` : nothing}
      <div class="choices" id="choices" role="listbox" aria-label=${palette.title} aria-busy=${this.#search.busy}>
        ${drawn}
      </div>
      ${this.#status(choices.length)}
    </dialog>`
  }
}

define('admin-palette', AdminPalette)
