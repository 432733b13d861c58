import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { AuthorJson } from '../../server/members/json.ts'
import type { Locale } from '../../server/words.ts'
import { replaceText } from '../ui/replace_text.ts'
import { MentionList } from './mention_list.ts'
import { MentionText } from './mention_text.ts'

/** Where the field is, and whom it may mention. */
export interface MentionPlace {
  area(): HTMLTextAreaElement | null
  /** Those whose names begin like that; undefined where nobody is mentioned here. */
  ask(q: string, signal: AbortSignal): Promise<AuthorJson[]> | undefined
  locale(): Locale
  /** The server's address, for pictures, where the page is not its own. */
  base(): string
  /** Says how many are offered, by the one voice of the page; where there is none for it, the list has a region of its own. */
  say?(words: string): void
}

export type MentionHost = ReactiveControllerHost & { renderRoot: DocumentFragment | HTMLElement }

/** An `@` where a word may begin, and the name that is being typed after it: one word, or two. */
const begun =
  /(?:^|[^\p{L}\p{N}@/.\]])@((?:[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’_-]{0,39})(?: [\p{L}\p{M}\p{N}.'’_-]{0,40})?)$/u

/** What stands close to the word before it, in every language here. */
const closing = /^[,.)…]$/

/**
 * Mentions in a text field: after an `@` and letters people are offered. The field calls `typed`, `keyed` and `leave`
 * upon its events, and draws `draw()` below itself.
 */
export class MentionField implements ReactiveController {
  readonly text = new MentionText()
  readonly #host: MentionHost
  readonly #place: MentionPlace
  #list: MentionList | undefined

  constructor(host: MentionHost, place: MentionPlace) {
    this.#host = host
    this.#place = place
    host.addController(this)
  }

  hostUpdated(): void {
    this.#list?.mark()
  }

  hostDisconnected(): void {
    this.leave()
  }

  typed(event: Event): void {
    const { data, isComposing } = event as InputEvent
    if (data && closing.test(data)) this.#tighten(data)
    // What an input method composes is not typed yet.
    const name = isComposing ? undefined : this.#typedName()
    if (name === undefined) {
      this.leave()
      return
    }
    this.#list ??= new MentionList(this.#host, this.#place, this.text)
    this.#list.look(name)
  }

  /** Whether a key was for the list. */
  keyed(event: KeyboardEvent): boolean {
    return !event.isComposing && (this.#list?.keyed(event) ?? false)
  }

  leave = (): void => this.#list?.close()

  draw() {
    return this.#list?.draw() ?? nothing
  }

  /** Takes away the space that a name was completed with, where a comma or the like was typed after it. */
  #tighten(sign: string): void {
    const area = this.#place.area()
    if (!area || area.selectionStart !== area.selectionEnd) return
    const end = area.selectionStart
    const name = /@([^@\n]+) .$/u.exec(area.value.slice(Math.max(0, end - 100), end))?.[1]
    if (name && this.text.has(name)) replaceText(area, end - 2, end, sign)
  }

  #typedName(): string | undefined {
    const area = this.#place.area()
    if (!area || area.selectionStart !== area.selectionEnd) return undefined
    const before = area.value.slice(Math.max(0, area.selectionStart - 100), area.selectionStart)
    const name = begun.exec(before)?.[1]
    return name === undefined || this.text.has(name.trimEnd()) ? undefined : name
  }
}
