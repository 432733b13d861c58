import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { BlockList, isIP } from 'node:net'
import { pipeline } from 'node:stream/promises'

/** Why an address was not read. `reason` is for people who set the address; nothing of the answer is in it. */
export class FetchRefused extends Error {
  readonly reason: 'address' | 'private' | 'unreachable' | 'status' | 'size' | 'time'

  constructor(reason: FetchRefused['reason']) {
    super(`Not fetched: ${reason}`)
    this.name = 'FetchRefused'
    this.reason = reason
  }
}

export interface FetchLimits {
  /** Bytes of the answer. */
  maxBytes: number
  /** From the look-up of the name to the last byte. */
  timeoutMs: number
  /** Whether this machine itself may be asked, over http too: in development only. */
  loopback: boolean
}

/** What is sent, where that is more than a question. */
export interface Outgoing {
  method?: 'GET' | 'POST'
  headers?: Record<string, string>
  body?: string
}

/** What came back: not followed where it leads elsewhere. */
export interface Incoming {
  status: number
  type: string
  text: string
}

/** Reads an address as `safeRequest` asks one; what is not a 200 is refused. Throws a FetchRefused. */
export async function safeFetch(address: string, limits: FetchLimits): Promise<string> {
  return (await safeRequest(address, {}, { ...limits, okOnly: true })).text
}

/**
 * Asks an address that somebody typed, so that it can reach nothing that only this server reaches: https, the name
 * looked up once and the connection made to exactly what was found, which must be a global address; no redirect is
 * followed, bytes and time are bounded, no cookies are sent, nor credentials but those of `outgoing`. Throws a
 * FetchRefused.
 */
export async function safeRequest(
  address: string,
  outgoing: Outgoing,
  limits: FetchLimits & { okOnly?: boolean },
): Promise<Incoming> {
  const url = allowedUrl(address, limits.loopback)
  if (!url) throw new FetchRefused('address')
  const signal = AbortSignal.timeout(limits.timeoutMs)
  try {
    const pinned = await resolveOnce(url, limits.loopback, signal)
    return await read(url, pinned, outgoing, limits, signal)
  } catch (error) {
    if (error instanceof FetchRefused) throw error
    throw new FetchRefused(signal.aborted ? 'time' : 'unreachable')
  }
}

/** The address where it is one that may be asked at all, before its name is looked up. */
export function allowedUrl(address: string, loopback: boolean): URL | undefined {
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  if (url.username || url.password || url.hash) return undefined
  if (url.protocol === 'https:') return url
  return loopback && url.protocol === 'http:' && isLoopbackName(url) ? url : undefined
}

function isLoopbackName(url: URL): boolean {
  const host = hostOf(url)
  return host === 'localhost' || (isIP(host) > 0 && isLoopbackAddress(host))
}

function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '')
}

async function resolveOnce(url: URL, loopback: boolean, signal: AbortSignal): Promise<LookupAddress> {
  const host = hostOf(url)
  const family = isIP(host)
  const found = family ? [{ address: host, family }] : await abortable(lookup(host, { all: true }), signal)
  const inside = (one: LookupAddress) =>
    !isGlobal(one.address) && !(loopback && isLoopbackAddress(one.address))
  // A name that leads outside and inside is refused whole: there is no honest reason for one.
  if (!found[0] || found.some(inside)) throw new FetchRefused('private')
  return found[0]
}

/** A look-up cannot be called off; what it finds too late is dropped. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

async function read(
  url: URL,
  pinned: LookupAddress,
  outgoing: Outgoing,
  { maxBytes, okOnly }: { maxBytes: number; okOnly?: boolean },
  signal: AbortSignal,
): Promise<Incoming> {
  const send = url.protocol === 'https:' ? requestHttps : requestHttp
  const chunks: Buffer[] = []
  let [status, type] = [0, '']
  await new Promise<void>((done, fail) => {
    const request = send(url, {
      signal,
      agent: false,
      method: outgoing.method ?? 'GET',
      headers: {
        accept: 'application/json',
        'user-agent': 'Parvis',
        ...outgoing.headers,
        'accept-encoding': 'identity',
      },
      lookup: (_host, options, callback) => {
        if (options.all) callback(null, [pinned])
        else callback(null, pinned.address, pinned.family)
      },
    })
    request.on('error', fail)
    request.on('response', (response) => {
      status = response.statusCode ?? 0
      type = response.headers['content-type'] ?? ''
      let size = 0
      const take = async (source: AsyncIterable<Buffer>) => {
        if (okOnly && status !== 200) throw new FetchRefused('status')
        for await (const chunk of source) {
          size += chunk.length
          if (size > maxBytes) throw new FetchRefused('size')
          chunks.push(chunk)
        }
      }
      pipeline(response, take).then(done, fail)
    })
    request.end(outgoing.body)
  })
  return { status, type, text: Buffer.concat(chunks).toString('utf8') }
}

// What the registries of IANA do not call globally reachable: RFC 6890 and what came after it.
const inside = new BlockList()
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  inside.addSubnet(network, prefix, 'ipv6')

// Of IPv6 only 2000::/3 is given out, so all else, mapped and translated IPv4 included, is inside.
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

const loopbacks = new BlockList()
loopbacks.addSubnet('127.0.0.0', 8, 'ipv4')
loopbacks.addAddress('::1', 'ipv6')

function isLoopbackAddress(address: string): boolean {
  return loopbacks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether an address is one of the open internet. */
export function isGlobal(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !inside.check(address, 'ipv4')
  return family === 6 && givenOut.check(address, 'ipv6') && !inside.check(address, 'ipv6')
}
