import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

/** Rows are read through this; a transaction is a `Trx`. Queries take either, operations begin their own. */
export type Db = Kysely<DB>

export interface Database {
  kind: 'embedded' | 'postgres'
  db: Db
  pool: pg.Pool
  /** Calls back with the payload of every NOTIFY on the channel; resolves once listening. */
  listen(channel: string, callback: (payload: string) => void): Promise<void>
  /** Whether every NOTIFY is surely heard at this moment; while not, nothing may be cached. */
  listening(): boolean
  close(): Promise<void>
}

// int8 counts fit a double by far, dates stay the day they name, numerics are amounts shown as numbers.
const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: string) {
    if (oid === 20 || oid === 1700) return Number
    if (oid === 1082) return (day: string) => day
    return pg.types.getTypeParser(oid, format as 'text')
  },
} as pg.CustomTypesConfig

/**
 * Hot queries: the text is prepared once per connection under a name made from itself.
 * Not for search, whose generic plan is far slower than a planned one, and not inside a transaction.
 */
export async function hot<Row extends object>(db: Db, text: string, values: unknown[]): Promise<Row[]> {
  const pool = pools.get(db)
  if (!pool) throw new Error('A hot query needs the database, not a transaction.')
  let name = names.get(text)
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    names.set(text, name)
  }
  return (await pool.query({ name, text, values })).rows as Row[]
}

const names = new Map<string, string>()
const pools = new WeakMap<Db, pg.Pool>()

export function connectPostgres(url: string, size: number): Database {
  const pool = new pg.Pool({ connectionString: url, max: size, connectionTimeoutMillis: 5000, types })
  pool.on('error', () => {}) // An idle connection that breaks is replaced by the pool at its next use.
  return assemble('postgres', pool, listenOverPostgres(url), async () => {})
}

/** Where notifications come from, besides the pool: a connection of its own, or PGlite's own listener. */
export interface Listener {
  listen: Database['listen']
  listening: Database['listening']
  close(): Promise<void>
}

export function assemble(
  kind: Database['kind'],
  pool: pg.Pool,
  listener: Listener,
  closeEngine: () => Promise<void>,
): Database {
  const db: Db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  pools.set(db, pool)
  return {
    kind,
    db,
    pool,
    listen: listener.listen,
    listening: listener.listening,
    async close() {
      await listener.close()
      await db.destroy()
      await closeEngine()
    },
  }
}

export const columnTypes = types

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
