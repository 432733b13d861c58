import { css, html, nothing } from 'lit'
import type { BoardJson } from '../../../../server/boards/json.ts'
import type { MatchesJson } from '../../../../server/segments/json.ts'
import { get } from '../../../api.ts'
import { community, segmentOf } from '../../../community.ts'
import { AdminElement, define, sheets } from '../../../element.ts'
import { follow } from '../../../live_value.ts'
import { Loading } from '../../../loading.ts'
import { named } from '../../../translations/index.ts'
import { matchWords } from './match_words.ts'

type Visibility = BoardJson['visibility']

/**
 * Who can read a board: a choice, and for a segment which one and who that is now. Property `board`, what it begins
 * with; `draft`, what is chosen, null while the segment is not; `incomplete`, whether to say so.
 */
export class BoardReaders extends AdminElement {
  static override properties = {
    board: { attribute: false },
    incomplete: { type: Boolean },
    visibility: { state: true },
    segment: { state: true },
  }
  static override styles = sheets(css`
    :host {
      display: grid;
      gap: 12px;
    }
    .who {
      padding: 8px 12px;
      border-radius: var(--r-control);
      background: var(--wash);
      overflow-wrap: anywhere;
    }
  `)

  declare board: BoardJson | null
  declare incomplete: boolean
  declare visibility: Visibility
  declare segment: string

  readonly #matches = new Loading<MatchesJson>(this)

  constructor() {
    super()
    this.board = null
    this.incomplete = false
    this.visibility = 'public'
    this.segment = ''
    follow(this, community)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.visibility = this.board?.visibility ?? 'public'
    this.#choose(this.board?.segment ?? '')
  }

  get draft(): { visibility: Visibility; segment?: string } | null {
    if (this.visibility !== 'segment') return { visibility: this.visibility }
    return this.segment ? { visibility: 'segment', segment: this.segment } : null
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('#segment, select')?.focus()
  }

  #choose(segment: string): void {
    this.segment = segment
    this.#matches.clear()
    if (segment)
      void this.#matches.run((signal) => get<MatchesJson>(`segments/${segment}/members`, {}, signal))
  }

  #who() {
    const segment = segmentOf(this.segment)
    if (!segment) return nothing
    const { segments } = this.words
    const now = this.#matches.state === 'failed' ? '' : matchWords(segments, this.#matches.value)
    return html`<p>${segments.andTeam(segments.sentence(segment.rule))}</p><p class="medium">${now}</p>`
  }

  #segments() {
    const { segments } = this.words
    const all = community.value.segments
    if (!all.length)
      return html`<p class=${this.incomplete ? 'wrong' : 'hint'} role="status">${segments.none}</p>`
    const wrong = this.incomplete && !this.segment
    return html`<label class="field"><span class="label">${segments.segment}</span>
        <select class="input" id="segment" aria-invalid=${wrong ? 'true' : nothing}
          @change=${(event: Event) => this.#choose((event.target as HTMLSelectElement).value)}>
          <option value="" ?selected=${!this.segment}>${segments.choose}</option>
          ${all.map((one) => html`<option value=${one.slug} ?selected=${one.slug === this.segment}>${named(one)}</option>`)}
        </select>
        ${wrong ? html`<span class="wrong" role="alert">${segments.chosenMissing}</span>` : nothing}</label>
      <div class=${this.segment ? 'who' : ''} role="status">${this.#who()}</div>`
  }

  override render() {
    const { settings } = this.words
    const names = Object.entries(settings.visibilities) as [Visibility, string][]
    return html`<label class="field"><span class="label">${settings.visibility}</span>
        <select class="input" @change=${(event: Event) => {
          this.visibility = (event.target as HTMLSelectElement).value as Visibility
        }}>
          ${names.map(([value, name]) => html`<option value=${value} ?selected=${value === this.visibility}>${name}</option>`)}
        </select></label>
      ${this.visibility === 'segment' ? this.#segments() : nothing}`
  }
}

define('board-readers', BoardReaders)
