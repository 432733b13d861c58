import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive: bytes are packed as they are, for they are images; text comes in pieces and is compressed. */
export interface ZipFile {
  name: string
  data: Buffer | AsyncIterable<string>
}

interface Entry {
  name: Buffer
  flags: number
  method: number
  crc: number
  packed: number
  size: number
  offset: number
}

const inUtf8 = 0x0800
const sizesFollow = 0x0008
const stored = 0
const deflated = 8
const version = 20

/**
 * A ZIP archive (APPNOTE 6.3.10, without ZIP64: under 4 GB and 65,535 files) in pieces, made as it is read, so that it
 * takes the memory of its largest piece. `at` is the time that its files bear, in UTC.
 */
export async function* zipOf(files: AsyncIterable<ZipFile>, at: Date): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  const time = dosTime(at)
  let offset = 0
  const placed = (bytes: Buffer) => {
    offset += bytes.length
    return bytes
  }
  for await (const { name, data } of files) {
    const entry = { name: Buffer.from(name), offset, crc: 0, packed: 0, size: 0 }
    if (Buffer.isBuffer(data)) {
      const whole = { crc: crc32(data), packed: data.length, size: data.length }
      const made = { ...entry, ...whole, flags: inUtf8, method: stored }
      entries.push(made)
      yield placed(localHeader(made, time))
      yield placed(data)
    } else {
      const made = { ...entry, flags: inUtf8 | sizesFollow, method: deflated }
      entries.push(made)
      yield placed(localHeader(made, time))
      for await (const piece of compressed(data, made)) yield placed(piece)
      yield placed(words([0x08074b50, 4], [made.crc, 4], [made.packed, 4], [made.size, 4]))
    }
  }
  const start = offset
  for (const entry of entries) yield placed(directoryEntry(entry, time))
  const [count, length] = [entries.length, offset - start]
  yield words([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [start, 4], [0, 2])
}

async function* compressed(text: AsyncIterable<string>, entry: Entry): AsyncGenerator<Buffer> {
  async function* counted() {
    for await (const piece of text) {
      const bytes = Buffer.from(piece)
      entry.crc = crc32(bytes, entry.crc)
      entry.size += bytes.length
      yield bytes
    }
  }
  // Where reading fails, the reader of what is compressed is told.
  const packed = pipeline(Readable.from(counted()), createDeflateRaw(), () => {})
  for await (const piece of packed as AsyncIterable<Buffer>) {
    entry.packed += piece.length
    yield piece
  }
}

/** What both kinds of header say of a file, from the version to the length of its name. */
const common = ({ name, flags, method, crc, packed, size }: Entry, time: number): Field[] => [
  [version, 2],
  [flags, 2],
  [method, 2],
  [time, 4],
  [crc, 4],
  [packed, 4],
  [size, 4],
  [name.length, 2],
  [0, 2],
]

const localHeader = (entry: Entry, time: number) =>
  Buffer.concat([words([0x04034b50, 4], ...common(entry, time)), entry.name])

const directoryEntry = (entry: Entry, time: number) =>
  Buffer.concat([
    words([0x02014b50, 4], [version, 2], ...common(entry, time)),
    words([0, 2], [0, 2], [0, 2], [0, 4], [entry.offset, 4]),
    entry.name,
  ])

type Field = [value: number, bytes: 2 | 4]

function words(...fields: Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [, length]) => sum + length, 0))
  let at = 0
  for (const [value, length] of fields) at = bytes.writeUIntLE(value, at, length)
  return bytes
}

function dosTime(at: Date): number {
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  return ((day << 16) | time) >>> 0
}
