import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'

/** A new id, UUIDv7: unique, and in the order of time within a process. */
export function newId(): string {
  return randomUUIDv7()
}

/** A secret of 256 bits for a bearer token, link or key; `prefix` tells people and scanners what it is. */
export function newToken(prefix: string): string {
  return `${prefix}_${randomBytes(32).toString('base64url')}`
}

/** Secrets of full entropy are kept as their SHA-256 only. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Whether a text has the form of an id, so that a wrong one is an unknown one and not an error. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
