import { html, nothing } from 'lit'
import type { AuthorJson } from '../../server/members/json.ts'
import { avatar, avatarStyles } from '../ui/avatar.ts'
import { replaceText } from '../ui/replace_text.ts'
import type { MentionHost, MentionPlace } from './mention_field.ts'
import { mentionStyles } from './mention_list.styles.ts'
import type { MentionText } from './mention_text.ts'
import { mentionWords } from './mention_words.ts'

const pause = 150

/**
 * The people whom a field offers to mention, below it. The focus stays in the field, which says which one is at hand
 * (APG: the keys and `aria-activedescendant` of a
 * combobox). It stays a text field of several lines, which HTML lets no other role be.
 */
export class MentionList {
  readonly #host: MentionHost
  readonly #place: MentionPlace
  readonly #text: MentionText
  #people: AuthorJson[] = []
  #at = 0
  /** What was typed after the `@`, while people are looked for. */
  #name: string | undefined
  #said = ''
  #waiting: ReturnType<typeof setTimeout> | undefined
  #asking: AbortController | undefined

  constructor(host: MentionHost, place: MentionPlace, text: MentionText) {
    this.#host = host
    this.#place = place
    this.#text = text
    const root = host.renderRoot as ShadowRoot
    root.adoptedStyleSheets = [
      ...root.adoptedStyleSheets,
      avatarStyles.styleSheet!,
      mentionStyles.styleSheet!,
    ]
    host.requestUpdate()
  }

  /** Looks for people by what is typed of their names, once it pauses. */
  look(name: string): void {
    this.#forget()
    this.#name = name
    this.#waiting = setTimeout(() => void this.#ask(name), pause)
  }

  async #ask(name: string): Promise<void> {
    const asking = new AbortController()
    this.#asking = asking
    try {
      const people = await this.#place.ask(name, asking.signal)
      if (asking.signal.aborted || !people) return
      this.#people = people
      this.#at = 0
      this.#said = people.length ? mentionWords[this.#place.locale()].found(people.length) : ''
      if (this.#said) this.#place.say?.(this.#said)
      this.#host.requestUpdate()
    } catch {
      // Nobody is offered where nobody can be asked for; the name stays as it was typed.
      if (!asking.signal.aborted) this.close()
    }
  }

  #forget(): void {
    clearTimeout(this.#waiting)
    this.#asking?.abort()
  }

  close(): void {
    this.#forget()
    this.#name = undefined
    if (!this.#people.length && !this.#said) return
    this.#people = []
    this.#said = ''
    this.#host.requestUpdate()
  }

  keyed(event: KeyboardEvent): boolean {
    const { key } = event
    if (!this.#people.length || event.ctrlKey || event.metaKey || event.altKey) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    if (step) this.#at = (this.#at + step + this.#people.length) % this.#people.length
    else if (key === 'Enter' || (key === 'Tab' && !event.shiftKey)) this.#pick(this.#people[this.#at]!)
    else {
      if (/^(Escape|Arrow|Home|End|Page)/.test(key)) this.close()
      if (key !== 'Escape') return false
    }
    event.preventDefault()
    event.stopPropagation()
    this.#host.requestUpdate()
    return true
  }

  #pick(person: AuthorJson): void {
    const area = this.#place.area()
    const name = this.#name ?? ''
    this.close()
    if (!area) return
    const to = area.selectionStart
    area.focus()
    replaceText(area, to - name.length - 1, to, `${this.#text.write(person)} `)
  }

  /** Says in the field what is drawn below it. */
  mark(): void {
    const area = this.#place.area()
    if (!area) return
    const open = this.#people.length > 0
    const states = {
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
      'aria-controls': 'mentions',
      'aria-activedescendant': `mention-${this.#at}`,
    }
    for (const [name, value] of Object.entries(states)) {
      if (open) area.setAttribute(name, value)
      else area.removeAttribute(name)
    }
    if (open)
      this.#host.renderRoot.querySelector(`#mention-${this.#at}`)?.scrollIntoView({
        block: 'nearest',
        behavior: 'instant',
      })
  }

  draw() {
    const words = mentionWords[this.#place.locale()]
    return html`${this.#place.say ? nothing : html`<span class="said" role="status">${this.#said}</span>`}${
      this.#people.length
        ? html`<ul id="mentions" class="mentions" role="listbox" aria-label=${words.label} @mousedown=${(event: Event) => event.preventDefault()}>${this.#people.map(
            (
              person,
              at,
            ) => html`<li id=${`mention-${at}`} role="option" aria-selected=${at === this.#at} @click=${() => this.#pick(person)}>
              ${avatar(person, this.#place.base())}<span class="name" dir="auto">${person.name}</span>${this.#standing(person)}</li>`,
          )}</ul>`
        : nothing
    }`
  }

  #standing({ team, guest, company }: AuthorJson) {
    const words = mentionWords[this.#place.locale()]
    const what = team ? words.team : guest ? words.guest : company
    return what ? html`<span class="what" dir="auto">${what}</span>` : nothing
  }
}
