import pg from 'pg'

/** Where notifications come from, besides the pool: a connection of its own, or PGlite's own listener. */
export interface Listener {
  /** Calls back with the payload of every NOTIFY on the channel, and whoever was to be called before; resolves once listening. */
  listen(channel: string, callback: (payload: string) => void): Promise<void>
  /** Whether every NOTIFY is surely heard at this moment. */
  listening(): boolean
  close(): Promise<void>
}

/** Every process that serves a database shares this advisory lock of it; a restore takes it for itself alone. */
export const serversLock = 7_809_645_001

/** The pauses between tries to come back, from the first to the longest; milliseconds. */
const pauses = { first: 500, longest: 2000 }

/**
 * LISTEN on a connection of its own that comes back by itself when it breaks: one try at a time, with pauses that
 * grow, so that a server whose database is away is no burden to it.
 */
export function listenOverPostgres(url: string): Listener {
  const callbacks = new Map<string, ((payload: string) => void)[]>()
  let client: pg.Client | undefined
  let connecting: Promise<void> | undefined
  let closed = false

  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
    fresh.on('error', () => {})
    fresh.on('notification', ({ channel, payload }) => {
      for (const callback of callbacks.get(channel) ?? []) callback(payload ?? '')
    })
    try {
      await fresh.connect()
      await fresh.query('select pg_advisory_lock_shared($1)', [serversLock])
      for (const channel of callbacks.keys()) await fresh.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      fresh.end().catch(() => {})
      throw error
    }
    if (closed) return void fresh.end().catch(() => {})
    client = fresh
    // Heard of only here: a connection that never was ends as well, and its end would begin another try beside this one.
    fresh.once('end', () => {
      client = undefined
      comeBack(pauses.first)
    })
  }
  const comeBack = (pause: number): void => {
    const attempt = async () => {
      if (closed) return
      try {
        await connect()
        for (const callback of [...callbacks.values()].flat()) callback('') // Something may have been missed: say so.
      } catch {
        comeBack(Math.min(pause * 2, pauses.longest))
      }
    }
    if (!closed) setTimeout(() => void attempt(), pause).unref()
  }
  return {
    async listen(channel, callback) {
      callbacks.set(channel, [...(callbacks.get(channel) ?? []), callback])
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
