import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { makeApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { systemClock } from '../../server/lib/clock.ts'
import { makeLog } from '../../server/log.ts'
import { closeWorld } from '../../server/open.ts'
import { makeWorld } from '../../server/world.ts'
import { eventually } from '../support/eventually.ts'
import { ownMigrated } from '../support/own_database.ts'
import { OwnServer } from '../support/own_server.ts'
import { WireTo } from '../support/wire_to.ts'
import { makeSite } from '../support/world.ts'

// On PostgreSQL alone (tests/run.ts): an embedded database is in the process, and is lost only with it.

it('sec-R06: a server that loses its database in the middle of a change says so, lives on, and serves again', async () => {
  const own = await ownMigrated('postgres')
  const world = makeWorld(readConfig({ DEMO: '0' }), own.database, systemClock, makeLog('silent'))
  const wire = await WireTo.open(own.url!)
  const server = await OwnServer.start({ DATABASE_URL: wire.url })
  try {
    const site = await makeSite(world, makeApp(world), {})
    const lea = await site.member('Lea')
    const number = await site.idea(lea)
    const reply = async (body: string) => {
      const answer = await fetch(`${server.origin}/api/v1/sites/${site.slug}/threads/${number}/replies`, {
        method: 'POST',
        headers: { ...lea.headers, 'content-type': 'application/json' },
        body: JSON.stringify({ body }),
      })
      return answer.status
    }
    expect(await reply('Before')).toBe(201)
    const waits = sql<{
      n: number
    }>`select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()`
    // The reply's transaction has begun, and waits for a lock that somebody holds.
    const refused = await world.db.transaction().execute(async (trx) => {
      await sql`lock table posts in exclusive mode`.execute(trx)
      const answer = reply('Meanwhile')
      await eventually(async () => (await waits.execute(world.db)).rows[0]!.n).toBe(1)
      wire.refuse()
      return answer
    })
    expect(refused).toBe(503)
    expect(await reply('Away')).toBe(503)
    await wire.mend()
    await expect.poll(() => reply('After'), { timeout: 10_000 }).toBe(201)
    expect(server.child.exitCode).toBe(null)
    const { items } = (await site.get(`threads/${number}/replies`)).body
    expect(items.map((one: { body: string }) => one.body)).toEqual(['Before', 'After'])
  } finally {
    await server.end('SIGTERM')
    await wire.cut()
    await closeWorld(world)
    await own.remove()
  }
})

it('a server whose database is away says that it is not ready, and that it is alive, until it is there again', async () => {
  const own = await ownMigrated('postgres')
  const wire = await WireTo.open(own.url!)
  const server = await OwnServer.start({ DATABASE_URL: wire.url })
  const ask = (path: string) => fetch(server.origin + path)
  const ready = async () => (await ask('/readyz')).status
  try {
    for (const loseIt of [() => wire.refuse(), () => wire.cut()]) {
      const before = await ask('/readyz')
      expect([before.status, await before.json()]).toEqual([200, { status: 'ready' }])
      await loseIt()
      const away = await ask('/readyz')
      expect(away.status).toBe(503)
      expect(away.headers.get('retry-after')).toBe('2')
      expect(away.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
      expect(await away.json()).toMatchObject({ status: 503, code: 'unavailable' })
      const alive = await ask('/healthz')
      expect([alive.status, await alive.json()]).toEqual([200, { status: 'ok' }])
      await wire.mend()
      await expect.poll(ready, { timeout: 10_000 }).toBe(200)
    }
  } finally {
    await server.end('SIGTERM')
    await wire.cut()
    await own.drop()
  }
})
