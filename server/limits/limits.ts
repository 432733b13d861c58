import type { Db } from '../../db/connect.ts'
import type { Clock } from '../lib/clock.ts'
import { type LimitKind, ruleOf } from './kinds.ts'
import { type Lease, leasePermits } from './queries.ts'
import { tooMany } from './words.ts'

/** The permits of a kind that a subject has in a window. */
export interface Allowance {
  siteId: string
  kind: LimitKind
  subject: string
  permits: number
}

/** Where a subject stands after a permit was spent. */
export interface Standing {
  kind: LimitKind
  permits: number
  /** What this process knows to be left, for all processes together. */
  left: number
  /** When the window ends, in milliseconds since 1970. */
  until: number
}

/** What this process holds of an allowance. */
interface Block extends Allowance {
  held: number
  /** What all processes have leased in the window, as the last lease said. */
  leased: number
  until: number
  waiting: { resolve(standing: Standing): void; reject(error: unknown): void }[]
}

const mostBlocks = 50_000
const mostAtOnce = 500

/**
 * Limits that hold for all processes of a database together, and cost it next to nothing: a process leases a tenth
 * of an allowance at a time and spends that from memory. What it holds is lost when it ends, so there are never
 * more permits than the limit says, and up to a block fewer for each process. Leases that are wanted at the same
 * moment are written by one statement.
 */
export class Limits {
  private readonly db: Db
  private readonly clock: Clock
  private readonly blocks = new Map<string, Block>()
  private wanting = new Set<Block>()
  private writing = false

  constructor(db: Db, clock: Clock) {
    this.db = db
    this.clock = clock
  }

  /** Spends a permit that this process holds, without asking the database; undefined where it holds none. */
  spendNow(allowance: Allowance): Standing | undefined {
    const block = this.blocks.get(keyOf(allowance))
    if (!block || block.held === 0 || block.permits !== allowance.permits || !this.open(block))
      return undefined
    block.held--
    return standing(block)
  }

  /**
   * Spends a permit, leasing more where none is held. Rejects with rate_limited where none is left, and with what
   * the database said where it could not be asked: nothing goes through uncounted, and nobody is locked out for it.
   */
  async spend(allowance: Allowance): Promise<Standing> {
    const block = this.blockOf(allowance)
    const spent = this.spendNow(allowance)
    if (spent) return spent
    if (this.open(block) && block.leased >= block.permits && !block.waiting.length)
      throw tooMany(standing(block), this.clock.now())
    return new Promise((resolve, reject) => {
      block.waiting.push({ resolve, reject })
      this.wanting.add(block)
      if (!this.writing) void this.lease()
    })
  }

  /** Takes a permit back that was not needed after all, while its window is open. */
  giveBack(allowance: Allowance, { until }: Standing): void {
    const block = this.blocks.get(keyOf(allowance))
    if (block?.until === until) block.held++
  }

  /** The block of an allowance, as the site's settings are now: of a lowered limit no more is in hand than is left. */
  private blockOf(allowance: Allowance): Block {
    const key = keyOf(allowance)
    let block = this.blocks.get(key)
    if (!block) {
      if (this.blocks.size >= mostBlocks) this.makeRoom()
      block = { ...allowance, held: 0, leased: 0, until: 0, waiting: [] }
      this.blocks.set(key, block)
    }
    block.permits = allowance.permits
    const elsewhere = block.leased - block.held
    block.held = Math.max(0, Math.min(block.held, block.permits - elsewhere))
    return block
  }

  // A clock that was set back closes a window too, which would else stay open for as long.
  private open(block: Block): boolean {
    const ahead = block.until - this.clock.now().getTime()
    return ahead > 0 && ahead <= ruleOf(block.kind).seconds * 2000
  }

  private async lease(): Promise<void> {
    this.writing = true
    await Promise.resolve() // Wishes of the same turn go together.
    while (this.wanting.size > 0) {
      const batch = [...this.wanting].slice(0, mostAtOnce)
      for (const block of batch) this.wanting.delete(block)
      try {
        const leases = await leasePermits(this.db, this.clock.now(), batch.map(wishOf))
        const byKey = new Map(
          leases.map((lease) => [`${lease.site_id} ${lease.kind} ${lease.subject}`, lease]),
        )
        for (const block of batch) this.grant(block, byKey.get(keyOf(block))!)
      } catch (error) {
        for (const block of batch) for (const { reject } of block.waiting.splice(0)) reject(error)
      }
    }
    this.writing = false
  }

  private grant(block: Block, { granted, leased, ends_at }: Lease): void {
    const until = ends_at.getTime()
    block.held = granted + (until === block.until ? block.held : 0)
    block.leased = leased
    block.until = until
    for (const { resolve } of block.waiting.splice(0, block.held)) {
      block.held--
      resolve(standing(block))
    }
    if (!block.waiting.length) return
    // More came while the lease was written; or there is no more to be had.
    if (leased < block.permits) this.wanting.add(block)
    else for (const { reject } of block.waiting.splice(0)) reject(tooMany(standing(block), this.clock.now()))
  }

  // Windows that are over, then the oldest: what is dropped while held is lost, which is the strict side.
  private makeRoom(): void {
    for (const [key, block] of this.blocks)
      if (!block.waiting.length && !this.open(block)) this.blocks.delete(key)
    for (const [key, block] of this.blocks) {
      if (this.blocks.size <= mostBlocks * 0.75) return
      if (!block.waiting.length) this.blocks.delete(key)
    }
  }
}

function keyOf({ siteId, kind, subject }: Allowance): string {
  return `${siteId} ${kind} ${subject}`
}

function wishOf(block: Block) {
  const asked = Math.max(Math.ceil(block.permits / 10), block.waiting.length)
  return { ...block, seconds: ruleOf(block.kind).seconds, asked }
}

function standing({ kind, permits, leased, held, until }: Block): Standing {
  return { kind, permits, left: Math.max(0, permits - leased) + held, until }
}
