import type { ReactiveController, ReactiveElement } from 'lit'

/** The list that is walked. Rows have a link, and are named by an attribute of their own. */
interface Walked<Row> {
  attribute: 'data-number' | 'data-member'
  rows: () => readonly Row[]
  nameOf: (row: Row) => string
  /** Which row stands open beside the list. */
  open: () => string | null
  /** Opens another in its place. */
  follow: (row: Row) => void
}

/** For how long the keys rest before what is open follows them, in milliseconds. */
const restFor = 180

/** Moving through the rows of a list by keys, one of them at hand, with what is open beside it following. */
export class RowWalk<Row> implements ReactiveController {
  readonly #page: ReactiveElement
  readonly #list: Walked<Row>
  /** The row that had the focus last, where Tab comes back to. */
  #last: string | null = null
  #lastIndex = 0
  #following: ReturnType<typeof setTimeout> | undefined

  constructor(page: ReactiveElement, list: Walked<Row>) {
    this.#page = page
    this.#list = list
    page.addController(this)
  }

  hostDisconnected(): void {
    clearTimeout(this.#following)
  }

  /** The row that the keys act on: the focused one, else the open one. */
  get at(): Row | undefined {
    return this.#list.rows()[this.#index]
  }

  get #index(): number {
    const name = this.#nameAround(this.#page.shadowRoot?.activeElement) ?? this.#list.open()
    return this.#list.rows().findIndex((row) => this.#list.nameOf(row) === name)
  }

  /** The one row that Tab comes to. */
  get stop(): Row | undefined {
    const wanted = this.#last ?? this.#list.open()
    const rows = this.#list.rows()
    return rows.find((row) => this.#list.nameOf(row) === wanted) ?? rows[0]
  }

  readonly focused = (event: FocusEvent): void => {
    const name = this.#nameAround(event.target as Element)
    if (!name) return
    this.#last = name
    this.#lastIndex = this.#index
    this.#page.requestUpdate()
  }

  /** Gives the focus to the row that had it last, or to the one that is in its place; tells whether there is one. */
  stay(): boolean {
    const rows = this.#list.rows()
    const last = rows.find((one) => this.#list.nameOf(one) === this.#last)
    const row = last ?? rows[Math.min(this.#lastIndex, rows.length - 1)]
    if (row) this.linkOf(row)?.focus({ preventScroll: true })
    return row !== undefined
  }

  /** The arrows move between rows whether or not single-key shortcuts are on. */
  readonly pressed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || event.metaKey || event.ctrlKey || event.altKey) return
    event.preventDefault()
    this.move(step)
  }

  move(step: number): void {
    const rows = this.#list.rows()
    const row = rows[Math.min(rows.length - 1, Math.max(0, this.#index + step))]
    if (!row) return
    const link = this.linkOf(row)
    link?.focus({ preventScroll: true })
    link?.closest('.row')?.scrollIntoView({ block: 'nearest' })
    if (this.#list.open() === null || matchMedia('(max-width: 1000px)').matches) return
    clearTimeout(this.#following)
    this.#following = setTimeout(() => this.#list.follow(row), restFor)
  }

  linkOf(row: Row): HTMLElement | null {
    const name = CSS.escape(this.#list.nameOf(row))
    return this.#page.renderRoot.querySelector<HTMLElement>(`[${this.#list.attribute}="${name}"] a`)
  }

  #nameAround(element: Element | null | undefined): string | null {
    const { attribute } = this.#list
    return element?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null
  }
}
