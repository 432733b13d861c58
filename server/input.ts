import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Env } from './context.ts'
import { Problem } from './errors.ts'
import { seen } from './lib/seen.ts'

// The fields that requests share. Lengths count code points, which is what people see and PostgreSQL counts.
// Half a character (a lone surrogate) is made a whole one: PostgreSQL's JSON refuses it. The mark that begins some files
// goes, wherever it was pasted to: nobody sees it, and JavaScript takes it for a space.

/** What is not seen, or turns the direction of what is. */
export const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Words of one line, the marks of a letter no more than any script has: hundreds would cover the lines above. */
export const onOneLine = (text: string) =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(/(\p{M}{8})\p{M}+/gu, '$1')
    .replaceAll('\ufeff', '')
    .replace(/\s+/gu, ' ')
    .trim()

const isSeen = (text: string) => text === '' || seen.test(text)
const notSeen = 'must have something to be seen'

/** One line of text without control characters, trimmed, between `min` and `max` code points. */
export function line(min: number, max: number) {
  return z
    .string()
    .max(max * 4)
    .transform(onOneLine)
    .refine((text) => !unseen.test(text), 'must not hold control characters')
    .refine(isSeen, notSeen)
    .refine((text) => within(text, min, max), `must have ${min} to ${max} characters`)
    .openapi({ type: 'string', minLength: min, maxLength: max })
}

/** Markdown or plain text of several lines, as written, between `min` and `max` code points. */
export function text(min: number, max: number) {
  return z
    .string()
    .max(max * 4)
    .transform((value) =>
      value
        .toWellFormed()
        .normalize('NFC')
        .replace(/\r\n?/g, '\n')
        .replace(/[\0\ufeff]/g, '')
        .trim(),
    )
    .refine(isSeen, notSeen)
    .refine((value) => within(value, min, max), `must have ${min} to ${max} characters`)
    .openapi({ type: 'string', minLength: min, maxLength: max })
}

function within(text: string, min: number, max: number): boolean {
  let count = 0
  for (const _ of text) if (++count > max) return false
  return count >= min
}

/** Words to look for, as typed: what PostgreSQL's texts cannot hold is a space. */
export const Words = z
  .string()
  .max(200)
  .transform((value) => value.normalize('NFC').replace(/\p{Cc}/gu, ' '))
  .openapi({ type: 'string', maxLength: 200 })

export const Slug = z
  .string()
  .max(40)
  .regex(/^[a-z0-9](-?[a-z0-9])*$/, 'must be lower-case letters, digits and single hyphens')

export const Email = z
  .string()
  .max(254)
  .transform((value) => value.trim().toLowerCase())
  .pipe(z.email())
  .openapi({ type: 'string', format: 'email' })

/** A whole number in a path or query, as text there. */
export const Whole = z
  .string()
  .regex(/^[1-9]\d{0,8}$/, 'must be a whole number')
  .transform(Number)
  .openapi({ type: 'integer', minimum: 1 })

export const Limit = z
  .string()
  .regex(/^\d{1,3}$/, 'must be a number from 1 to 100')
  .transform(Number)
  .refine((value) => value >= 1 && value <= 100, 'must be a number from 1 to 100')
  .optional()
  .openapi({ type: 'integer', minimum: 1, maximum: 100 })

export const Cursor = z.string().max(500).optional()

/** The bytes of a body that is not JSON, such as a picture, refused above `max` bytes. */
export async function bytesOf(c: Context<Env>, max: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(await c.req.arrayBuffer())
  if (bytes.length > max) throw new Problem('too_large')
  return bytes
}

/** The revision that an edit was made from, out of If-Match. */
export function revisionFrom(c: Context<Env>): number {
  const header = c.req.header('if-match')
  if (!header) throw new Problem('revision_required')
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim())
  if (!match) throw new Problem('invalid_input', 'If-Match must hold the revision that you read.')
  return Number(match[1])
}
