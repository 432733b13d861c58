import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { orderOf, readCatalog } from '../../db/archive/catalog.ts'
import type { Job } from '../../db/archive/format.ts'
import { checkArchive, restoreArchive } from '../../db/archive/restore.ts'
import { writeArchive } from '../../db/archive/write.ts'
import type { Database } from '../../db/connect.ts'
import { schemaVersion } from '../../db/migrate.ts'
import { fillEveryType } from '../support/every_type.ts'
import { hashes } from '../support/hashes.ts'
import { type Own, ownEmpty, ownMigrated, underTest } from '../support/own_database.ts'

let home: string
let file: string
/** The tables of the database that was backed up, each with a hash of its ordered rows. */
let before: Record<string, string>
const open: Own[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'parvis-backup-'))
  file = join(home, 'all.parvis')
  const source = await ownMigrated('embedded')
  await fillEveryType(source.database)
  before = await hashes(source.database)
  await writeArchive(source.database.db, file)
  await source.drop()
})

afterAll(() => rm(home, { recursive: true, force: true }))

afterEach(async () => {
  for (const own of open.splice(0)) await own.drop()
})

async function target(make: () => Promise<Own> = ownMigrated): Promise<Database> {
  const own = await make()
  open.push(own)
  return own.database
}

const lines = async (path = file) =>
  gunzipSync(await readFile(path))
    .toString()
    .split('\n')
    .slice(0, -1)

/** Writes lines as a backup whose trailer fits them, as a forger would. */
async function forge(name: string, all: string[], recount = true): Promise<string> {
  const body = all.slice(0, -1)
  const trailer = JSON.parse(all.at(-1)!)
  const text = body.map((line) => `${line}\n`).join('')
  if (recount) trailer.sha256 = createHash('sha256').update(text).digest('hex')
  const path = join(home, name)
  await writeFile(path, gzipSync(`${text}${JSON.stringify(trailer)}\n`))
  return path
}

const noJobs = async () => {}

describe('a backup', () => {
  it(`carries every table without loss from embedded to ${underTest()} and back`, async () => {
    const filled = Object.values(before).filter((hash) => !hash.startsWith('0 '))
    expect(filled.length).toBeGreaterThan(20)
    expect(Object.keys(before)).toContain('later_table')

    const second = await target()
    await fillEveryType(second, 'tables only')
    await restoreArchive(second.db, file, noJobs)
    expect(await hashes(second)).toEqual(before)

    const back = join(home, 'back.parvis')
    await writeArchive(second.db, back)
    const third = await target(() => ownMigrated('embedded'))
    await fillEveryType(third, 'tables only')
    await restoreArchive(third.db, back, noJobs)
    expect(await hashes(third)).toEqual(before)
  }, 180_000)

  it('is the same lines from every database, so that two can be compared', async () => {
    const second = await target()
    await fillEveryType(second, 'tables only')
    await restoreArchive(second.db, file, noJobs)
    const again = join(home, 'again.parvis')
    await writeArchive(second.db, again)
    const rows = async (path: string) =>
      (await lines(path)).slice(1, -1).filter((line) => !line.startsWith('{"job"'))
    expect(await rows(again)).toEqual(await rows(file))
  }, 180_000)

  it('is one moment: what is written meanwhile is wholly there or wholly absent', async () => {
    const database = await target()
    const siteId = '00000000-0000-7000-8000-00000000000a'
    await sql`insert into sites (id, slug, name, locale) values (${siteId}, 'moment', 'Moment', 'en')`.execute(
      database.db,
    )
    let stop = false
    const addPair = (n: number) =>
      database.db.transaction().execute(async (trx) => {
        await sql`insert into companies (site_id, id, external_id, name)
          values (${siteId}, gen_random_uuid(), ${`c${n}`}, 'C')`.execute(trx)
        await sql`insert into site_origins (site_id, origin) values (${siteId}, ${`https://o${n}.example`})`.execute(
          trx,
        )
      })
    await addPair(0)
    const writing = (async () => {
      for (let n = 1; !stop; n++) {
        await addPair(n)
        await setImmediate() // An embedded database never lets anything else in by itself.
      }
    })()
    const path = join(home, 'moment.parvis')
    await writeArchive(database.db, path)
    stop = true
    await writing
    const { rows } = (await checkArchive(path)).trailer
    expect(rows.companies).toBeGreaterThan(0)
    expect(rows.companies).toBe(rows.site_origins)
  })

  it('is private, appears whole, and never over a file that is there', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    expect((await readdir(home)).filter((name) => name.endsWith('.partial'))).toEqual([])
    const database = await target()
    const taken = join(home, 'taken.parvis')
    await writeFile(taken, 'mine')
    await expect(writeArchive(database.db, taken)).rejects.toThrow('is there already')
    expect(await readFile(taken, 'utf8')).toBe('mine')
    await expect(writeArchive(database.db, join(home, 'none', 'x.parvis'))).rejects.toThrow('folder of')
    const under = join(home, 'under.parvis')
    await writeFile(`${under}.partial`, 'another one’s')
    await expect(writeArchive(database.db, under)).rejects.toThrow('under way')
    expect(await readFile(`${under}.partial`, 'utf8')).toBe('another one’s')
    await rm(`${under}.partial`)
  })

  it('leaves nothing where it is broken off, or where there is no database of ours', async () => {
    const database = await target()
    const path = join(home, 'off.parvis')
    await expect(writeArchive(database.db, path, AbortSignal.abort())).rejects.toThrow()
    const nothing = await target(ownEmpty)
    await expect(writeArchive(nothing.db, path)).rejects.toThrow('no Parvis database')
    expect((await readdir(home)).filter((name) => name.startsWith('off'))).toEqual([])
  })

  it('holds the work that waits, and gives it again with the same moment', async () => {
    const jobs = (await lines()).filter((line) => line.startsWith('{"job"'))
    expect(jobs.map((line) => JSON.parse(line))).toEqual([
      {
        job: {
          queue: 'mail',
          data: { to: 'späť@x.example', n: 1 },
          startAfter: '2035-01-02T03:04:05.678Z',
          id: expect.any(String),
          state: 'created',
          retries: 0,
        },
      },
    ])
    const database = await target()
    await fillEveryType(database, 'tables only')
    const sent: Job[] = []
    const restored = await restoreArchive(database.db, file, async (_trx, job) => void sent.push(job))
    expect(restored.jobs).toBe(1)
    expect(sent.map((job) => job.startAfter)).toEqual(['2035-01-02T03:04:05.678Z'])
  })
})

describe('restoring refuses, and touches nothing', () => {
  /** One empty database for all refusals, since each leaves it as it was. */
  let refusing: Own
  let empty: Record<string, string>

  beforeAll(async () => {
    refusing = await ownMigrated()
    await fillEveryType(refusing.database, 'tables only')
    empty = await hashes(refusing.database)
  })

  afterAll(() => refusing.drop())

  /** Tries it on an empty database, and looks whether it still is. */
  async function refusal(path: string, why: RegExp | string, send: typeof noJobs = noJobs): Promise<void> {
    const { database } = refusing
    await expect(restoreArchive(database.db, path, send)).rejects.toThrow(why)
    expect(await hashes(database)).toEqual(empty)
    const loose = (await readCatalog(database.db)).loose.map((key) => `${key.name} ${key.deferrable}`)
    expect(loose).toEqual(expect.arrayContaining(['posts_site_id_parent_id_fkey false']))
  }

  it('a file that was cut off anywhere, before it opens the database for writing', async () => {
    const whole = await readFile(file)
    const cut = join(home, 'cut.parvis')
    for (let part = 0; part < 20; part++) {
      await writeFile(cut, whole.subarray(0, Math.floor((whole.length * part) / 20)))
      await expect(checkArchive(cut)).rejects.toThrow(/damaged/)
    }
    await writeFile(cut, whole.subarray(0, whole.length - 1))
    await refusal(cut, /cut off/)
    const all = await lines()
    await writeFile(cut, gzipSync(all.slice(0, -1).join('\n')))
    await refusal(cut, /cut off/)
  }, 180_000)

  it('a file with a changed byte, a lost row, a doubled row or a second end', async () => {
    const all = await lines()
    const row = all.findIndex((line) => line.startsWith('["'))
    const changed = [...all]
    changed[row] = changed[row]!.replace(/[0-9]/, (digit) => String((Number(digit) + 1) % 10))
    expect(changed[row]).not.toBe(all[row])
    await expect(checkArchive(await forge('changed.parvis', changed, false))).rejects.toThrow('checksum')
    await expect(checkArchive(await forge('lost.parvis', all.toSpliced(row, 1)))).rejects.toThrow('counts')
    await expect(
      checkArchive(await forge('doubled.parvis', all.toSpliced(row, 0, all[row]!))),
    ).rejects.toThrow('counts')
    await expect(checkArchive(await forge('ends.parvis', [...all, all.at(-1)!]))).rejects.toThrow(
      'after its end',
    )
    const bytes = await readFile(file)
    bytes[Math.floor(bytes.length / 2)]! ^= 0xff
    await writeFile(join(home, 'flipped.parvis'), bytes)
    await expect(checkArchive(join(home, 'flipped.parvis'))).rejects.toThrow('damaged')
  })

  it('a file of another kind, a newer format, another schema', async () => {
    const [header, ...rest] = await lines()
    const headed = (change: object) => [JSON.stringify({ ...JSON.parse(header!), ...change }), ...rest]
    await writeFile(join(home, 'text.parvis'), 'a,b,c\n')
    await writeFile(join(home, 'zipped.parvis'), gzipSync('hello\n'))
    for (const name of ['text', 'zipped']) {
      await expect(checkArchive(join(home, `${name}.parvis`))).rejects.toThrow('not a Parvis backup')
    }
    await expect(checkArchive(join(home, 'absent.parvis'))).rejects.toThrow('no file')
    await expect(checkArchive(home)).rejects.toThrow('folder')
    await expect(checkArchive(await forge('f.parvis', headed({ format: 'other' })))).rejects.toThrow(
      'not a Parvis backup',
    )
    await expect(checkArchive(await forge('v.parvis', headed({ version: 2 })))).rejects.toThrow(
      /format 2.*or a later one/,
    )
    await expect(checkArchive(await forge('s.parvis', headed({ schema: '0999_future' })))).rejects.toThrow(
      `has the schema 0999_future, and this Parvis has ${schemaVersion}`,
    )
    await expect(checkArchive(await forge('t.parvis', headed({ tables: null })))).rejects.toThrow('header')
  })

  it('rows that do not fit together or into their columns, however well they are signed', async () => {
    const all = await lines()
    const at = (table: string) => all.indexOf(JSON.stringify({ table })) + 1
    const swap = (table: string, from: string | RegExp, to: string) => {
      const changed = [...all]
      const place = at(table)
      changed[place] = changed[place]!.replace(from, to)
      expect(changed[place], table).not.toBe(all[place])
      return changed
    }
    const orphan = swap('posts', '"opening"', '"reply"').map((line, place) =>
      place === at('posts')
        ? line.replace('"reply",null', '"reply","00000000-0000-7000-8000-00000000dead"')
        : line,
    )
    await refusal(await forge('orphan.parvis', orphan), 'do not fit together')
    await refusal(
      await forge('type.parvis', swap('boards', /"\{[a-z]/, '"{odd')),
      'a row of boards does not fit',
    )
    await refusal(await forge('short.parvis', swap('boards', '["', '["x","')), 'too few or too many values')
    await refusal(await forge('cell.parvis', swap('boards', '["', '[{"a":1},"')), 'none of its kinds')
    await refusal(await forge('proto.parvis', all.with(at('boards') - 1, '{"table":"__proto__"}')), /damaged/)
  }, 180_000)

  it('work for a queue that nobody knows', async () => {
    await refusal(file, 'unknown queue', () => Promise.reject(new Error('unknown queue')))
  })

  it('a database that holds anything, even before its first site', async () => {
    const database = await target()
    await fillEveryType(database, 'tables only')
    await sql`insert into accounts (id, email, name) values (gen_random_uuid(), 'a@x.example', 'A')`.execute(
      database.db,
    )
    await expect(restoreArchive(database.db, file, noJobs)).rejects.toThrow(/not empty.*accounts/)
    expect((await hashes(database)).sites).toMatch(/^0 /)
  })

  it('a database with other tables than the backup’s, or of another schema', async () => {
    const without = await target()
    await expect(restoreArchive(without.db, file, noJobs)).rejects.toThrow('are not those of this database')
    await fillEveryType(without, 'tables only')
    await sql`delete from migrations where name > '0001_spine'`.execute(without.db)
    await sql`update migrations set name = '0000_before'`.execute(without.db)
    await expect(restoreArchive(without.db, file, noJobs)).rejects.toThrow(/0000_before.*npm run migrate/)
  })
})

describe('the order of the tables', () => {
  it('puts each after those it points to, whatever ring they make', async () => {
    const keys = [
      { table: 'a', target: 'b', deferred: false },
      { table: 'b', target: 'c', deferred: false },
      { table: 'c', target: 'c', deferred: false },
      { table: 'b', target: 'a', deferred: true },
    ]
    expect(orderOf(['a', 'b', 'c'], keys)).toEqual(['c', 'b', 'a'])
    expect(
      orderOf(
        ['x', 'y'],
        [
          { table: 'x', target: 'y', deferred: false },
          { table: 'y', target: 'x', deferred: false },
        ],
      ),
    ).toEqual(['x', 'y'])
    const { tables, loose } = await readCatalog((await target()).db)
    const place = (name: string) => tables.findIndex((table) => table.name === name)
    expect(place('sites')).toBeLessThan(place('members'))
    expect(place('threads')).toBeLessThan(place('posts'))
    expect(loose.map((key) => key.table)).toEqual(expect.arrayContaining(['posts', 'threads', 'decisions']))
  })
})
