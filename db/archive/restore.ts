import { type Kysely, sql, type Transaction } from 'kysely'
import type { Db } from '../connect.ts'
import { serversLock } from '../listen.ts'
import { databaseVersion, schemaVersion } from '../migrate.ts'
import type { DB } from '../schema.ts'
import { type Catalog, type LooseKey, readCatalog, type Table } from './catalog.ts'
import { ArchiveRefused, broken, type Header, type Job, readArchive, type Trailer } from './format.ts'
import { Page } from './page.ts'

export interface Restored {
  rows: number
  jobs: number
  createdAt: string
}

/**
 * Reads a backup from its first byte to its last, without a database: whole, of our format and of this
 * source's schema. Throws ArchiveRefused where it is not.
 */
export async function checkArchive(file: string): Promise<{ header: Header; trailer: Trailer }> {
  let header: Header | undefined
  let trailer: Trailer | undefined
  for await (const line of readArchive(file)) {
    if (line.kind === 'header') {
      header = line.header
      refuseOtherSchema(header)
    } else if (line.kind === 'trailer') trailer = line.trailer
  }
  return { header: header!, trailer: trailer! }
}

function refuseOtherSchema({ schema }: Header): void {
  if (schema === schemaVersion) return
  throw new ArchiveRefused(
    `This backup has the schema ${schema}, and this Parvis has ${schemaVersion}. ` +
      'Restore it with the Parvis that made it, then upgrade that one.',
  )
}

/**
 * Throws ArchiveRefused unless the database may take a backup: it holds no row of any table, and its schema is
 * this source's, or it has none yet.
 */
export async function refuseOccupied(db: Kysely<DB>): Promise<void> {
  const version = await databaseVersion(db)
  if (version && version !== schemaVersion) {
    throw new ArchiveRefused(
      `The database has the schema ${version}, and this Parvis has ${schemaVersion}. Run npm run migrate first, or name an empty database. Nothing was touched.`,
    )
  }
  for (const { name } of (await readCatalog(db)).tables) {
    const { rows } = await sql<{ occupied: boolean }>`
      select exists (select from ${sql.table(`public.${name}`)}) as occupied`.execute(db)
    if (!rows[0]?.occupied && version) continue
    throw new ArchiveRefused(
      `The database is not empty: it has the table ${name}${version ? ' with rows in it' : ', which is not ours'}. A backup is restored into an empty one. Nothing was touched.`,
    )
  }
}

/**
 * Takes a backup into an empty database of the same schema, in one transaction: all of it or nothing. Queued
 * work is handed to `sendJob`, in the same transaction.
 */
export async function restoreArchive(
  db: Db,
  file: string,
  sendJob: (trx: Transaction<DB>, job: Job) => Promise<void>,
): Promise<Restored> {
  await checkArchive(file)
  return db.transaction().execute(async (trx) => {
    await refuseServed(trx)
    await refuseOccupied(trx)
    const catalog = await readCatalog(trx)
    await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, MDY', true)`.execute(
      trx,
    )
    await loosen(trx, catalog.loose)
    const restored = await takeIn(trx, file, catalog, sendJob)
    await tighten(trx, catalog.loose)
    return restored
  })
}

async function refuseServed(trx: Transaction<DB>): Promise<void> {
  const { rows } = await sql<{
    alone: boolean
  }>`select pg_try_advisory_xact_lock(${serversLock}) as alone`.execute(trx)
  if (!rows[0]?.alone) {
    throw new ArchiveRefused(
      'A Parvis server runs on this database. Stop it, then restore. Nothing was touched.',
    )
  }
}

async function takeIn(
  trx: Transaction<DB>,
  file: string,
  catalog: Catalog,
  sendJob: (trx: Transaction<DB>, job: Job) => Promise<void>,
): Promise<Restored> {
  const restored: Restored = { rows: 0, jobs: 0, createdAt: '' }
  const page = new Page(trx)
  let header: Header | undefined
  for await (const line of readArchive(file)) {
    if (line.kind === 'header') {
      header = line.header
      restored.createdAt = header.createdAt
      refuseOtherTables(header, catalog)
    } else if (line.kind === 'table') {
      await page.turnTo(tableOf(line.table, header!, catalog))
    } else if (line.kind === 'row') {
      await page.add(line.row)
      restored.rows++
    } else if (line.kind === 'job') {
      await page.write()
      await sendJob(trx, line.job)
      restored.jobs++
    }
  }
  await page.write()
  return restored
}

function refuseOtherTables(header: Header, { tables }: Catalog): void {
  const names = (list: { name: string; columns: string[] }[]) =>
    JSON.stringify(list.map((one) => [one.name, [...one.columns].sort()]).sort())
  const here = tables.map((table) => ({
    name: table.name,
    columns: table.columns.map((column) => column.name),
  }))
  if (names(header.tables) !== names(here))
    throw new ArchiveRefused('The tables of this backup are not those of this database.')
}

// The columns stand in the backup's order, which need not be the database's.
function tableOf(name: string, header: Header, { tables }: Catalog): Table {
  const here = tables.find((table) => table.name === name)
  const there = header.tables.find((table) => table.name === name)
  if (!here || !there) throw broken(`its table ${name} is not in its header`)
  return { ...here, columns: there.columns.map((column) => here.columns.find((one) => one.name === column)!) }
}

// Posts answer posts, decisions reverse decisions: such keys are proved once, when all rows are there.
async function loosen(trx: Transaction<DB>, keys: LooseKey[]): Promise<void> {
  for (const key of keys) {
    await sql`alter table ${sql.table(`public.${key.table}`)} alter constraint ${sql.ref(key.name)} deferrable initially deferred`.execute(
      trx,
    )
  }
}

async function tighten(trx: Transaction<DB>, keys: LooseKey[]): Promise<void> {
  try {
    await sql`set constraints all immediate`.execute(trx)
  } catch (error) {
    throw broken(`its rows do not fit together (${(error as Error).message})`)
  }
  for (const key of keys) {
    const was = key.deferrable ? sql`deferrable initially immediate` : sql`not deferrable`
    await sql`alter table ${sql.table(`public.${key.table}`)} alter constraint ${sql.ref(key.name)} ${was}`.execute(
      trx,
    )
  }
}
