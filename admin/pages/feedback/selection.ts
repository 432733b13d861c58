/** Which rows are ticked, by thread number, with the row that a range starts from. */
export class Selection {
  readonly numbers: ReadonlySet<number>
  readonly anchor: number | null

  constructor(numbers: Iterable<number> = [], anchor: number | null = null) {
    this.numbers = new Set(numbers)
    this.anchor = anchor
  }

  get size(): number {
    return this.numbers.size
  }

  has(number: number): boolean {
    return this.numbers.has(number)
  }

  toggle(number: number): Selection {
    const next = new Set(this.numbers)
    if (!next.delete(number)) next.add(number)
    return new Selection(next, number)
  }

  /** Ticks everything between the anchor and this row, in the order shown. */
  upTo(number: number, shown: number[]): Selection {
    const from = shown.indexOf(this.anchor ?? number)
    const to = shown.indexOf(number)
    if (from < 0 || to < 0) return this.toggle(number)
    const range = shown.slice(Math.min(from, to), Math.max(from, to) + 1)
    return new Selection([...this.numbers, ...range], number)
  }

  all(shown: number[]): Selection {
    const everything = shown.every((number) => this.numbers.has(number))
    return everything ? new Selection() : new Selection([...this.numbers, ...shown], this.anchor)
  }

  /** What of it is shown. */
  within(shown: number[]): Selection {
    const still = shown.filter((number) => this.numbers.has(number))
    return still.length === this.size ? this : new Selection(still, this.anchor)
  }

  /** How much of what is shown is ticked. */
  share(shown: number[]): 'none' | 'some' | 'all' {
    const count = shown.filter((number) => this.numbers.has(number)).length
    return count === 0 ? 'none' : count === shown.length ? 'all' : 'some'
  }
}
