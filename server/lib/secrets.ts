import { randomBytes } from 'node:crypto'

/** A signing secret of 256 bits. Its HS256 key is the UTF-8 bytes of this text as shown, undecoded. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}
