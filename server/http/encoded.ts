import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Cached } from './cache.ts'

type Encoding = 'br' | 'gzip'

/** Below this many characters the packet is no smaller for it. */
const least = 1000

// A list of 20 shrinks from 10 kB to about 2; a better quality gains little and takes its time.
const encoders: Record<
  Encoding,
  (plain: string, done: (error: Error | null, bytes: Buffer) => void) => void
> = {
  br: (plain, done) => brotliCompress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }, done),
  gzip: (plain, done) => gzip(plain, done),
}

/**
 * A kept answer in the best encoding that is accepted (RFC 9110, 12.5.3). It is begun when the answer is first
 * asked for again and made once, away from the event loop; until it is there the plain bytes serve.
 */
export function encodedOf(
  cached: Cached,
  accepted: string | undefined,
): { encoding: Encoding; bytes: Buffer } | undefined {
  if (!accepted || cached.body.length < least) return undefined
  const encoding = accepts(accepted, 'br') ? 'br' : accepts(accepted, 'gzip') ? 'gzip' : undefined
  if (!encoding) return undefined
  cached.encoded ??= {}
  const bytes = cached.encoded[encoding]
  if (bytes) return { encoding, bytes }
  if (bytes === undefined) begin(cached.encoded, encoding, cached.body)
  return undefined
}

function begin(made: Partial<Record<Encoding, Buffer | null>>, encoding: Encoding, body: string): void {
  made[encoding] = null
  encoders[encoding](body, (error, bytes) => {
    if (!error) made[encoding] = bytes
  })
}

function accepts(accepted: string, encoding: Encoding): boolean {
  const at = accepted.indexOf(encoding)
  return at >= 0 && !/^\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accepted.slice(at + encoding.length))
}

/** Of an encoded answer: the same content in other bytes, which a weak tag says (RFC 9110, 8.8.1). */
export const weak = (etag: string): string => `W/${etag}`
