import type { IncomingMessage } from 'node:http'
import { type BlockList, isIP, isIPv6, type Socket } from 'node:net'
import type { Logger } from 'pino'

/** What is read of a request to know where it came from. */
export type Origin = { socket?: Socket; headers?: IncomingMessage['headers'] }

/** No proxy chain of ours is longer. */
const mostHops = 20

/**
 * Where requests come from. X-Forwarded-For is a word of whoever sends it, so it is believed only from the proxies
 * of TRUSTED_PROXIES: then the client is the rightmost address that is none of them. No other header is read.
 */
export class Networks {
  private readonly proxies: BlockList
  private readonly log: Logger
  private readonly bySocket = new WeakMap<Socket, string>()
  private warned = false

  constructor(proxies: BlockList, log: Logger) {
    this.proxies = proxies
    this.log = log
  }

  /** The network of a request, by which it is limited and logged. */
  of(origin: Origin | undefined): string {
    const socket = origin?.socket
    if (!socket) return 'unknown'
    if (origin.headers?.['x-forwarded-for'] !== undefined) return networkOf(this.addressOf(origin))
    let network = this.bySocket.get(socket)
    if (network === undefined) {
      network = networkOf(this.addressOf(origin))
      this.bySocket.set(socket, network)
    }
    return network
  }

  /** The address of a request's client; empty where there is none, as of a socket that is gone. */
  addressOf(origin: Origin | undefined): string {
    const peer = plain(origin?.socket?.remoteAddress ?? '')
    const forwarded = origin?.headers?.['x-forwarded-for']
    if (typeof forwarded !== 'string' || !peer) return peer
    if (!this.trusts(peer)) {
      this.warn(peer)
      return peer
    }
    let client = peer
    for (const hop of forwarded.split(',').slice(-mostHops).reverse()) {
      const address = hopOf(hop)
      if (!address) break
      client = address
      if (!this.trusts(address)) break
    }
    return client
  }

  private trusts(address: string): boolean {
    return this.proxies.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
  }

  private warn(peer: string): void {
    if (this.warned) return
    this.warned = true
    this.log.warn(
      { peer },
      'X-Forwarded-For came from an address that TRUSTED_PROXIES does not name, and is not believed: everybody behind it is limited as one network',
    )
  }
}

/** An IPv4 address whole; an IPv6 one by its /64, which is what one household or machine is given. */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address || 'unknown'
  return `${groupsOf(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`
}

/** An address without its zone; an IPv4 one that comes mapped into IPv6 (RFC 4291, 2.5.5.2) as what it is. */
function plain(address: string): string {
  const bare = address.replace(/%.*$/, '')
  if (!isIPv6(bare)) return isIP(bare) ? bare : ''
  const groups = groupsOf(bare)
  if (!groups.slice(0, 5).every((group) => group === 0) || groups[5] !== 0xffff) return bare
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 255])
    .join('.')
}

/** A hop of X-Forwarded-For, which some proxies write with brackets or a port. */
function hopOf(text: string): string {
  const hop = text.trim()
  const inBrackets = /^\[([^\]]+)\](?::\d+)?$/.exec(hop)?.[1]
  return plain(inBrackets ?? hop.replace(/^([\d.]+):\d+$/, '$1'))
}

function groupsOf(address: string): number[] {
  // The URL parser writes any form of an address in its one shortest form, in hexadecimal.
  const [head = '', tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const read = (part: string | undefined) =>
    part ? part.split(':').map((group) => Number.parseInt(group, 16)) : []
  const [first, last] = [read(head), read(tail)]
  return tail === undefined ? first : [...first, ...Array(8 - first.length - last.length).fill(0), ...last]
}
