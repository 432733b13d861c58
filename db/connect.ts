import { hash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Listener, listenOverPostgres } from './listen.ts'
import { ReadingLines } from './reading_lines.ts'
import type { DB } from './schema.ts'
import { columnTypes } from './types.ts'

/** Rows are read through this; a transaction is a `Trx`. Queries take either, operations begin their own. */
export type Db = Kysely<DB>

export interface Database {
  kind: 'embedded' | 'postgres'
  db: Db
  pool: pg.Pool
  /** Where hot reads go: a few pipelined connections, or the pool where there is but one. */
  lines: Pick<ReadingLines, 'query'>
  /** Calls back with the payload of every NOTIFY on the channel; resolves once listening. */
  listen: Listener['listen']
  /** Whether every NOTIFY is surely heard at this moment; while not, nothing may be cached. */
  listening: Listener['listening']
  close(): Promise<void>
}

/**
 * A hot read: the text is prepared once per connection under a name made from itself, and sent without waiting
 * for the reads before it. Not for search, whose generic plan is far slower than a planned one, and not inside a
 * transaction.
 */
export async function hot<Row extends object>(db: Db, text: string, values: unknown[]): Promise<Row[]> {
  return (await ways(db).lines.query<Row>({ name: nameOf(text), text, values })).rows
}

/** A hot statement that changes something, and so may wait for a lock: prepared likewise, on a connection of its own. */
export async function hotChange<Row extends object>(db: Db, text: string, values: unknown[]): Promise<Row[]> {
  return (await ways(db).pool.query<Row>({ name: nameOf(text), text, values })).rows
}

function ways(db: Db): Ways {
  const found = waysOf.get(db)
  if (!found) throw new Error('A hot statement needs the database, not a transaction.')
  return found
}

function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = hash('sha256', text, 'base64url').slice(0, 24)
    names.set(text, name)
  }
  return name
}

type Ways = Pick<Database, 'pool' | 'lines'>

const names = new Map<string, string>()
const waysOf = new WeakMap<Db, Ways>()

export function connectPostgres(url: string, size: number): Database {
  const options = { connectionString: url, connectionTimeoutMillis: 5000, types: columnTypes }
  const pool = new pg.Pool({ ...options, max: size })
  pool.on('error', () => {}) // An idle connection that breaks is replaced by the pool at its next use.
  // One that breaks in a transaction fails its statement. It also says so itself, which nobody else hears: the process
  // would end with it.
  pool.on('connect', (client) => client.on('error', () => {}))
  const lines = new ReadingLines(options)
  return assemble('postgres', { pool, lines }, listenOverPostgres(url), () => lines.end())
}

export function assemble(
  kind: Database['kind'],
  { pool, lines }: Ways,
  listener: Listener,
  closeEngine: () => Promise<void>,
): Database {
  const db: Db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const database: Database = {
    kind,
    db,
    pool,
    lines,
    listen: listener.listen,
    listening: listener.listening,
    async close() {
      await listener.close()
      await db.destroy()
      await closeEngine()
    },
  }
  waysOf.set(db, database)
  return database
}
