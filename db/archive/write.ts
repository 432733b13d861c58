import { createHash } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { link, rename, rm, stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import { sql, type Transaction } from 'kysely'
import type { Db } from '../connect.ts'
import { databaseVersion } from '../migrate.ts'
import type { DB } from '../schema.ts'
import { readCatalog, type Table } from './catalog.ts'
import { ArchiveRefused, formatName, formatVersion, type Header, type Job, type Row } from './format.ts'

export interface Written {
  file: string
  bytes: number
  rows: number
  jobs: number
}

/**
 * Writes all that a database holds into a file of its own, as it was at one moment: one transaction that sees
 * no later change, read page by page. The file appears under its name once it is whole, readable by its owner
 * only since it holds secrets. Throws ArchiveRefused where a file of that name is there already.
 * `signal` breaks it off, leaving nothing.
 */
export async function writeArchive(db: Db, file: string, signal?: AbortSignal): Promise<Written> {
  if (existsSync(file)) throw new ArchiveRefused(`${file} is there already. Nothing was written.`)
  const partial = `${file}.partial`
  const tally: Tally = { rows: {}, jobs: 0 }
  try {
    await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute(async (trx) => {
        const target = createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true })
        await pipeline(Readable.from(archiveText(trx, tally)), createGzip(), target, { signal })
      })
    await putInPlace(partial, file)
  } catch (error) {
    throw await explain(error as NodeJS.ErrnoException, file, partial)
  }
  const rows = Object.values(tally.rows).reduce((sum, count) => sum + count, 0)
  return { file, bytes: (await stat(file)).size, rows, jobs: tally.jobs }
}

interface Tally {
  rows: Record<string, number>
  jobs: number
}

async function* archiveText(trx: Transaction<DB>, tally: Tally): AsyncGenerator<string> {
  const hash = createHash('sha256')
  for await (const text of everything(trx, tally)) {
    hash.update(text)
    yield text
  }
  yield `${JSON.stringify({ end: true, ...tally, sha256: hash.digest('hex') })}\n`
}

async function* everything(trx: Transaction<DB>, tally: Tally): AsyncGenerator<string> {
  await settle(trx)
  const schema = await databaseVersion(trx)
  if (!schema) throw new ArchiveRefused('There is no Parvis database there yet. Nothing was written.')
  const { tables } = await readCatalog(trx)
  const header: Header = {
    format: formatName,
    version: formatVersion,
    schema,
    createdAt: new Date().toISOString(),
    tables: tables.map((table) => ({
      name: table.name,
      columns: table.columns.map((column) => column.name),
    })),
  }
  yield `${JSON.stringify(header)}\n`
  for (const table of tables) {
    tally.rows[table.name] = 0
    yield `${JSON.stringify({ table: table.name })}\n`
    for await (const page of pagesOf(trx, table)) {
      tally.rows[table.name]! += page.length
      yield page.map((row) => `${JSON.stringify(row)}\n`).join('')
    }
  }
  for await (const jobs of pagesOfJobs(trx)) {
    tally.jobs += jobs.length
    yield jobs.map((job) => `${JSON.stringify({ job })}\n`).join('')
  }
}

/** One text for each value, whatever the database's own settings are. */
export async function settle(trx: Transaction<DB>): Promise<void> {
  await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, MDY', true),
    set_config('intervalstyle', 'iso_8601', true), set_config('extra_float_digits', '1', true)`.execute(trx)
}

const pageBytes = 4_000_000

// A page grows from a single row to what fits four megabytes, by the size of the rows before; where rows
// hold files it stays small, since one may be a thousand times another.
async function* pagesOf(trx: Transaction<DB>, table: Table): AsyncGenerator<Row[]> {
  const most = table.columns.some((column) => column.type === 'bytea') ? 8 : 2000
  const names = table.columns.map((column) => column.name)
  const order = table.key.length ? sql`order by ${sql.join(table.key.map((name) => sql.ref(name)))}` : sql``
  await sql`declare archive_page no scroll cursor for
    select ${sql.join(table.columns.map(asText))} from ${sql.table(`public.${table.name}`)} ${order}`.execute(
    trx,
  )
  for (let size = 1; ; ) {
    const { rows } = await sql<
      Record<string, string | null>
    >`fetch forward ${sql.raw(String(size))} from archive_page`.execute(trx)
    if (!rows.length) break
    const page = rows.map((row) => names.map((name) => row[name] ?? null))
    yield page
    const length = page.reduce((sum, row) => sum + row.reduce((all, cell) => all + (cell?.length ?? 0), 0), 1)
    size = Math.max(1, Math.min(most, size * 4, Math.floor(pageBytes / (length / page.length))))
    await setImmediate() // PGlite never lets timers and signals in by itself.
  }
  await sql`close archive_page`.execute(trx)
}

function asText({ name, type }: { name: string; type: string }) {
  if (type === 'bytea')
    return sql`translate(encode(${sql.ref(name)}, 'base64'), e'\n', '') as ${sql.ref(name)}`
  return sql`${sql.ref(name)}::text as ${sql.ref(name)}`
}

// What is under way counts as not done: it is done again, as it would be after a crash. Of what was given up comes
// along what an admin may have tried again. The queue's own housekeeping makes itself anew.
async function* pagesOfJobs(trx: Transaction<DB>): AsyncGenerator<Job[]> {
  const there = await sql<{ there: boolean }>`select to_regclass('pgboss.job') is not null as there`.execute(
    trx,
  )
  if (!there.rows[0]?.there) return
  await sql`declare archive_page no scroll cursor for
    select name as queue, coalesce(data, '{}') as data, to_char(start_after at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "startAfter",
      id, case state when 'active' then 'created' else state::text end as state, retry_count as retries
    from pgboss.job j where left(name, 2) <> '__' and (state in ('created', 'retry', 'active') or state = 'failed' and exists (
      select from public.failing_jobs f where f.id = j.id and f.queue = j.name and f.about <> 'code'))
    order by created_on, id`.execute(trx)
  for (;;) {
    const { rows } = await sql<Job>`fetch forward 200 from archive_page`.execute(trx)
    if (!rows.length) break
    yield rows
  }
  await sql`close archive_page`.execute(trx)
}

// A link is refused where a file of that name has come meanwhile; a file system without links takes a rename.
async function putInPlace(partial: string, file: string): Promise<void> {
  try {
    await link(partial, file)
    await rm(partial)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    await rename(partial, file)
  }
}

async function explain(error: NodeJS.ErrnoException, file: string, partial: string): Promise<Error> {
  if (error.code === 'EEXIST' && error.syscall === 'open') {
    return new ArchiveRefused(
      `${partial} is there already: a backup under way, or one that was cut off. Remove it first.`,
    )
  }
  await rm(partial, { force: true })
  if (error.code === 'EEXIST') return new ArchiveRefused(`${file} is there already. It was left as it is.`)
  if (error.code === 'ENOENT' && error.syscall === 'open')
    return new ArchiveRefused(`The folder of ${file} is missing.`)
  if (error.code === 'ENOSPC') return new ArchiveRefused(`The disk is full. ${file} was not written.`)
  if (error.code === 'EACCES') return new ArchiveRefused(`${file} may not be written by this user.`)
  return error
}
