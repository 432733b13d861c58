import { hash, randomBytes, randomUUIDv7 } from 'node:crypto'

let moment = ''
let turn = 0

/**
 * A new id, UUIDv7: unique, and in the order of making within a process, also where the clock stands still or goes
 * back. The twelve bits after the version count the ids of a millisecond (RFC 9562, 6.2, method 1).
 */
export function newId(): string {
  const id = randomUUIDv7()
  const now = id.slice(0, 13)
  turn = now > moment ? 0 : Math.min(turn + 1, 0xfff)
  if (now > moment) moment = now
  return `${moment}-7${turn.toString(16).padStart(3, '0')}${id.slice(18)}`
}

/** A secret of 256 bits for a bearer token, link or key; `prefix` tells people and scanners what it is. */
export function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** Secrets of full entropy are kept as their SHA-256 only. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** Whether a text has the form of an id, so that a wrong one is an unknown one and not an error. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
