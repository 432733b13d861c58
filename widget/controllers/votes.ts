import type { Api } from '../api.ts'

/**
 * My votes and the counts they changed, shared by every view of a site; what changes them
 * is in `cast.ts`. Fires `change`.
 */
export class Votes extends EventTarget {
  readonly api: Api
  readonly mine = new Set<number>()
  readonly counts = new Map<number, number>()
  /** What is wanted of threads whose request is under way. */
  readonly wanted = new Map<number, boolean>()

  constructor(api: Api) {
    super()
    this.api = api
  }

  has(number: number): boolean {
    return this.mine.has(number)
  }

  count(row: { number: number; votes: number }): number {
    return this.counts.get(row.number) ?? row.votes
  }

  /** Fresh rows carry the true counts. */
  learnCounts(rows: { number: number }[]): void {
    for (const { number } of rows) if (!this.wanted.has(number)) this.counts.delete(number)
  }
}
