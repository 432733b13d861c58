import type { ReactiveController } from 'lit'
import type { Host } from '../context.ts'
import { focused } from './focused.ts'

/** A control, and the boxes that it stands in, the nearest first, each with which of its children leads to it. */
interface Spot {
  control: HTMLElement
  boxes: [box: ParentNode, at: number][]
  /** The place of the widget that it was in. */
  path: string
  /** Whether something else is about to stand there: it is loaded, or loaded again. */
  awaited: boolean
}

type Widget = Host & { readonly journey: { readonly path: string } }

/** A focus that moves within one view is not heard of outside of it, but whatever is pressed there is. */
const moves = ['focusin', 'keydown', 'keyup', 'click', 'input']
const retry = '.empty[role=alert] > button'
const loading = '[aria-busy=true]'
const heading = ':is(h2, h3)[tabindex]'
const stop = 'a[href], button, input:not([type=file]), select, textarea, summary'

/**
 * Keeps the focus in the widget when what had it goes, as a button does that is pressed and has no more to do. It is
 * then on what stands next to where that was, and never on the page's body (WCAG 2.4.3). Where a view knows better
 * it has moved the focus by then.
 */
export class KeptFocus implements ReactiveController {
  readonly #host: Widget
  readonly #observer: MutationObserver
  #spot: Spot | undefined
  /** What had the focus when the line at the foot of the window came. */
  #before: Spot | undefined
  #notice = ''
  #looking = false
  /** Whether a pointer pressed last: whoever points sees where they are, and nothing is scrolled under their hand. */
  #pointed = false

  constructor(host: Host) {
    this.#host = host as Widget
    this.#observer = new MutationObserver(() => this.#lookSoon())
    this.#note()
  }

  hostConnected(): void {
    for (const move of moves) this.#host.addEventListener(move, this.#note, true)
    this.#host.addEventListener('focusout', this.#leave)
    addEventListener('pointerdown', this.#point, true)
  }

  hostDisconnected(): void {
    for (const move of moves) this.#host.removeEventListener(move, this.#note, true)
    this.#host.removeEventListener('focusout', this.#leave)
    removeEventListener('pointerdown', this.#point, true)
    this.#forget()
  }

  hostUpdated(): void {
    const { notice } = this.#host
    if (notice && !this.#notice) this.#before = spotOf(this.#host, focused(this.#host)) ?? this.#spot
    this.#notice = notice
  }

  readonly #note = (event?: Event): void => {
    if (event?.type === 'keydown') this.#pointed = false
    const spot = spotOf(this.#host, focused(this.#host))
    if (!spot) return
    this.#spot = spot
    this.#observer.disconnect()
    for (const [box] of spot.boxes)
      if (box instanceof ShadowRoot)
        this.#observer.observe(box, { subtree: true, childList: true, attributeFilter: ['hidden', 'class'] })
  }

  #forget(): void {
    this.#spot = undefined
    this.#observer.disconnect()
  }

  readonly #leave = ({ relatedTarget }: FocusEvent): void => {
    if (relatedTarget) this.#forget()
  }

  /** A press beside everything takes the focus away because somebody wants it so. */
  readonly #point = (): void => {
    this.#pointed = true
    this.#forget()
  }

  /** After whoever changed something has moved the focus as well. */
  #lookSoon(): void {
    if (this.#looking) return
    this.#looking = true
    requestAnimationFrame(() => {
      this.#looking = false
      this.#look()
    })
  }

  #look(): void {
    const spot = this.#spot
    const there = focused(this.#host)
    if (!spot || (there && there !== spot.control)) return
    if (isSeen(spot.control)) {
      // What stands around it has changed, and so has where it is.
      if (there) this.#spot = spotOf(this.#host, there)
      return
    }
    // One that goes to another place is brought to its heading.
    if (this.#host.journey.path !== spot.path) {
      this.#forget()
      return
    }
    const closed = spot.boxes.some(([box]) => box instanceof Element && box.matches('.notice'))
    const next = closed ? this.#belonging() : nextTo(spot)
    if (!next) return
    if (!next.matches(stop)) next.tabIndex = -1
    next.focus({ preventScroll: this.#pointed || next.matches(loading) })
    this.#note()
  }

  /** What the line at the foot was about, which was pressed when it came, or what stands there now. */
  #belonging(): HTMLElement | undefined {
    const before = this.#before
    if (before && isSeen(before.control)) return before.control
    return nextTo({ ...(before ?? this.#spot!), awaited: true })
  }
}

const isSeen = (node: Element): boolean => node.isConnected && node.checkVisibility()

/** Where in the widget a control is; undefined where it is not in it. */
const spotOf = (host: Widget, control: HTMLElement | undefined): Spot | undefined => {
  const boxes: Spot['boxes'] = []
  let node: Element | undefined = control
  while (node && node !== host) {
    const box: ParentNode | null = node.parentNode
    if (!box) return undefined
    boxes.push([box, [...box.children].indexOf(node)])
    node = box instanceof ShadowRoot ? box.host : (box as Element)
  }
  if (!node || !control || node === control) return undefined
  return { control, boxes, path: host.journey.path, awaited: control.matches(`${retry}, ${loading}`) }
}

/** What is nearest to where a control was, in the smallest box that is left of those it stood in. */
const nextTo = ({ boxes, awaited }: Spot): HTMLElement | undefined => {
  for (const [box, at] of boxes) {
    if (!isSeen(box instanceof ShadowRoot ? box.host : (box as Element))) continue
    const found = awaited ? instead(box) : beside(box, at)
    if (found) return found
  }
  return undefined
}

/** What is there instead of what was awaited: it failed again, it is on its way, or it is there. */
const instead = (box: ParentNode): HTMLElement | undefined => {
  const all = [...within(box)]
  for (const one of [retry, loading, heading]) {
    const found = all.find((node) => node.matches(one) && isSeen(node))
    if (found) return found
  }
  return undefined
}

/** The heading of the box where that takes a focus, else the next control in it, else the one before. */
const beside = (box: ParentNode, at: number): HTMLElement | undefined => {
  const children = [...box.children]
  const own = children.find((child) => child.matches(heading) && isSeen(child))
  if (own) return own as HTMLElement
  const stops = (all: Element[]) =>
    all.flatMap((child) =>
      [child as HTMLElement, ...within(child)].filter((one) => one.matches(stop) && isSeen(one)),
    )
  return stops(children.slice(Math.max(0, at)))[0] ?? stops(children.slice(0, Math.max(0, at))).at(-1)
}

function* within(box: ParentNode): Generator<HTMLElement> {
  const inside = box instanceof Element && box.shadowRoot ? box.shadowRoot : box
  for (const child of inside.children) {
    yield child as HTMLElement
    yield* within(child)
  }
}
