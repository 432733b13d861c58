import { constants } from 'node:fs'
import { access, mkdtemp, readdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'

const memory = '/dev/shm'
const prefix = 'parvis-test-'

/** For what a whole run keeps at once: a few embedded databases of 43 MB, and what browsers put away. */
const enough = 1e9

/**
 * A folder for this run's files that is in memory: writing the 1400 files of an embedded database to a disk costs
 * more than all that a test asks of it. Undefined where the system has no room for one.
 */
export async function folderInMemory(): Promise<{ path: string; remove(): Promise<void> } | undefined> {
  const space = await access(memory, constants.W_OK)
    .then(() => statfs(memory))
    .catch(() => undefined)
  if (!space || space.bavail * space.bsize < enough) return undefined
  await removeLeftovers()
  const path = await mkdtemp(join(memory, `${prefix}${process.pid}-`))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Removes the folders of runs that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(memory)) {
    const [, run] = new RegExp(`^${prefix}(\\d+)-`).exec(name) ?? []
    if (run && !isAlive(Number(run))) await rm(join(memory, name), { recursive: true, force: true })
  }
}

function isAlive(run: number): boolean {
  try {
    return process.kill(run, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
