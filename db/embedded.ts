import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { assemble, type Database } from './connect.ts'
import { DurableFolder, durableParams, syncPath, syncTree } from './durable_folder.ts'
import type { Listener } from './listen.ts'
import { lockFolder } from './lock.ts'
import { columnTypes } from './types.ts'

export interface EmbeddedOptions {
  /** The folder that holds the database; without it the database lives in memory. */
  folder?: string
  /** A dump of a data folder to begin from, as made by `dumpDataDir`. */
  image?: Blob
  /** What to do when the disk fails a sync; the process ends unless told otherwise, as PostgreSQL itself would. */
  diskFailed?: (reason: Error) => void
}

/**
 * PostgreSQL inside this process (PGlite). It has no lock on its folder, and two processes on one folder
 * silently lose writes, so the folder is locked first and the second process is refused untouched. A commit
 * in a folder is on the disk when it is answered (docs/decisions/embedded-durability.md).
 */
export async function connectEmbedded(options: EmbeddedOptions): Promise<Database> {
  const unlock = options.folder ? await lockFolder(options.folder) : async () => {}
  try {
    const engine = await openEngine(options)
    const pool = new pg.Pool({
      ...createPgConfig(engine),
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 30_000,
      types: columnTypes,
    })
    const database = assemble('embedded', { pool, lines: pool }, listenInside(engine), async () => {
      await engine.close()
      await unlock()
    })
    engines.set(database, engine)
    if (options.folder) folders.set(database, resolve(options.folder))
    return database
  } catch (error) {
    await unlock()
    throw error
  }
}

const extensions = { btree_gin, pg_trgm, unaccent }

async function openEngine({ folder, image, diskFailed = stop }: EmbeddedOptions): Promise<PGlite> {
  if (!folder) return PGlite.create({ loadDataDir: image, extensions })
  const path = resolve(folder)
  if (!existsSync(join(path, 'PG_VERSION'))) await makeFolder(path, image)
  return PGlite.create({ fs: new DurableFolder(path, diskFailed), startParams: durableParams, extensions })
}

function stop(reason: Error): void {
  process.stderr.write(
    `The disk did not keep what was written to it, so the database stops: ${reason.message}\n`,
  )
  process.exit(1)
}

// Made beside its place and moved there whole, so that a process killed meanwhile leaves no half database.
async function makeFolder(path: string, image: Blob | undefined): Promise<void> {
  const fresh = `${path}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  const engine = await PGlite.create({ dataDir: fresh, loadDataDir: image, extensions })
  await engine.close()
  await syncTree(fresh)
  await rename(fresh, path)
  syncPath(dirname(path))
}

/** The engine behind an embedded database, for what SQL cannot do: dumping the folder. */
export function engineOf(database: Database): PGlite | undefined {
  return engines.get(database)
}

/** The folder that holds an embedded database; undefined where it lives in memory, or is a PostgreSQL. */
export function folderOf(database: Database): string | undefined {
  return folders.get(database)
}

const engines = new WeakMap<Database, PGlite>()
const folders = new WeakMap<Database, string>()

function listenInside(engine: PGlite): Listener {
  const stops: (() => Promise<void>)[] = []
  return {
    async listen(channel, callback) {
      stops.push(await engine.listen(channel, callback))
    },
    listening: () => true,
    async close() {
      for (const stop of stops) await stop().catch(() => {})
    },
  }
}
