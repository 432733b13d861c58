import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Env } from '../context.ts'
import { isConnectionFailure, Problem } from '../errors.ts'
import { findSite } from './site.ts'

const maxJson = 256 * 1024
const maxPicture = 5 * 1024 * 1024
const maxImage = 10 * 1024 * 1024

const mostPassed = 16 * 1024 * 1024

const packed = 'Send the body as it is, without Content-Encoding.'

const limited = (maxSize: number) =>
  bodyLimit({
    maxSize,
    async onError(c) {
      const short = Number(c.req.header('content-length')) <= mostPassed
      const over = short && (await letPass(c.req.raw.body))
      throw new Problem('too_large', undefined, over ? {} : { headers: { connection: 'close' } })
    },
  })
const limitedJson = limited(maxJson)
const limitedPicture = limited(maxPicture)
const limitedImage = limited(maxImage)

/**
 * Lets what is left of a refused body go by, or its client would hear of a broken connection instead of the refusal, now
 * or with its next request. False where there is too much of it, or another reads it: the connection then ends.
 */
async function letPass(body: ReadableStream<Uint8Array> | null): Promise<boolean> {
  if (!body || body.locked) return false
  let left = mostPassed
  try {
    for await (const part of body) {
      left -= part.length
      if (left < 0) return false
    }
    return true
  } catch {
    return false
  }
}

/** What bounds a body of bytes, where a route takes one. */
function rawLimit(method: string, path: string): typeof limitedPicture | undefined {
  if (method === 'PUT' && path.endsWith('/me/picture')) return limitedPicture
  return method === 'POST' && path.endsWith('/images') ? limitedImage : undefined
}

/**
 * Bodies are bounded before they are read: in bytes, in depth, in type. JSON everywhere, images where a
 * picture or an image is given. What is no body at all passes; its route's schema says whether one was needed.
 * JSON is read before it is asked who sends it, so that rights are those of the moment at which it is all there.
 */
export const requestBody: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD' || c.req.method === 'OPTIONS') return next()
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase()
  const empty =
    c.req.header('content-length') === '0' ||
    (!c.req.header('content-length') && !c.req.header('transfer-encoding'))
  // A few bytes may unpack into gigabytes, so nothing packed is taken.
  if (c.req.header('content-encoding') !== undefined) throw new Problem('unsupported_media_type', packed)
  const raw = rawLimit(c.req.method, c.req.path)
  if (raw) {
    if (!type.startsWith('image/')) throw new Problem('unsupported_media_type')
    return raw(c, next)
  }
  if (empty && !type) return next()
  if (type !== 'application/json') throw new Problem('unsupported_media_type')
  return limitedJson(c, async () => {
    checkJson(await c.req.text().catch(refuseBroken))
    // It may have been half a minute on its way. Operators' requests are of no site.
    await (c.get('site') ? findSite(c, next) : next())
  })
}

/** A client that goes away while it sends is no failure of ours, nor of the database. */
function refuseBroken(error: Error): never {
  throw isConnectionFailure(error) ? new Problem('malformed_json', 'The body broke off.') : error
}

/** Refuses what is not JSON, or is nested deeper or has more parts than any request of ours needs. */
function checkJson(text: string): void {
  let depth = 0
  let parts = 0
  let quoted = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (quoted) {
      if (code === 92) index++
      else if (code === 34) quoted = false
    } else if (code === 34) quoted = true
    else if (code === 91 || code === 123) {
      if (++depth > 20) throw new Problem('malformed_json', 'The body is nested too deeply.')
    } else if (code === 93 || code === 125) depth--
    else if (code === 44 && ++parts > 5000)
      throw new Problem('malformed_json', 'The body has too many parts.')
  }
  try {
    JSON.parse(text)
  } catch {
    throw new Problem('malformed_json')
  }
}
