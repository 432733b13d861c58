import { closeSync, fsyncSync, openSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** What PGlite starts PostgreSQL with, its `-F` (fsync off) taken out and a method named that reaches us. */
export const durableParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
]

/** The parts of Emscripten's file system that are used here; they are not in its types. */
interface Stream {
  node: unknown
  nfd?: number
}
interface Emscripten {
  NODEFS: { realPath(node: unknown): string; stream_ops: { fsync?(stream: Stream): number } }
}

const inputOutputError = 29 // EIO, by WASI's numbers

/**
 * A folder on which a commit is answered once the disk has it. Emscripten's file system on Node ignores
 * fsync() and fdatasync(), so that `fsync=on` alone does nothing; here fsync() is carried through to the kernel.
 * `diskFailed` is told when that fails: PostgreSQL then panics, since nobody can say any more what the disk
 * holds, and answers nothing until it is opened anew.
 */
export class DurableFolder extends NodeFS {
  private readonly diskFailed: (reason: Error) => void

  constructor(folder: string, diskFailed: (reason: Error) => void) {
    super(folder)
    this.diskFailed = diskFailed
  }

  override async init(...options: Parameters<NodeFS['init']>) {
    const made = await super.init(...options)
    made.emscriptenOpts.preRun?.push((module: unknown) => carryThrough(module as Emscripten, this.diskFailed))
    return made
  }
}

function carryThrough({ NODEFS }: Emscripten, diskFailed: (reason: Error) => void): void {
  NODEFS.stream_ops.fsync = (stream) => {
    try {
      // Emscripten opens nothing for a directory.
      if (stream.nfd === undefined) syncPath(NODEFS.realPath(stream.node))
      else fsyncSync(stream.nfd)
      return 0
    } catch (error) {
      setImmediate(() => diskFailed(error as Error))
      return inputOutputError
    }
  }
}

/** Brings what a file or directory holds to the disk. PostgreSQL does so with a directory it renamed in. */
export function syncPath(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Brings a folder that was just made, with all that is in it, to the disk. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) syncPath(join(entry.parentPath, entry.name))
  }
  syncPath(folder)
}
