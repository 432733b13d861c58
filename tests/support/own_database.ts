import { connectPostgres, type Database } from '../../db/connect.ts'
import { connectEmbedded } from '../../db/embedded.ts'
import {
  addressOf,
  bareImage,
  embeddedImage,
  ownDatabase,
  postgresUnderTest,
  withServer,
} from './databases.ts'

// Databases that a test has to itself, whole: to migrate, to fill and compare, to restore into.

export interface Own {
  database: Database
  /** Its address, where it is a PostgreSQL. */
  url?: string
  /** Removes it, once it is closed. */
  remove(): Promise<void>
  /** Closes and removes it. */
  drop(): Promise<void>
}

let made = 0

/** On which database the tests run at present; the embedded one is always among those compared. */
export const underTest = () => (postgresUnderTest() ? 'postgres' : 'embedded')

/** A migrated database with its queues, and not a row. */
export async function ownMigrated(kind: 'embedded' | 'postgres' = underTest()): Promise<Own> {
  if (kind === 'embedded') return own(await connectEmbedded({ image: await embeddedImage() }))
  const { url, drop } = await ownDatabase(postgresUnderTest()!, nextName())
  return own(connectPostgres(url, 4), url, drop)
}

/** A database in which nothing was ever made. */
export async function ownEmpty(kind: 'embedded' | 'postgres' = underTest()): Promise<Own> {
  if (kind === 'embedded') return own(await connectEmbedded({ image: await bareImage() }))
  const server = postgresUnderTest()!
  const name = nextName()
  const remove = () =>
    withServer(
      server,
      async (client) => void (await client.query(`drop database if exists ${name} with (force)`)),
    )
  await remove()
  await withServer(server, async (client) => void (await client.query(`create database ${name}`)))
  const url = addressOf(server, name)
  return own(connectPostgres(url, 4), url, remove)
}

function nextName(): string {
  return `parvis_test_${process.env.PARVIS_TEST_RUN}_own_${process.pid}_${++made}`
}

function own(database: Database, url?: string, remove = async () => {}): Own {
  return {
    database,
    url,
    remove,
    async drop() {
      await database.close()
      await remove()
    },
  }
}
