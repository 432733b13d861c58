import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

// How a key looks: `pvk_`, 43 digits of base 62 that hold 256 random bits, and 6 that are the CRC-32 of all before.
// One word to a double click, found by a scanner of secrets with one expression, and told from look-alikes by its sum.

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const form = /^pvk_[0-9A-Za-z]{49}$/
const prefix = 'pvk_'

export function newKeyText(): string {
  const secret = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), 43)
  return withSum(`${prefix}${secret}`)
}

/** Whether a bearer says that it is a key, however broken. */
export function claimsToBeKey(text: string): boolean {
  return text.startsWith(prefix)
}

/** Whether a text can be a key: of its form, with the right sum. What is mistyped or cut off costs no look-up. */
export function isKeyText(text: string): boolean {
  return form.test(text) && withSum(text.slice(0, -6)) === text
}

const withSum = (text: string): string => `${text}${base62(BigInt(crc32(text)), 6)}`

function base62(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest /= 62n) text = digits[Number(rest % 62n)] + text
  return text
}
