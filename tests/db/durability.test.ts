import fs from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import { migratedFolder } from '../support/operator.ts'

// Node's own fsyncSync is listened to here, or made to fail as a dying disk does: what lies below it is the
// kernel's. That it reaches the kernel was seen with strace (docs/decisions/embedded-durability.md).

const real = fs.fsyncSync
let syncs = 0
let failures = 0
let home: string
let database: Database

function disk(sync: (descriptor: number) => void): void {
  fs.fsyncSync = sync as typeof fs.fsyncSync
  syncBuiltinESMExports()
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'parvis-durable-'))
  failures = 0
  const folder = join(home, 'postgres')
  await cp(await migratedFolder(), folder, { recursive: true })
  database = await connectEmbedded({ folder, diskFailed: () => failures++ })
  await sql`create table marks (n int primary key)`.execute(database.db)
  syncs = 0
  disk((descriptor) => {
    syncs++
    real(descriptor)
  })
})

afterEach(async () => {
  disk(real)
  if (!failures) await database.close() // One that has panicked answers nothing any more.
  await rm(home, { recursive: true, force: true })
})

describe('a commit in a folder', () => {
  it('is made by a PostgreSQL that syncs, by the method that is carried through to the kernel', async () => {
    const { rows } = await sql<{ fsync: string; method: string; commit: string }>`
      select current_setting('fsync') as fsync, current_setting('wal_sync_method') as method,
        current_setting('synchronous_commit') as commit`.execute(database.db)
    expect(rows).toEqual([{ fsync: 'on', method: 'fsync', commit: 'on' }])
  })

  it('syncs the log once before it is answered; a read and a rollback sync nothing', async () => {
    for (let n = 1; n <= 20; n++) {
      await sql`insert into marks values (${n})`.execute(database.db)
      expect(syncs).toBeGreaterThanOrEqual(n)
    }
    expect(syncs).toBeLessThan(30)
    const before = syncs
    await sql`select * from marks`.execute(database.db)
    await database.db
      .transaction()
      .execute(async (trx) => {
        await sql`insert into marks values (100)`.execute(trx)
        throw new Error('taken back')
      })
      .catch(() => {})
    expect(syncs).toBe(before)
  })

  it('is not acknowledged where the disk refuses it, and the process is told to end', async () => {
    await sql`insert into marks values (1)`.execute(database.db)
    disk(() => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' })
    })
    await expect(sql`insert into marks values (2)`.execute(database.db)).rejects.toThrow()
    await vi.waitFor(() => expect(failures).toBeGreaterThan(0))
  })
})
