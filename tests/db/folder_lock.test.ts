import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connectEmbedded } from '../../db/embedded.ts'
import { FolderInUse } from '../../db/lock.ts'
import { bareImage } from '../support/databases.ts'
import { nodeArguments } from '../support/node_arguments.ts'
import { migratedFolder } from '../support/operator.ts'

const program = fileURLToPath(new URL('../support/folder_child.ts', import.meta.url))
const children: ChildProcess[] = []
let home: string
let folder: string

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'parvis-lock-'))
  folder = join(home, 'data', 'postgres')
})

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
  await rm(home, { recursive: true, force: true })
})

/** A folder that was made before, as it is at any start but the first. */
async function made(): Promise<void> {
  await cp(await migratedFolder(), folder, { recursive: true })
}

/** Another process that opens a folder; with what it said once it could or could not. */
async function another(path = folder) {
  const child = fork(program, [path], { execArgv: nodeArguments })
  children.push(child)
  const [message] = (await once(child, 'message')) as [{ said: string; why?: string }]
  return { child, ...message }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** Every file of the database with its time and size. */
async function traces(): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    files.sort().map(async (file) => `${file} ${(await stat(file)).mtimeMs} ${(await stat(file)).size}`),
  )
}

describe('the folder of an embedded database', () => {
  it('belongs to one process: a second is refused, is told by whom it is held, and touches nothing', async () => {
    await made()
    const first = await another()
    expect(first.said).toBe('held')
    const before = await traces()
    expect(before.length).toBeGreaterThan(500)
    const second = await another()
    expect(second.said).toBe('refused')
    expect(second.why).toContain(`process ${first.child.pid}`)
    expect(second.why).toContain(folder)
    await expect(connectEmbedded({ folder })).rejects.toThrow(FolderInUse)
    expect(await traces()).toEqual(before)
  })

  it('is one folder by whatever path it is reached', async () => {
    await made()
    expect((await another()).said).toBe('held')
    await symlink(join(home, 'data'), join(home, 'other'))
    expect((await another(join(home, 'other', 'postgres'))).said).toBe('refused')
  })

  it('is free at once when its process is killed, and recovers without losing its lock', async () => {
    await made()
    const first = await another()
    expect(first.said).toBe('held')
    await kill(first.child)
    // Recovery opens and closes every file of the folder, by which a lock on one of them would be lost.
    expect((await another()).said).toBe('held')
    expect((await another()).said).toBe('refused')
  })

  it('is free when it is closed, also for this process, and only its owner may look into it', async () => {
    const first = await connectEmbedded({ folder, image: await bareImage() })
    await expect(connectEmbedded({ folder })).rejects.toThrow(FolderInUse)
    await first.close()
    const again = await connectEmbedded({ folder })
    await again.close()
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
  })

  it('is whole or absent: what a killed first start left beside it is made anew', async () => {
    const image = await bareImage()
    await (await connectEmbedded({ folder: `${folder}.new`, image })).close()
    await rm(join(`${folder}.new`, 'pg_wal'), { recursive: true })
    const database = await connectEmbedded({ folder, image })
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(database.db)
    await database.close()
    expect(rows).toEqual([{ one: 1 }])
    expect(await readFile(join(folder, 'PG_VERSION'), 'utf8')).toMatch(/^\d+/)
    expect(await readdir(join(folder, '..'))).not.toContain('postgres.new')
  })
})
