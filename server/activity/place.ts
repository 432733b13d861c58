import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** A place in the sequence of a site, and when it was given out, in milliseconds since 1970. */
export interface Place {
  seq: number
  at: number
}

const form = /^[\w-]{22}$/

/**
 * A place as a client holds it: one sealed block. A bare sequence would tell by its gaps how much happens on boards
 * that its reader may not see. Two of one place are different, so that not even whether something happened shows.
 * Whoever forges one would still be told nothing but what they may read.
 */
export function sealPlace(key: string, { seq, at }: Place): string {
  const block = Buffer.alloc(16)
  block.writeUIntBE(seq, 0, 6)
  block.writeUInt32BE(Math.floor(at / 1000), 6)
  randomBytes(2).copy(block, 10)
  const cipher = createCipheriv('aes-128-ecb', keyOf(key), null).setAutoPadding(false)
  return cipher.update(block).toString('base64url')
}

/** Undefined for what this site's key did not seal. */
export function openPlace(key: string, text: string): Place | undefined {
  if (!form.test(text)) return undefined
  const decipher = createDecipheriv('aes-128-ecb', keyOf(key), null).setAutoPadding(false)
  const block = decipher.update(Buffer.from(text, 'base64url'))
  if (block.readUInt32BE(12) !== 0) return undefined
  return { seq: block.readUIntBE(0, 6), at: block.readUInt32BE(6) * 1000 }
}

const keyOf = (uuid: string) => Buffer.from(uuid.replaceAll('-', ''), 'hex')
