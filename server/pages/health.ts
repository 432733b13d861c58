import { Hono } from 'hono'
import { sql } from 'kysely'
import type { Env } from '../context.ts'
import { databaseAway } from '../errors.ts'

/** For whoever watches the process: alive at all, and able to answer. */
export function health() {
  const app = new Hono<Env>()
  app.get('/healthz', (c) => c.json({ status: 'ok' }))
  app.get('/readyz', async (c) => {
    try {
      await sql`select 1`.execute(c.get('world').db)
    } catch {
      throw databaseAway()
    }
    return c.json({ status: 'ready' })
  })
  return app
}
