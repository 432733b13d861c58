import { css } from 'lit'

/** How long a pointer rests before a tip shows, and how long it may be on its way onto the tip, in milliseconds. */
const rest = 400
const grace = 300
/** What has a tip: a sign whose name is not written beside it, and what says more in `data-tip`. */
const tipped = '.ico, .button.icon, [data-tip]'
/** The keys that move the focus. Where it is given, as by a dialog that opens, nothing was asked of what has it. */
const moves = /^(Tab|Arrow.+|Home|End)$/

/**
 * Shows what a sign means beside it, to a pointer that rests on it and to a keyboard that comes to it. It stays while
 * it, or what it names, is pointed at or has the focus; Escape takes it away and does nothing else then (WCAG 1.4.13).
 * A screen reader reads the name of the sign itself.
 *
 * @param within - The element whose tips they are, those of the shadow roots in it too.
 */
export class Tips {
  readonly #within: HTMLElement
  readonly #tip = makeTip()
  #ending = new AbortController()
  #of: HTMLElement | undefined
  #byFocus = false
  /** Dismissed or pressed: not shown again before it was left. */
  #done: HTMLElement | undefined
  #pointed: EventTarget | undefined
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(within: HTMLElement) {
    this.#within = within
  }

  hostConnected(): void {
    this.#ending = new AbortController()
    const { signal } = this.#ending
    const within = this.#within
    // Neither a pointer nor a focus that moves inside one shadow root is heard of outside of it by its own events.
    within.addEventListener('pointermove', this.#pointAt, { signal, passive: true })
    within.addEventListener('pointerleave', () => this.#point([]), { signal })
    within.addEventListener('keyup', this.#comeTo, { signal })
    within.addEventListener('focusout', () => this.#byFocus && this.#hide(), { signal })
    within.addEventListener('pointerdown', this.#press, { signal, capture: true })
    within.addEventListener('click', this.#press, { signal, capture: true })
    addEventListener('keydown', this.#dismiss, { signal, capture: true })
    for (const moved of ['scroll', 'resize'])
      addEventListener(moved, this.#place, { signal, capture: true, passive: true })
  }

  hostDisconnected(): void {
    this.#ending.abort()
    this.#hide()
  }

  readonly #pointAt = (event: PointerEvent): void => {
    const path = event.composedPath()
    if (event.pointerType === 'touch' || path[0] === this.#pointed) return
    this.#pointed = path[0]
    this.#point(path)
  }

  #point(path: EventTarget[]): void {
    clearTimeout(this.#waiting)
    const one = path.includes(this.#tip) ? this.#of : tippedIn(path)
    if (!path.length) this.#pointed = undefined
    if (one !== this.#done) this.#done = undefined
    if (one === this.#of) return
    if (one) this.#waiting = setTimeout(() => this.#show(one, path), this.#of ? grace : rest)
    else if (!this.#byFocus) this.#waiting = setTimeout(() => this.#hide(), grace)
  }

  readonly #comeTo = (event: KeyboardEvent): void => {
    const path = event.composedPath()
    const one = tippedIn(path.slice(0, 1))
    if (this.#byFocus && one !== this.#of) this.#hide()
    if (one !== this.#done) this.#done = undefined
    if (one && moves.test(event.key) && one.matches(':focus-visible')) this.#show(one, path, true)
  }

  readonly #press = (event: Event): void => {
    const path = event.composedPath()
    if (path.includes(this.#tip)) return
    this.#hide()
    this.#done = tippedIn(path)
  }

  readonly #dismiss = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#of?.isConnected) return
    event.preventDefault()
    event.stopImmediatePropagation()
    this.#done = this.#of
    this.#hide()
  }

  #show(one: HTMLElement, path: EventTarget[], byFocus = false): void {
    clearTimeout(this.#waiting)
    const text = one.dataset.tip ?? one.ariaLabel ?? one.querySelector('.vh')?.textContent
    // What is open, or has its words beside it, says what it is.
    const said = !text || one.ariaExpanded === 'true' || one.querySelector('.word')?.checkVisibility()
    if (!this.#tip.showPopover || one === this.#done || said || !one.isConnected) return
    this.#of = one
    this.#byFocus = byFocus
    this.#tip.shadowRoot!.firstElementChild!.textContent = text
    // Outside a modal dialog it could be seen, but not pointed at.
    const dialog = path.find((node) => node instanceof HTMLDialogElement) as HTMLElement | undefined
    const root = one.getRootNode()
    const place = dialog ?? one.closest('.root') ?? (root instanceof ShadowRoot ? root : document.body)
    place.append(this.#tip)
    this.#tip.showPopover()
    this.#place()
  }

  #hide(): void {
    clearTimeout(this.#waiting)
    this.#of = undefined
    this.#byFocus = false
    this.#tip.remove()
  }

  /** Above what it names, or below where there is no room; within the window. */
  readonly #place = (): void => {
    if (!this.#of) return
    if (!this.#of.isConnected) {
      this.#hide()
      return
    }
    const at = this.#of.getBoundingClientRect()
    const { offsetWidth: width, offsetHeight: height, style } = this.#tip
    const left = at.left + (at.width - width) / 2
    const room = document.documentElement.clientWidth - width - 4
    style.left = `${Math.max(4, Math.min(left, room))}px`
    style.top = `${at.top < height ? at.bottom : at.top - height}px`
  }
}

const tippedIn = (path: EventTarget[]) =>
  path.find((node) => node instanceof HTMLElement && node.matches(tipped)) as HTMLElement | undefined

function makeTip(): HTMLElement {
  const tip = document.createElement('div')
  tip.popover = 'manual'
  tip.ariaHidden = 'true'
  const inside = tip.attachShadow({ mode: 'open' })
  inside.adoptedStyleSheets = [tipStyles.styleSheet!]
  inside.append(document.createElement('span'))
  return tip
}

const tipStyles = css`
  /* The gap to what it names is the tip's, so that a pointer comes onto it without leaving both. */
  :host { position: fixed !important; inset: auto; margin: 0 !important; padding: 6px 0 !important; border: 0 !important; background: none; overflow: visible; width: max-content; max-width: min(280px, calc(100vw - 8px)); text-align: start; white-space: normal; }
  span { display: block; padding: 4px 8px; border: 1px solid transparent; border-radius: var(--r-control); background: var(--text); color: var(--surface); font-size: var(--t-xs); font-weight: var(--w-medium); line-height: 1.4; overflow-wrap: anywhere; }
  @media print { :host { display: none; } }
`
