import type { Logger } from 'pino'
import type { Clock } from '../lib/clock.ts'
import { FetchRefused, safeFetch } from '../lib/safe_fetch.ts'
import { Client } from './client.ts'
import type { OpenIdFindingJson } from './json.ts'
import { documentOf, finding, judgeDocument, type Metadata } from './metadata.ts'
import type { Provider } from './queries.ts'

const limits = { maxBytes: 128 * 1024, timeoutMs: 5000 }
const keptFor = 10 * 60_000
const pause = 30_000
/** How long what cannot be read anew goes on holding: a provider's short outage locks nobody out. */
const heldFor = 60 * 60_000
const mostIssuers = 1000

/** An issuer as it was last read; `failed` names the first thing that was wrong, where something was. */
interface Entry {
  metadata: Metadata | undefined
  readAt: number
  triedAt: number
}

/**
 * What issuers say of themselves, read from the address that a site's admin set, and from nowhere that a request
 * names. Kept ten minutes, with the keys that were read by it for five; after a failure, half a minute passes first.
 */
export class Issuers {
  private readonly entries = new Map<string, Entry>()
  private readonly reading = new Map<string, Promise<Entry>>()
  private readonly clients = new Map<string, Client>()
  private readonly clock: Clock
  private readonly log: Logger
  private readonly loopback: boolean

  constructor(clock: Clock, log: Logger, loopback: boolean) {
    this.clock = clock
    this.log = log
    this.loopback = loopback
  }

  /** This server as a client of a provider; undefined where its issuer cannot be read, or is not fit. */
  async client(provider: Provider): Promise<Client | undefined> {
    const metadata = await this.find(provider.issuer)
    if (!metadata) return undefined
    const known = this.clients.get(provider.id)
    if (known?.is(provider, metadata, this.clock)) return known
    if (this.clients.size >= mostIssuers) this.clients.clear()
    const client = new Client(provider, metadata, this.clock, this.loopback)
    this.clients.set(provider.id, client)
    return client
  }

  /** Reads an issuer anew and says all that is right and wrong with it. */
  async check(issuer: string): Promise<OpenIdFindingJson[]> {
    const { findings, metadata } = await this.judge(issuer)
    if (!metadata) return findings
    this.keep(issuer, { metadata, readAt: this.now(), triedAt: this.now() })
    return [...findings, await this.judgeKeys(metadata)]
  }

  private async find(issuer: string): Promise<Metadata | undefined> {
    let entry = this.entries.get(issuer)
    if (!entry || this.due(entry)) entry = await this.readAgain(issuer, entry)
    return this.now() - entry.readAt <= heldFor ? entry.metadata : undefined
  }

  private due(entry: Entry): boolean {
    const now = this.now()
    return now - entry.triedAt >= pause && (!entry.metadata || now - entry.readAt >= keptFor)
  }

  private now(): number {
    return this.clock.now().getTime()
  }

  /** Those who ask at once wait for one reading. */
  private readAgain(issuer: string, before: Entry | undefined): Promise<Entry> {
    const underWay = this.reading.get(issuer)
    if (underWay) return underWay
    const triedAt = this.now()
    const reading = this.judge(issuer).then(({ findings, metadata }) => {
      this.reading.delete(issuer)
      if (metadata) return this.keep(issuer, { metadata, readAt: triedAt, triedAt })
      const reason = findings.find(({ state }) => state === 'bad')
      const about = { host: URL.parse(issuer)?.host, reason: reason?.values.reason ?? reason?.code }
      this.log.warn(about, 'an OpenID provider could not be read')
      return this.keep(issuer, { metadata: before?.metadata, readAt: before?.readAt ?? 0, triedAt })
    })
    this.reading.set(issuer, reading)
    return reading
  }

  private keep(issuer: string, entry: Entry): Entry {
    if (this.entries.size >= mostIssuers) this.entries.clear()
    this.entries.set(issuer, entry)
    return entry
  }

  private async judge(issuer: string): Promise<ReturnType<typeof judgeDocument>> {
    const text = await this.read(documentOf(issuer))
    if (text instanceof FetchRefused) return { findings: [finding('bad', 'unread', { reason: text.reason })] }
    return judgeDocument(issuer, text, this.loopback)
  }

  private async judgeKeys({ jwks_uri }: Metadata): Promise<OpenIdFindingJson> {
    const text = await this.read(jwks_uri)
    if (text instanceof FetchRefused) return finding('bad', 'keys_unread', { reason: text.reason })
    try {
      const { keys } = JSON.parse(text) as { keys: unknown[] }
      return keys.length ? finding('good', 'keys_good') : finding('bad', 'keys_none')
    } catch {
      return finding('bad', 'keys_unread', { reason: 'form' })
    }
  }

  private async read(address: string): Promise<string | FetchRefused> {
    try {
      return await safeFetch(address, { ...limits, loopback: this.loopback })
    } catch (error) {
      if (error instanceof FetchRefused) return error
      throw error
    }
  }
}
