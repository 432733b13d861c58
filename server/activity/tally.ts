import { liveCounts } from './json.ts'
import type { CountRow } from './queries.ts'
import type { Reader } from './reader.ts'
import { eventBytes } from './wire.ts'

/** How many counts are told at once, and how often, in milliseconds. */
const mostCounts = 500
const countsEvery = 300

/** The ideas whose votes changed since their counts were told, and when they may be told again. */
export class Tally {
  private readonly voted = new Set<number>()
  private toldAt = 0

  add(numbers: number[]): void {
    for (const number of numbers) this.voted.add(number)
  }

  /** Whose counts are to be told next; what cannot be told is to be added again. */
  take(): number[] {
    const numbers = [...this.voted].slice(0, mostCounts)
    for (const number of numbers) this.voted.delete(number)
    return numbers
  }

  /** In how many milliseconds the next may be told, none or less where that is now; undefined where there are none. */
  get wait(): number | undefined {
    return this.voted.size ? this.toldAt + countsEvery - performance.now() : undefined
  }

  /** Tells each reader the counts that they may read; those who may read the same are given the same bytes. */
  tell(rows: CountRow[], readers: Iterable<Reader>): void {
    this.toldAt = performance.now()
    const made = new Map<string, Uint8Array>()
    for (const reader of readers) {
      const mine = rows.filter((row) => reader.wants({ boardId: row.board_id, thread: row.number }))
      if (!mine.length) continue
      const which = mine.map((row) => row.number).join()
      const bytes = made.get(which) ?? eventBytes('counts', liveCounts(mine))
      made.set(which, bytes)
      reader.tell({ seq: 0, boardId: mine[0]!.board_id, thread: mine[0]!.number, bytes })
    }
  }
}
