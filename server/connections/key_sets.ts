import type { Logger } from 'pino'
import type { Clock } from '../lib/clock.ts'
import { FetchRefused, safeFetch } from '../lib/safe_fetch.ts'
import { keysOfSet, type PublicAlgorithm, type SetKey } from './public_key.ts'

const limits = { maxBytes: 64 * 1024, timeoutMs: 5000 }
const keptFor = 10 * 60_000
const pause = 60_000
/** How long keys that cannot be read anew go on holding: a host's short outage signs nobody off. */
const heldFor = 60 * 60_000
const mostSets = 1000
const mostKeysOfSet = 20

/** Why a key set gave no keys; `form` where the answer was no key set with a key for the algorithm. */
export type Unread = FetchRefused['reason'] | 'form'

interface Entry {
  keys: SetKey[]
  readAt: number
  triedAt: number
  failed: Unread | undefined
}

/**
 * The key sets of hosts (RFC 7517), read from the addresses that connections name, and from nowhere that a token
 * names. Kept ten minutes; a key id that is not in it has it read again, once a minute at most.
 */
export class KeySets {
  private readonly entries = new Map<string, Entry>()
  private readonly reading = new Map<string, Promise<Entry>>()
  private readonly clock: Clock
  private readonly log: Logger
  private readonly loopback: boolean

  constructor(clock: Clock, log: Logger, loopback: boolean) {
    this.clock = clock
    this.log = log
    this.loopback = loopback
  }

  /** The keys that may have signed: all of the set, or those that the key id does not rule out. */
  async find(url: string, algorithm: PublicAlgorithm, kid: string | undefined): Promise<SetKey[] | Unread> {
    const name = `${algorithm} ${url}`
    let entry = this.entries.get(name)
    if (!entry || this.due(entry, kid)) entry = await this.readAgain(name, url, algorithm, entry)
    if (this.age(entry.readAt) > heldFor || !entry.keys.length) return entry.failed ?? 'form'
    return kid === undefined
      ? entry.keys
      : entry.keys.filter((key) => key.kid === undefined || key.kid === kid)
  }

  private due(entry: Entry, kid: string | undefined): boolean {
    if (this.age(entry.triedAt) < pause) return false
    const unknown = kid !== undefined && !entry.keys.some((key) => key.kid === kid)
    return unknown || !entry.keys.length || this.age(entry.readAt) >= keptFor
  }

  private age(moment: number): number {
    return this.clock.now().getTime() - moment
  }

  /** Those who ask at once wait for one reading. */
  private readAgain(
    name: string,
    url: string,
    algorithm: PublicAlgorithm,
    before: Entry | undefined,
  ): Promise<Entry> {
    const underWay = this.reading.get(name)
    if (underWay) return underWay
    const reading = this.read(url, algorithm, before).then((entry) => {
      if (this.entries.size >= mostSets) this.entries.clear()
      this.entries.set(name, entry)
      this.reading.delete(name)
      return entry
    })
    this.reading.set(name, reading)
    return reading
  }

  private async read(url: string, algorithm: PublicAlgorithm, before: Entry | undefined): Promise<Entry> {
    const triedAt = this.clock.now().getTime()
    try {
      const text = await safeFetch(url, { ...limits, loopback: this.loopback })
      const keys = keysOfSet(JSON.parse(text), algorithm, mostKeysOfSet)
      return { keys, readAt: triedAt, triedAt, failed: undefined }
    } catch (error) {
      const failed = error instanceof FetchRefused ? error.reason : 'form'
      this.log.warn({ host: URL.parse(url)?.host, reason: failed }, 'a key set could not be read')
      return { keys: before?.keys ?? [], readAt: before?.readAt ?? 0, triedAt, failed }
    }
  }
}
