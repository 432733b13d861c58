import { expect, it } from 'vitest'
import { connectPostgres } from '../../db/connect.ts'
import { eventually } from '../support/eventually.ts'
import { ownEmpty } from '../support/own_database.ts'
import { WireTo } from '../support/wire_to.ts'

// On PostgreSQL alone (tests/run.ts): an embedded database is in the process.

it('what listens tries one at a time while its database is away, and hears again on one connection afterwards', async () => {
  const own = await ownEmpty('postgres')
  const wire = await WireTo.open(own.url!)
  const database = connectPostgres(wire.url, 1)
  const heard: string[] = []
  const open = async () => {
    const { rows } = await own.database.pool.query<{ n: number }>(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and query ilike 'listen%'",
    )
    return rows[0]!.n
  }
  try {
    await database.listen('told', (payload) => heard.push(payload))
    wire.refuse()
    // After half a second, one and two more: where each try begins two, there are fifteen by now.
    await new Promise((done) => setTimeout(done, 3700))
    expect(database.listening()).toBe(false)
    expect(wire.refused).toBeGreaterThanOrEqual(2)
    expect(wire.refused).toBeLessThanOrEqual(4)
    await wire.mend()
    await eventually(async () => database.listening()).toBe(true)
    await own.database.pool.query("notify told, 'again'")
    await eventually(async () => heard.filter(Boolean)).toEqual(['again'])
    expect(await open()).toBe(1)
  } finally {
    await database.close()
    await wire.cut()
    await own.drop()
  }
})
