import { mkdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export class FolderInUse extends Error {
  constructor(folder: string, holder: string) {
    super(
      `The folder ${folder} is in use by another Parvis process${holder}. ` +
        'Stop that process, or set DATA_DIR to another folder. Nothing was touched.',
    )
    this.name = 'FolderInUse'
  }
}

/**
 * Takes the folder for this process alone, until the returned function is called or the process dies,
 * however it dies. What is held is a lock of the file system on `{folder}.lock`, which the kernel takes back
 * with its process and which also holds between containers that share a volume. Node offers such locks
 * through SQLite alone, whose empty file serves for nothing else.
 *
 * The file lies beside the folder and not in it: PostgreSQL opens and closes every file of its folder when it
 * recovers, and a process that closes a file loses its locks on it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  await makeFolders(resolve(folder))
  const path = await realpath(folder) // A folder reached by two paths is one lock.
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 })
  try {
    lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error
    const holder = await readFile(`${path}.pid`, 'utf8').catch(() => '')
    throw new FolderInUse(path, /^\d+$/.test(holder) ? ` (process ${holder})` : '')
  }
  await writeFile(`${path}.pid`, String(process.pid))
  return async () => {
    if (!lock.isOpen) return
    await rm(`${path}.pid`, { force: true })
    lock.close()
  }
}

/** Makes a folder and those above it. Node's own way of that never ends where the system refuses, such as in /proc. */
async function makeFolders(path: string): Promise<void> {
  const make = () =>
    mkdir(path, { mode: 0o700 }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST' || !(await stat(path)).isDirectory()) throw error
    })
  try {
    await make()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || path === dirname(path)) throw error
    await makeFolders(dirname(path))
    await make()
  }
}

const sqliteBusy = 5
