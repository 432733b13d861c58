import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { connectEmbedded } from '../../db/embedded.ts'
import { embeddedImage, schemaHash } from './databases.ts'
import { nodeArguments } from './node_arguments.ts'
import { ownEmpty, ownMigrated, underTest } from './own_database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** A place for a database of one's own, as an operator's environment names it. */
export interface Place {
  env: Record<string, string>
  /** The folder that is DATA_DIR, there or not. */
  dataDir: string
  remove(): Promise<void>
}

/** With a migrated database and no site in it, or as it is before Parvis was ever started. */
export async function newPlace(
  kind = underTest(),
  state: 'migrated' | 'untouched' = 'migrated',
): Promise<Place> {
  const home = await mkdtemp(join(tmpdir(), 'parvis-place-'))
  const dataDir = join(home, 'data')
  const away = () => rm(home, { recursive: true, force: true })
  if (kind === 'embedded') {
    if (state === 'migrated') await cp(await migratedFolder(), join(dataDir, 'postgres'), { recursive: true })
    return { env: { DATA_DIR: dataDir }, dataDir, remove: away }
  }
  const own = state === 'migrated' ? await ownMigrated('postgres') : await ownEmpty('postgres')
  await own.database.close()
  const remove = async () => {
    await own.remove()
    await away()
  }
  return { env: { DATA_DIR: dataDir, DATABASE_URL: own.url! }, dataDir, remove }
}

/** Copying a folder takes a tenth of the time that making one does. It is kept as the image is. */
export async function migratedFolder(): Promise<string> {
  const cache = fileURLToPath(new URL('../.cache/', import.meta.url))
  const kept = join(cache, `folder-${await schemaHash()}`)
  if (existsSync(kept)) return join(kept, 'postgres')
  const image = await embeddedImage()
  const fresh = await mkdtemp(join(cache, 'new-'))
  const database = await connectEmbedded({ folder: join(fresh, 'postgres'), image })
  await database.close()
  // Another worker may have made it meanwhile; either will do.
  await rename(fresh, kept).catch(() => rm(fresh, { recursive: true, force: true }))
  return join(kept, 'postgres')
}

export interface Said {
  code: number
  out: string
  err: string
}

/** Runs one of the operator's commands as npm does, in a process of its own. */
export function operate(command: string, args: string[], env: Record<string, string>): Promise<Said> {
  return say(process.execPath, [...nodeArguments, join(root, `server/cli/${command}.ts`), ...args], env)
}

/** Runs it by npm itself, word for word as the operator types it. */
export function operateByNpm(command: string, args: string[], env: Record<string, string>): Promise<Said> {
  return say('npm', ['run', command, '--', ...args], env)
}

function say(program: string, args: string[], more: Record<string, string>): Promise<Said> {
  const { PATH, HOME, NODE_COMPILE_CACHE } = process.env
  const env = { PATH, HOME, NODE_COMPILE_CACHE, DEMO: '0', ...more }
  return new Promise((done) => {
    execFile(program, args, { cwd: root, env }, (error, out, err) =>
      done({ code: error ? Number(error.code ?? -1) : 0, out, err }),
    )
  })
}
