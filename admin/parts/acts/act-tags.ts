import { css, html, nothing } from 'lit'
import type { TagJson } from '../../../server/boards/json.ts'
import { post } from '../../api.ts'
import { threadsChanged } from '../../changes.ts'
import { community } from '../../community.ts'
import { define, sheets } from '../../element.ts'
import { hrefOf } from '../../router.ts'
import { may } from '../../session.ts'
import { tell } from '../../toasts.ts'
import { named } from '../../translations/index.ts'
import { ActDialog, actStyles } from './act_dialog.ts'

type Share = 'none' | 'some' | 'all'

/** Adds and removes tags on some threads: a tick for all of them, a dash for some, nothing for none. */
export class ActTags extends ActDialog {
  static override properties = { wanted: { state: true }, sought: { state: true } }
  static override styles = sheets(
    actStyles,
    css`
      .choices {
        margin-top: 12px;
      }
    `,
  )

  declare wanted: Record<string, boolean>
  declare sought: string

  constructor() {
    super()
    this.wanted = {}
    this.sought = ''
  }

  #shareOf(slug: string): Share {
    const count = this.threads.filter((thread) => thread.tags.includes(slug)).length
    return count === 0 ? 'none' : count === this.threads.length ? 'all' : 'some'
  }

  #onTick(slug: string, event: Event): void {
    this.wanted = { ...this.wanted, [slug]: (event.target as HTMLInputElement).checked }
  }

  /** Those whose names hold what was typed; one of exactly that name first. */
  get #found(): TagJson[] {
    const sought = this.sought.trim().toLocaleLowerCase()
    const nameOf = (tag: TagJson) => named(tag).toLocaleLowerCase()
    const found = community.value.tags.filter((tag) => nameOf(tag).includes(sought))
    return found.toSorted((a, b) => Number(nameOf(b) === sought) - Number(nameOf(a) === sought))
  }

  /** What the tag will be on: all of the threads, some, or none. */
  #wantedOf(slug: string): Share {
    const wanted = this.wanted[slug]
    return wanted === undefined ? this.#shareOf(slug) : wanted ? 'all' : 'none'
  }

  /** Enter ticks the first that was found; with Ctrl it is the dialog's, and saves. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return
    event.preventDefault()
    const [first] = this.#found
    if (!first || !this.sought.trim()) return
    this.wanted = { ...this.wanted, [first.slug]: this.#wantedOf(first.slug) !== 'all' }
    ;(event.target as HTMLInputElement).select()
  }

  /** What differs from what the threads have. */
  get #change(): { add: string[]; remove: string[] } {
    const asked = Object.entries(this.wanted)
    return {
      add: asked.filter(([slug, on]) => on && this.#shareOf(slug) !== 'all').map(([slug]) => slug),
      remove: asked.filter(([slug, on]) => !on && this.#shareOf(slug) !== 'none').map(([slug]) => slug),
    }
  }

  #submit = (): void => {
    const change = this.#change
    if (change.add.length + change.remove.length === 0) {
      this.close()
      return
    }
    void this.perform(async () => {
      await post('taggings', { threads: this.numbers, ...change })
      threadsChanged(...this.numbers)
      tell(this.words.acts.tagDone(this.threads.length))
    })
  }

  #list() {
    const { acts } = this.words
    const tags = this.#found
    if (tags.length === 0) return html`<p class="hint" role="status">${acts.tagNoMatch}</p>`
    return html`${this.sought.trim() ? html`<p class="hint" role="status">${acts.tagFirst(named(tags[0]!), this.#wantedOf(tags[0]!.slug))}</p>` : nothing}
    <div class="choices" role="group" aria-label=${acts.tag}>
      ${tags.map((tag) => {
        const share = this.#wantedOf(tag.slug)
        const some = share === 'some'
        return html`<label class="choice">
          <input type="checkbox" .checked=${share === 'all'} .indeterminate=${some} @change=${(event: Event) => this.#onTick(tag.slug, event)} />
          ${named(tag)}${some ? html`<span class="quiet small">${acts.tagSome}</span>` : nothing}
        </label>`
      })}
    </div>`
  }

  #onSeek(event: InputEvent): void {
    this.sought = (event.target as HTMLInputElement).value
  }

  override render() {
    const { acts } = this.words
    const none = community.value.tags.length === 0
    return html`<admin-dialog heading=${acts.tagTitle(this.threads.length)} size="small" .submit=${this.#submit} @closed=${this.ended}>
      ${
        none
          ? html`<p>${acts.tagNone} ${may('administer') ? html`<a class="link" href=${hrefOf('settings/tags')} @click=${this.close}>${acts.tagNoneStep}</a>` : nothing}</p>`
          : html`<label class="field"><span class="label">${acts.tagFind}</span>
              <input class="input" id="find" type="search" autocomplete="off" @input=${this.#onSeek} @keydown=${this.#onKey} /></label>
            ${this.#list()}`
      }
      ${this.foot(acts.tagAct, this.#submit, { possible: !none })}
    </admin-dialog>`
  }
}

define('act-tags', ActTags)
