import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import pg from 'pg'
import { connectPostgres, type Database } from '../../db/connect.ts'
import { connectEmbedded, engineOf } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { Jobs } from '../../server/jobs/queue.ts'
import { makeLog } from '../../server/log.ts'

// The databases that tests run on: the embedded one, and a PostgreSQL where PARVIS_TEST_POSTGRES names one.

const cache = new URL('../.cache/', import.meta.url)

/** The address of the PostgreSQL under test, or undefined for the embedded database. */
export function postgresUnderTest(): string | undefined {
  return process.env.PARVIS_TEST_POSTGRES || undefined
}

/** An embedded image, migrated and with its queues, made once for each state of the schema. */
export async function embeddedImage(): Promise<Blob> {
  return image(`image-${await schemaHash()}`, async () => {
    const database = await connectEmbedded({ image: await bareImage() })
    await prepare(database)
    return database
  })
}

/** An embedded image in which nothing was ever made: what the engine begins with, which takes it seconds. */
export async function bareImage(): Promise<Blob> {
  // Not import.meta.resolve, which the runner of vitest's set-up does not have.
  const engine = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const { version } = JSON.parse(await readFile(join(engine, '../../package.json'), 'utf8')) as {
    version: string
  }
  return image(`bare-${version}`, () => connectEmbedded({}))
}

async function image(name: string, make: () => Promise<Database>): Promise<Blob> {
  const file = new URL(`${name}.tar`, cache)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return new Blob([new Uint8Array(kept)])
  const database = await make()
  const made = await engineOf(database)!.dumpDataDir('none')
  await database.close()
  await mkdir(cache, { recursive: true })
  // Whole at once: another run may look for it meanwhile.
  const draft = new URL(`${name}-${process.pid}.tmp`, cache)
  await writeFile(draft, new Uint8Array(await made.arrayBuffer()))
  await rename(draft, file)
  return made
}

/** Changes with whatever a migrated database is made from. */
export async function schemaHash(): Promise<string> {
  const hash = createHash('sha256')
  const folder = new URL('../../db/migrations/', import.meta.url)
  const migrations = (await readdir(folder)).sort().map((name) => new URL(name, folder))
  const others = ['../../server/jobs/kinds.ts', '../../server/jobs/queue.ts', '../../package-lock.json']
  for (const file of [...migrations, ...others.map((path) => new URL(path, import.meta.url))]) {
    hash.update(await readFile(file))
  }
  return hash.digest('hex').slice(0, 16)
}

async function prepare(database: Database): Promise<void> {
  await migrate(database.db)
  const jobs = new Jobs(database, makeLog('silent'))
  await jobs.start()
  await jobs.stop()
}

async function templateName(): Promise<string> {
  return `parvis_template_${await schemaHash()}`
}

/**
 * Makes the migrated database that every worker's own one is copied from, once for each state of the schema.
 * Prepared under another name, so that one that was cut off, or made at once by another run, is never taken.
 */
export async function makeTemplate(server: string): Promise<void> {
  const template = await templateName()
  const draft = `${template}_${process.pid}`
  let there = false
  await withServer(server, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    there = rowCount === 1
    if (!there) await client.query(`create database ${draft}`)
  })
  if (there) return
  const database = connectPostgres(addressOf(server, draft), 4)
  await prepare(database)
  await database.close()
  await withServer(server, async (client) => {
    await client
      .query(`alter database ${draft} rename to ${template}`)
      .catch(async (error: { code?: string }) => {
        if (error.code !== '42P04') throw error
        await client.query(`drop database ${draft}`)
      })
  })
}

/** Drops the databases that this run's workers made, and templates of other states of the schema. */
export async function dropLeftovers(server: string): Promise<void> {
  const template = await templateName()
  await withServer(server, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "select datname from pg_database where datname like $1 or (datname like 'parvis\\_template\\_%' and datname <> $2)",
      [`parvis\\_test\\_${process.env.PARVIS_TEST_RUN}\\_%`, template],
    )
    for (const { datname } of rows) {
      const force = datname.startsWith('parvis_test_') ? 'with (force)' : ''
      await client.query(`drop database if exists ${datname} ${force}`).catch(() => {}) // Another run is copying it.
    }
  })
}

/** A database of one's own, copied from the template; dropped by the returned function. */
export async function ownDatabase(
  server: string,
  name: string,
): Promise<{ url: string; drop(): Promise<void> }> {
  await withServer(server, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`)
    const copy = `create database ${name} template ${await templateName()}`
    await client.query(copy).catch(async (error: { code?: string }) => {
      // A run of another state of the schema has put the template away.
      if (error.code !== '3D000') throw error
      await makeTemplate(server)
      await client.query(copy)
    })
    // No test takes the power from PostgreSQL, so none need wait for its disk.
    await client.query(`alter database ${name} set synchronous_commit = off`)
  })
  return {
    url: addressOf(server, name),
    drop: () =>
      withServer(server, (client) =>
        client.query(`drop database if exists ${name} with (force)`).then(() => {}),
      ),
  }
}

export function addressOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

export async function withServer(server: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: addressOf(server, 'postgres') })
  await client.connect()
  try {
    await act(client)
  } finally {
    await client.end()
  }
}
