import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'

// A backup: gzip of lines of JSON. First the header. Then for each table an object that names it and an array
// for each row: the text that PostgreSQL gives for each column's value (bytea as base64), or null. Then the
// jobs not yet done, and those given up that somebody may still ask for. Last the trailer, with the counts and the SHA-256 of every byte before it.

export const formatName = 'parvis-backup'
export const formatVersion = 1

export interface Header {
  format: typeof formatName
  version: number
  /** The schema's version: the name of its last migration. */
  schema: string
  createdAt: string
  tables: { name: string; columns: string[] }[]
}

/** Work queued and not yet done, or given up. Backups made before have the first three alone. */
export interface Job {
  queue: string
  data: object
  startAfter: string
  /** By which its failure is listed. */
  id?: string
  state?: 'created' | 'retry' | 'failed'
  /** How often it was tried again. */
  retries?: number
}

export interface Trailer {
  end: true
  rows: Record<string, number>
  jobs: number
  sha256: string
}

export type Row = (string | null)[]

export type Line =
  | { kind: 'header'; header: Header }
  | { kind: 'table'; table: string }
  | { kind: 'row'; row: Row }
  | { kind: 'job'; job: Job }
  | { kind: 'trailer'; trailer: Trailer }

/** A backup that cannot be made or taken in, and why, for the operator to read. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused'
}

/** More than any row of ours; a file with a longer line is not one of ours. */
const longestLine = 128 * 1024 * 1024

/**
 * The lines of a backup, parsed, and proved at the end: the last one is the trailer and everything fits it.
 * Throws ArchiveRefused for whatever is not a whole backup, at the latest after the last line.
 */
export async function* readArchive(file: string): AsyncGenerator<Line> {
  const hash = createHash('sha256')
  const rows = new Map<string, number>()
  let jobs = 0
  let table: string | undefined
  let trailer: Trailer | undefined
  let first = true
  for await (const text of textLines(file)) {
    if (trailer) throw broken('there is something after its end')
    const line = parse(text, first)
    first = false
    if (line.kind === 'trailer') trailer = line.trailer
    else hash.update(text).update('\n')
    if (line.kind === 'table') {
      table = line.table
      rows.set(table, 0)
    } else if (line.kind === 'row') {
      if (table === undefined) throw broken('a row stands before its table')
      rows.set(table, rows.get(table)! + 1)
    } else if (line.kind === 'job') jobs++
    yield line
  }
  if (!trailer) throw broken('its end is missing: it was cut off')
  if (trailer.sha256 !== hash.digest('hex')) throw broken('its checksum does not fit')
  const sorted = (entries: Iterable<[string, number]>) => JSON.stringify([...entries].sort())
  if (sorted(rows) !== sorted(Object.entries(trailer.rows)) || jobs !== trailer.jobs)
    throw broken('its counts do not fit')
}

function parse(text: string, first: boolean): Line {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    if (first) throw new ArchiveRefused('This file is not a Parvis backup.')
    throw broken('a line is not JSON')
  }
  if (first) return { kind: 'header', header: headerOf(value) }
  if (Array.isArray(value)) {
    if (value.every((cell) => cell === null || typeof cell === 'string')) return { kind: 'row', row: value }
  } else if (value && typeof value === 'object') {
    const line = value as Record<string, unknown>
    if (typeof line.table === 'string') return { kind: 'table', table: line.table }
    if (line.job && typeof line.job === 'object') return { kind: 'job', job: line.job as Job }
    if (line.end === true && line.rows && typeof line.rows === 'object')
      return { kind: 'trailer', trailer: value as Trailer }
  }
  throw broken('a line is none of its kinds')
}

function headerOf(value: unknown): Header {
  const header = (value ?? {}) as Header
  if (header.format !== formatName) throw new ArchiveRefused('This file is not a Parvis backup.')
  if (header.version !== formatVersion) {
    throw new ArchiveRefused(
      `This backup has format ${header.version}, and this Parvis reads format ${formatVersion}. Restore it with the Parvis that made it, or a later one.`,
    )
  }
  if (typeof header.schema !== 'string' || !Array.isArray(header.tables))
    throw broken('its header is incomplete')
  return header
}

export function broken(how: string): ArchiveRefused {
  return new ArchiveRefused(`This backup is damaged: ${how}.`)
}

async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const plain = createGunzip()
  source.on('error', (error) => plain.destroy(error))
  source.pipe(plain)
  let parts: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of plain as AsyncIterable<Buffer>) {
      let from = 0
      for (let to = chunk.indexOf(10); to !== -1; to = chunk.indexOf(10, from)) {
        parts.push(chunk.subarray(from, to))
        yield Buffer.concat(parts).toString()
        parts = []
        length = 0
        from = to + 1
      }
      parts.push(chunk.subarray(from))
      length += chunk.length - from
      if (length > longestLine) throw broken('a line is too long')
    }
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, file)
  } finally {
    source.destroy()
  }
  if (length) throw broken('its end is missing: it was cut off')
}

function explain(error: NodeJS.ErrnoException, file: string): Error {
  if (error.code === 'ENOENT') return new ArchiveRefused(`There is no file ${file}.`)
  if (error.code === 'EISDIR') return new ArchiveRefused(`${file} is a folder and not a file.`)
  if (error.code === 'Z_BUF_ERROR') return broken('its end is missing: it was cut off')
  if (error.code === 'Z_DATA_ERROR' && /incorrect header/.test(error.message)) {
    return new ArchiveRefused('This file is not a Parvis backup.')
  }
  if (error.code?.startsWith('Z_')) return broken('it cannot be decompressed')
  return error
}
