import { Problem } from './errors.ts'
import { isId } from './lib/ids.ts'

/** A sort key's part in a cursor. */
export type KeyPart = string | number

/** A cursor carries the list's name and the full sort key of the last row shown. */
export function makeCursor(list: string, key: KeyPart[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString('base64url')
}

/** What a part may be, so that the database reads it without an error. moment: microseconds since 1970. */
type PartType = 'string' | 'number' | 'whole' | 'moment' | 'id'

const partForms: Record<PartType, (part: unknown) => boolean> = {
  number: (part) => Number.isFinite(part),
  string: (part) => typeof part === 'string' && part.length <= 100 && !part.includes('\0'),
  whole: (part) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
  moment: (part) => typeof part !== 'object' && /^\d{1,16}$/.test(String(part)),
  id: (part) => typeof part === 'string' && isId(part),
}

/** Reads a cursor back: a problem unless it belongs to this list and its parts have the given types. */
export function readCursor<T extends KeyPart[]>(
  cursor: string | undefined,
  list: string,
  types: { [K in keyof T]: PartType },
): T | undefined {
  if (cursor === undefined) return undefined
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString())
  } catch {
    throw new Problem('broken_cursor')
  }
  if (!Array.isArray(parts) || parts.length !== types.length + 1 || parts[0] !== list)
    throw new Problem('broken_cursor')
  const key = parts.slice(1)
  if (!key.every((part, index) => partForms[types[index]!](part))) throw new Problem('broken_cursor')
  return key as T
}

/** A page of at most `limit` rows out of the `limit + 1` that were asked for, and the cursor after them. */
export function page<Row>(
  rows: Row[],
  limit: number,
  cursorAfter: (row: Row) => string,
): { rows: Row[]; next: string | null } {
  const shown = rows.slice(0, limit)
  return { rows: shown, next: rows.length > limit ? cursorAfter(shown.at(-1)!) : null }
}

export const pageSize = 20
