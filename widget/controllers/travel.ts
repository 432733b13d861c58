import { focused, pageHasFocus } from './focused.ts'
import { placeOf } from './navigation.ts'

/** Where one was when one left a place: how far it was scrolled, and what had the focus. */
interface Mark {
  /** The host's page that it was on: on another the scroll is none of ours, even before that is drawn. */
  page: string
  top: number
  focus: HTMLElement | undefined
}

type Host = HTMLElement & {
  readonly ctx: unknown
  readonly journey: { readonly path: string; readonly going: string | undefined }
}

/** Brings scroll and focus to where they belong after each step of one widget. */
export class Travel {
  readonly #host: Host
  readonly #marks = new Map<string, Mark>()
  /** What to do when the new place is on screen: return to a mark, or begin at its heading. */
  #then: Mark | 'heading' | undefined

  constructor(host: Host) {
    this.#host = host
    // Somebody was quicker than the rest of the widget.
    if (host.journey.going && placeOf(host.journey.path).view !== 'list') this.#then = 'heading'
    // A list that came with the opening is on screen already.
    if (host.ctx && placeOf(host.journey.path).view === 'list')
      this.#tell(host.shadowRoot!.querySelector<HTMLElement>('#title'))
  }

  leave(from: string, to: string, back: boolean): void {
    this.#marks.set(from, { page: location.pathname, top: this.#top(), focus: focused(this.#host) })
    this.#then = (back && this.#marks.get(to)) || 'heading'
  }

  back(to: string): void {
    const mark = this.#marks.get(to)
    this.#then = mark?.page === location.pathname ? mark : undefined
  }

  /** Whoever comes to a place by a link of the page begins at its top. */
  forget(path: string): void {
    this.#marks.delete(path)
  }

  /** Called when a place is on screen. The heading takes the focus, unless what was clicked is still there. */
  arrived(heading: HTMLElement | null | undefined): void {
    if (!this.#host.isConnected) return
    const then = this.#then
    // What failed is tried again, and only then one has arrived.
    this.#then = heading?.matches('button') ? then : undefined
    this.#tell(heading)
    showCurrentTab(this.#host.shadowRoot)
    if (then === 'heading' && heading && !focused(this.#host)?.checkVisibility()) {
      heading.focus({ preventScroll: true })
      if (this.#top() < 0) this.#host.scrollIntoView({ behavior: 'instant', block: 'start' })
    } else if (then && then !== 'heading') this.#return(then)
  }

  #tell(heading: HTMLElement | null | undefined): void {
    // Where something failed, its button to try again stands for a heading, and is no title.
    const title = heading?.matches('button') ? '' : heading?.textContent?.trim()
    const detail = { path: this.#host.journey.path, title: title ?? '' }
    this.#host.dispatchEvent(new CustomEvent('parvis-arrived', { detail, bubbles: true, composed: true }))
  }

  #top(): number {
    return this.#host.getBoundingClientRect().top
  }

  /** The browser restores its own idea of the scroll at about this time; ours comes after it. */
  #return(mark: Mark): void {
    requestAnimationFrame(() => {
      if (mark.focus?.isConnected && !pageHasFocus(this.#host)) mark.focus.focus({ preventScroll: true })
      scrollerOf(this.#host).scrollBy({ top: this.#top() - mark.top, behavior: 'instant' })
    })
  }
}

/** The box that scrolls the widget: one of the host's, or the page. */
const scrollerOf = (host: Element): Element => {
  for (let node = host.parentElement; node; node = node.parentElement) {
    if (node.scrollHeight > node.clientHeight && /auto|scroll/.test(getComputedStyle(node).overflowY))
      return node
  }
  return document.scrollingElement ?? document.documentElement
}

/** On a phone the tabs scroll; the current one comes into view. */
export const showCurrentTab = (root: ParentNode | null): void => {
  const tab = root?.querySelector<HTMLElement>('.tabs [aria-current]')
  if (tab) tab.parentElement!.scrollLeft = tab.offsetLeft - tab.parentElement!.offsetLeft - 40
}
