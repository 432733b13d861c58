import { hash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
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
  listen(channel: string, callback: (payload: string) => void): Promise<void>
  /** Whether every NOTIFY is surely heard at this moment; while not, nothing may be cached. */
  listening(): boolean
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
  const lines = new ReadingLines(options)
  return assemble('postgres', { pool, lines }, listenOverPostgres(url), () => lines.end())
}

/** Where notifications come from, besides the pool: a connection of its own, or PGlite's own listener. */
export interface Listener {
  listen: Database['listen']
  listening: Database['listening']
  close(): Promise<void>
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

/** Every process that serves a database shares this advisory lock of it; a restore takes it for itself alone. */
export const serversLock = 7_809_645_001

/** LISTEN on a connection of its own that comes back by itself when it breaks. */
function listenOverPostgres(url: string): Listener {
  const callbacks = new Map<string, (payload: string) => void>()
  let client: pg.Client | undefined
  let connecting: Promise<void> | undefined
  let closed = false

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    fresh.on('error', () => {})
    fresh.on('end', () => {
      if (client === fresh) client = undefined
      if (!closed) setTimeout(() => void reconnect(), 500).unref()
    })
    fresh.on('notification', (note) => callbacks.get(note.channel)?.(note.payload ?? ''))
    await fresh.connect()
    await fresh.query('select pg_advisory_lock_shared($1)', [serversLock])
    for (const channel of callbacks.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    client = fresh
  }
  const reconnect = async (): Promise<void> => {
    try {
      await connect()
      for (const callback of callbacks.values()) callback('') // Something may have been missed: say so.
    } catch {
      if (!closed) setTimeout(() => void reconnect(), 1000).unref()
    }
  }
  return {
    async listen(channel, callback) {
      callbacks.set(channel, callback)
      if (client) await client.query(`listen ${pg.escapeIdentifier(channel)}`)
      else {
        connecting ??= connect()
        await connecting
      }
    },
    listening: () => client !== undefined,
    async close() {
      closed = true
      await client?.end().catch(() => {})
    },
  }
}
