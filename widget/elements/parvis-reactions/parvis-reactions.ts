import { css, html, LitElement, nothing, type PropertyValues } from 'lit'
import type { ReactionName, ReactionsJson } from '../../../server/reactions/json.ts'
import { base } from '../../styles/base.ts'
import { viewStyles } from '../../styles/views.ts'
import type { ThreadWords } from '../../translations/en/thread.ts'
import { icon } from '../../ui/icons.ts'
import { reactionNames, reactionSigns } from '../../ui/reaction_signs.ts'
import { iconSmile } from '../../ui/view_icons.ts'

/**
 * The reactions to one post: each that was given as a button that gives or takes it back, and a button that discloses
 * all of them (APG: disclosure). Part of `<parvis-board>`.
 *
 * @element parvis-reactions
 * @prop words - The words for reactions.
 * @prop of - Whose post it is.
 * @prop nth - Which of theirs it is in the thread.
 * @prop counts - How often each was given.
 * @prop mine - Those of whoever looks.
 * @fires react - A reaction is to be given or taken back; its name is the detail.
 */
export class ParvisReactions extends LitElement {
  static override styles = [
    base,
    viewStyles,
    css`
      :host { display: inline-flex !important; flex-wrap: wrap; align-items: center; gap: 6px; position: relative; }
      .chip { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; padding: 0 9px; border: 1px solid var(--line-2); border-radius: 14px; color: var(--text-2); font-variant-numeric: tabular-nums; }
      .chip:hover { background: var(--wash-2); }
      .chip[aria-pressed='true'] { border-color: var(--accent); color: var(--accent); font-weight: var(--w-medium); background: var(--wash); }
      .sign { font-size: 15px; line-height: 1; font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif; }
      .all { position: absolute; inset-block-end: calc(100% + 4px); inset-inline-start: 0; z-index: 4; display: flex; padding: var(--s1); background: var(--surface); border: 1px solid var(--line-2); border-radius: var(--r-card); box-shadow: 0 8px 24px rgb(0 0 0 / 14%); }
      .all[hidden] { display: none; }
      .all button { position: relative; width: 38px; height: 38px; border-radius: var(--r-control); }
      .all button:hover, .all button[aria-pressed='true'] { background: var(--wash-2); }
      .all .sign { font-size: 19px; }
      @media (forced-colors: active) { .chip[aria-pressed='true'], .all button[aria-pressed='true'] { forced-color-adjust: none; background: Highlight; color: HighlightText; } }
      @media print { .add, .all { display: none; } }
      @media (pointer: coarse) { .chip { min-height: 36px; border-radius: 18px; } .all button { width: 44px; height: 44px; } }
    `,
  ]
  static override properties = {
    words: { attribute: false },
    of: {},
    nth: { attribute: false },
    counts: { attribute: false },
    mine: { attribute: false },
    open: { state: true },
  }
  declare words: ThreadWords['reactions']
  declare of: string
  declare nth: number
  declare counts: ReactionsJson
  declare mine: ReactionName[]
  declare open: boolean

  constructor() {
    super()
    this.of = ''
    this.nth = 1
    this.counts = {}
    this.mine = []
    this.open = false
    this.addEventListener('focusout', (event) => {
      const to = event.relatedTarget as Node | null
      if (to !== this && !this.renderRoot.contains(to)) this.open = false
    })
    this.addEventListener('keydown', (event) => this.#move(event))
  }

  #move(event: KeyboardEvent): void {
    if (!this.open) return
    if (event.key === 'Escape') {
      // Or a dialog of the page's that the widget stands in would close as well.
      event.preventDefault()
      event.stopPropagation()
      this.#close()
      return
    }
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -reactionNames.length, End: reactionNames.length }[
      event.key
    ]
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.all button')]
    const at = all.indexOf(this.shadowRoot?.activeElement as HTMLElement)
    if (!step || at < 0) return
    event.preventDefault()
    const way = getComputedStyle(this).direction === 'rtl' && Math.abs(step) === 1 ? -step : step
    all[Math.max(0, Math.min(all.length - 1, at + way))]!.focus()
  }

  #close(): void {
    this.open = false
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus()
  }

  async #toggle(): Promise<void> {
    this.open = !this.open
    await this.updateComplete
    if (this.open) this.renderRoot.querySelector<HTMLElement>('.all button')?.focus()
  }

  #react(name: ReactionName): void {
    if (this.open) this.#close()
    this.dispatchEvent(new CustomEvent<ReactionName>('react', { detail: name }))
  }

  /** Whoever takes back the only one of a kind goes to where they can give another. */
  protected override update(changed: PropertyValues): void {
    const chip = this.shadowRoot?.activeElement
    super.update(changed)
    if (chip && !chip.isConnected) this.renderRoot.querySelector<HTMLElement>('.add')!.focus()
  }

  protected override render() {
    const { words, counts, mine, of, nth } = this
    const add = words.add(of, nth)
    const sign = (name: ReactionName) =>
      html`<span class="sign" aria-hidden="true">${reactionSigns[name]}</span>`
    return html`
      ${reactionNames.map((name) =>
        counts[name]
          ? html`<button class="chip" type="button" aria-pressed=${mine.includes(name)} aria-label=${`${words.given(words.names[name], counts[name])}, ${words.on(of, nth)}`} data-tip=${words.names[name]} @click=${() => this.#react(name)}>${sign(name)}${counts[name]}</button>`
          : nothing,
      )}
      <button class="ico s add" type="button" aria-label=${add} aria-expanded=${this.open} @click=${this.#toggle}>${icon(iconSmile)}</button>
      <div class="all" role="group" aria-label=${add} ?hidden=${!this.open}>
        ${reactionNames.map((name) => html`<button type="button" aria-pressed=${mine.includes(name)} data-tip=${words.names[name]} @click=${() => this.#react(name)}>${sign(name)}<span class="vh">${words.names[name]}</span></button>`)}
      </div>
    `
  }
}

if (!customElements.get('parvis-reactions')) customElements.define('parvis-reactions', ParvisReactions)
